//go:build unix

package main

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert/converttest"
)

// A tree is the files of a folder by their paths.
type tree map[string]string

func readTree(t *testing.T, folder string) tree {
	all := tree{}
	require.NoError(t, filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		all[path] = string(data)
		return err
	}))
	return all
}

func (all tree) write(t *testing.T) {
	for path, text := range all {
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o777))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o666))
	}
}

// zhmd runs the program in the current folder.
func zhmd(t *testing.T, args ...string) string {
	said, err := exec.Command("zhmd", args...).CombinedOutput()
	require.NoError(t, err, "%s", said)
	return string(said)
}

// TestKilled ends runs at any moment. What the next run makes of the sources is what it
// would have made without the run that was killed, whether these were taken back or not,
// and what a person has edited is in it.
func TestKilled(t *testing.T) {
	t.Chdir(t.TempDir())
	const pages = 30
	old, changed := tree{}, tree{}
	for i := range pages {
		path := fmt.Sprintf("docs/%d/%d.md", i%3, i)
		old[path] = fmt.Sprintf("# 软件%d\n\n网络。\n\n鼠标。\n", i)
		changed[path] = strings.Replace(old[path], "网络", "新的硬件网络", 1)
	}
	old.write(t)
	tree{".zhmd.yaml": "sources: [docs]\ntargets: [zh-TW, zh-HK]\nlayout: folder\n"}.write(t)
	zhmd(t)
	for i := range pages / 2 { // a person corrects some
		path := fmt.Sprintf("zh-TW/%d/%d.md", i%3, i)
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		tree{path: strings.Replace(string(text), "滑鼠", "好的滑鼠", 1)}.write(t)
	}
	zhmd(t)
	outputs := func() tree {
		all := readTree(t, "zh-TW")
		for path, text := range readTree(t, "zh-HK") {
			all[path] = text
		}
		return all
	}
	wantOld := outputs()
	changed.write(t)
	zhmd(t)
	wantChanged := outputs()
	require.NotEqual(t, wantOld, wantChanged)
	assert.Contains(t, wantChanged["zh-TW/0/0.md"], "好的滑鼠")
	old.write(t)
	zhmd(t)
	require.Equal(t, wantOld, outputs())

	halfDone := 0
	sources, want := old, wantOld // as they are
	for n := range converttest.Trials(200) {
		next, wantNext := changed, wantChanged
		if want["zh-TW/0/0.md"] == wantChanged["zh-TW/0/0.md"] {
			next, wantNext = old, wantOld
		}
		next.write(t)
		killWhile(t, rand.IntN(2*pages+2))
		if now := outputs(); !assert.ObjectsAreEqual(want, now) && !assert.ObjectsAreEqual(wantNext, now) {
			halfDone++
		}
		if n%2 == 0 {
			sources.write(t) // they are taken back
		} else {
			sources, want = next, wantNext
		}
		zhmd(t)
		require.Equal(t, want, outputs(), "and no temporary files")
		if n%10 == 0 {
			zhmd(t, "--check")
		}
	}
	t.Logf("%d runs were ended between two outputs", halfDone)
	assert.NotZero(t, halfDone)
}

// killWhile runs the program and ends it when its journal has so many lines, or a little
// later, at whatever it is about then; or the run ends before.
func killWhile(t *testing.T, lines int) {
	run := exec.Command("zhmd", "-q")
	require.NoError(t, run.Start())
	ended := make(chan error)
	go func() { ended <- run.Wait() }()
	for {
		select {
		case err := <-ended:
			require.NoError(t, err)
			return
		default:
		}
		if text, _ := os.ReadFile(".zhmd/journal"); strings.Count(string(text), "\n") >= lines {
			_ = run.Process.Kill() // it may have ended
			<-ended
			return
		}
	}
}

// TestTwoAtOnce has runs at the same time, which wait for each other.
func TestTwoAtOnce(t *testing.T) {
	t.Chdir(t.TempDir())
	texts := []string{"软件。\n", "网络。\n"}
	tree{".zhmd.yaml": "sources: [docs]\ntargets: [zh-TW]\nlayout: folder\n"}.write(t)
	for n := range converttest.Trials(50) {
		for i := range 10 {
			tree{fmt.Sprintf("docs/%d.md", i): texts[n%2]}.write(t)
		}
		runs := []*exec.Cmd{exec.Command("zhmd"), exec.Command("zhmd"), exec.Command("zhmd", "--check")}
		for _, run := range runs {
			require.NoError(t, run.Start())
		}
		assert.NoError(t, runs[0].Wait())
		assert.NoError(t, runs[1].Wait())
		_ = runs[2].Wait() // it may have looked before
		said := zhmd(t)
		assert.Contains(t, said, "0 written, 10 unchanged")
		assert.NotContains(t, said, "kept")
	}
}

// asNobody runs the program as a user to whom the modes of files say something.
func asNobody(t *testing.T, args ...string) (said string, err error) {
	run := exec.Command("zhmd", args...)
	if os.Geteuid() == 0 {
		const nobody = 65534
		program, err := os.Executable()
		require.NoError(t, err)
		data, err := os.ReadFile(program)
		require.NoError(t, err)
		folder := t.TempDir()
		run.Path = filepath.Join(folder, "zhmd")
		require.NoError(t, os.WriteFile(run.Path, data, 0o755))
		for _, path := range []string{folder, "."} {
			require.NoError(t, os.Chmod(filepath.Dir(absolute(path)), 0o755))
		}
		require.NoError(t, filepath.WalkDir(".", func(path string, _ fs.DirEntry, err error) error {
			return errors.Join(err, os.Chown(path, nobody, nobody))
		}))
		run.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	text, err := run.CombinedOutput()
	return string(text), err
}

// A state that cannot be written fails before any output is touched, and can be looked at.
func TestAnUnwritableState(t *testing.T) {
	t.Chdir(t.TempDir())
	tree{".zhmd.yaml": "sources: [docs]\ntargets: [zh-TW]\nlayout: folder\n", "docs/a.md": "软件\n"}.write(t)
	zhmd(t)
	require.NoError(t, os.Chmod(".zhmd", 0o555))
	t.Cleanup(func() { _ = os.Chmod(".zhmd", 0o777) })
	tree{"docs/a.md": "网络\n"}.write(t)
	said, err := asNobody(t)
	assert.Error(t, err)
	assert.Contains(t, said, "error: .zhmd/journal: permission denied")
	said, err = asNobody(t, "--check")
	assert.Error(t, err)
	assert.Equal(t, "would change: zh-TW/a.md\n", said)

	// An output that the site knows is not written where that cannot be noted.
	said, err = asNobody(t, "-t", "zh-TW", "-o", "{variant}/{path}", "docs")
	assert.Error(t, err)
	assert.Contains(t, said, "zh-TW/a.md: is known to the site in .")
	assert.Equal(t, tree{"zh-TW/a.md": "軟體\n"}, readTree(t, "zh-TW"))
	said, err = asNobody(t, "-t", "zh-TW", "-o", "other/{path}", "docs")
	assert.NoError(t, err, said)
}
