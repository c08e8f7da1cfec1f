//go:build unix

package main

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

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
	begun := time.Now()
	zhmd(t)
	took := time.Since(begun)
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
		run := exec.Command("zhmd", "-q")
		require.NoError(t, run.Start())
		time.Sleep(time.Duration(rand.Int64N(int64(took))))
		_ = run.Process.Kill() // it may have ended
		_ = run.Wait()
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

// An output that a site knows is not written where that cannot be noted.
func TestKnownOutputsOfAnUnwritableState(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("the modes of folders say nothing to root")
	}
	t.Chdir(t.TempDir())
	tree{".zhmd.yaml": "sources: [docs]\ntargets: [zh-TW]\nlayout: folder\n", "docs/a.md": "软件\n"}.write(t)
	zhmd(t)
	require.NoError(t, os.Chmod(".zhmd", 0o555))
	t.Cleanup(func() { _ = os.Chmod(".zhmd", 0o777) })
	tree{"docs/a.md": "网络\n"}.write(t)
	said, err := exec.Command("zhmd", "-t", "zh-TW", "-o", "{variant}/{path}", "docs").CombinedOutput()
	assert.Error(t, err)
	assert.Contains(t, string(said), "zh-TW/a.md: is known to the site in .")
	assert.Equal(t, tree{"zh-TW/a.md": "軟體\n"}, readTree(t, "zh-TW"))
	zhmd(t, "-t", "zh-TW", "-o", "other/{path}", "docs")
}

// A state that cannot be written fails before any output is touched.
func TestAnUnwritableState(t *testing.T) {
	t.Chdir(t.TempDir())
	tree{".zhmd.yaml": "sources: [docs]\ntargets: [zh-TW]\nlayout: folder\n", "docs/a.md": "软件\n"}.write(t)
	zhmd(t)
	tree{"docs/a.md": "网络\n"}.write(t)
	before := readTree(t, "zh-TW")
	require.NoError(t, os.Mkdir(".zhmd/journal", 0o777))
	said, err := exec.Command("zhmd").CombinedOutput()
	assert.Error(t, err)
	assert.Contains(t, string(said), "error: .zhmd/journal: is not a regular file")
	assert.Equal(t, before, readTree(t, "zh-TW"))
	if os.Geteuid() == 0 {
		return // the modes of folders say nothing to root
	}
	require.NoError(t, os.Remove(".zhmd/journal"))
	require.NoError(t, os.Chmod(".zhmd", 0o555))
	said, err = exec.Command("zhmd").CombinedOutput()
	assert.Error(t, err)
	assert.Contains(t, string(said), "error: .zhmd/journal: permission denied")
	assert.Equal(t, before, readTree(t, "zh-TW"))
	said, err = exec.Command("zhmd", "--check").CombinedOutput()
	assert.Error(t, err)
	assert.Equal(t, "would change: zh-TW/a.md\n", string(said), "it can be looked at")
	require.NoError(t, os.Chmod(".zhmd", 0o777))
}
