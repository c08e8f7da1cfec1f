package state

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/pipeline"
)

func write(t *testing.T, path, text string, ago time.Duration) Stamp {
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o777))
	require.NoError(t, os.WriteFile(path, []byte(text), 0o666))
	at := time.Now().Add(-ago)
	require.NoError(t, os.Chtimes(path, at, at))
	stamp, err := StampOf(path)
	require.NoError(t, err)
	return stamp
}

func open(t *testing.T) *Store {
	s, err := Open(t.Context(), ".", func() {})
	require.NoError(t, err)
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// reopen opens the state for the next run.
func (s *Store) reopen(t *testing.T) *Store {
	require.NoError(t, s.Close())
	return open(t)
}

func TestMarksAreKept(t *testing.T) {
	t.Chdir(t.TempDir())
	s := open(t)
	want := map[string]Mark{"a.md": {Of([]byte("x")), Of([]byte("y"))}, "b c.md": {Of(nil), Of(nil)}, "odd\nname": {Of(nil), Of(nil)}, `"quoted"`: {Of(nil), Of(nil)}, " led": {Of(nil), Of(nil)}}
	for path, m := range want {
		s.SetMark(path, m)
	}
	require.NoError(t, s.Save())
	s = s.reopen(t)
	assert.True(t, s.Lists(5))
	assert.False(t, s.Lists(4))
	assert.Equal(t, want, s.marks)
	assert.Equal(t, []string{" led", "b c.md"}, s.Stale(map[string]bool{"a.md": true, "odd\nname": true, `"quoted"`: true}))
	s.Drop("a.md")
	require.NoError(t, s.Save())
	s = s.reopen(t)
	_, ok := s.Mark("a.md")
	assert.False(t, ok)
	require.NoError(t, s.Close())
}

// What is no mark is an error with its line, before anything is done by it.
func TestMarksAreChecked(t *testing.T) {
	h := string(Of(nil))
	for _, line := range []string{
		"abc", h + " " + h[1:] + "/ a.md", h + " " + strings.ToUpper(h) + " a.md", h + " ../../../../../../../../../../../.. a.md",
		"..////////////////////../../../v " + strings.Repeat("0", 32) + " zh-TW/a.md", h + "\x00 " + h + " a.md", h + " " + h,
	} {
		t.Chdir(t.TempDir())
		require.NoError(t, os.Mkdir(Folder, 0o777))
		require.NoError(t, os.WriteFile(".zhmd/outputs", []byte("# c\n"+line+"\n"), 0o666))
		_, err := Open(t.Context(), ".", func() {})
		assert.ErrorContains(t, err, "outputs:2:1: this is no mark", line)
		_, err = View(t.Context(), ".")
		assert.ErrorContains(t, err, "outputs:2:1: this is no mark", line)
	}
}

// Only one run has a site open, and none of its marks is lost.
func TestRunsWaitForEachOther(t *testing.T) {
	t.Chdir(t.TempDir())
	var all sync.WaitGroup
	var inside atomic.Int32
	for i := range 8 {
		all.Go(func() {
			for j := range 10 {
				s, err := Open(t.Context(), ".", func() {})
				if !assert.NoError(t, err) {
					return
				}
				assert.EqualValues(t, 1, inside.Add(1))
				s.SetMark(fmt.Sprintf("%d-%d", i, j), Mark{Of(nil), Of(nil)})
				assert.NoError(t, s.Save())
				inside.Add(-1)
				assert.NoError(t, s.Close())
			}
		})
	}
	all.Wait()
	s := open(t)
	assert.Len(t, s.marks, 80)
}

// One that waits says so, and goes when it is told to.
func TestWaitingIsSaid(t *testing.T) {
	t.Chdir(t.TempDir())
	open(t)
	ctx, cancel := context.WithCancel(t.Context())
	_, err := Open(ctx, ".", cancel)
	assert.ErrorIs(t, err, context.Canceled)
	s, err := View(t.Context(), ".")
	require.NoError(t, err, "one that only looks does not wait")
	require.NoError(t, s.Close())
}

func TestWhatIsTheSameIsKnown(t *testing.T) {
	t.Chdir(t.TempDir())
	stamp := write(t, "in/a.md", "text", time.Hour)
	write(t, "out/a.md", "made", 0)
	seen := Seen{Settings: "1", Stamp: stamp, Warnings: []pipeline.Warning{{Message: "odd"}}, Outputs: []SeenOutput{{Path: "out/a.md", Lost: []pipeline.Destination{{Position: pipeline.Position{Line: 1, Column: 2}, Path: "c.png"}}}}}
	s := open(t)
	s.Note("in/a.md", seen)
	require.NoError(t, s.Save())
	s = s.reopen(t)
	got, ok := s.Same("in/a.md", stamp, "1", []string{"out/a.md"})
	require.True(t, ok)
	assert.Equal(t, seen.Warnings, got.Warnings)
	assert.Equal(t, seen.Outputs[0].Lost, got.Outputs[0].Lost)
	for _, c := range []struct{ source, settings, output string }{{"in/b.md", "1", "out/a.md"}, {"in/a.md", "2", "out/a.md"}, {"in/a.md", "1", "out/b.md"}} {
		_, ok := s.Same(c.source, stamp, c.settings, []string{c.output})
		assert.False(t, ok, "%v", c)
	}
	write(t, "out/a.md", "edited", 0)
	_, ok = s.Same("in/a.md", stamp, "1", []string{"out/a.md"})
	assert.False(t, ok)

	// What was written a moment ago may be written again and look the same.
	stamp = write(t, "in/new.md", "x", 0)
	s.Note("in/new.md", Seen{Stamp: stamp})
	_, ok = s.Same("in/new.md", stamp, "", nil)
	assert.False(t, ok)

	// A cache that is damaged or gone is none.
	require.NoError(t, os.WriteFile(".zhmd/cache/seen", []byte("no cache"), 0o600))
	s = s.reopen(t)
	assert.Empty(t, s.seen)
	require.NoError(t, os.RemoveAll(".zhmd/cache"))
	assert.Empty(t, s.reopen(t).seen)
}

func TestTextsOfSourcesAreKept(t *testing.T) {
	t.Chdir(t.TempDir())
	s := open(t)
	old, now := []byte("old"), []byte("new")
	require.NoError(t, s.Keep(Of(old), old))
	require.NoError(t, s.Keep(Of(now), now))
	s.SetMark("a", Mark{Of(nil), Of(old)})
	require.NoError(t, s.Save())
	text, ok := s.Text(Of(old))
	require.True(t, ok)
	assert.Equal(t, old, text)
	s.SetMark("a", Mark{Of(nil), Of(now)})
	require.NoError(t, s.Save())
	_, ok = s.Text(Of(old))
	assert.False(t, ok)
	_, ok = s.Text(Of(now))
	assert.True(t, ok)

	// A damaged text is none, and is written again; one that unpacks to anything is not
	// unpacked to its end.
	path := filepath.Join(Folder, filepath.FromSlash(textName(Of(now))))
	for _, damage := range [][]byte{nil, []byte("x"), bomb(t)} {
		require.NoError(t, os.WriteFile(path, damage, 0o600))
		s = s.reopen(t)
		_, ok = s.Text(Of(now))
		assert.False(t, ok)
		require.NoError(t, s.Keep(Of(now), now))
		text, ok = s.Text(Of(now))
		assert.True(t, ok)
		assert.Equal(t, now, text)
	}
}

// bomb returns a small file that unpacks to more than any text.
func bomb(t *testing.T) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, err := io.Copy(z, io.LimitReader(zeros{}, 2*maxText))
	require.NoError(t, errors.Join(err, z.Close()))
	return b.Bytes()
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// Nobody else can read what is kept of sources.
func TestTheCacheIsPrivate(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there are no such modes")
	}
	t.Chdir(t.TempDir())
	require.NoError(t, os.MkdirAll(".zhmd/cache/sources", 0o755)) // by an earlier version
	require.NoError(t, os.WriteFile(".zhmd/.gitignore", []byte("/cache/\n"), 0o644))
	s := open(t)
	require.NoError(t, s.Begin())
	require.NoError(t, s.Keep(Of([]byte("x")), []byte("x")))
	s.Note("a", Seen{})
	s.SetMark("a", Mark{Of(nil), Of([]byte("x"))})
	require.NoError(t, s.Save())
	mode := func(path string) fs.FileMode {
		info, err := os.Stat(path)
		require.NoError(t, err)
		return info.Mode().Perm()
	}
	assert.EqualValues(t, 0o700, mode(".zhmd/cache"))
	assert.EqualValues(t, 0o600, mode(".zhmd/cache/seen"))
	assert.EqualValues(t, 0o600, mode(filepath.Join(Folder, textName(Of([]byte("x"))))))
	write(t, "other", "", 0)
	assert.Equal(t, mode("other"), mode(".zhmd/outputs"), "by the umask")
	ignored, err := os.ReadFile(".zhmd/.gitignore")
	require.NoError(t, err)
	assert.Equal(t, ignoreRules, string(ignored))
}

// TestUnfinishedRuns has runs that end between two of the steps of writing an output.
func TestUnfinishedRuns(t *testing.T) {
	before, after := Mark{Of([]byte("made1")), Of([]byte("source1"))}, Mark{Of([]byte("made2")), Of([]byte("source2"))}
	for _, c := range []struct {
		name, was, writes, is string
		want                  Mark
		marked                bool
	}{
		{"it was not written", "made1", "made2", "made1", before, true},
		{"it was", "made1", "made2", "made2", after, true},
		{"an edited one was not", "edited1", "edited2", "edited1", before, true},
		{"an edited one was", "edited1", "edited2", "edited2", after, true},
		{"somebody has edited it since", "made1", "made2", "own", Mark{}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			s := open(t)
			s.SetMark("out/a.md", before)
			require.NoError(t, s.Save())
			require.NoError(t, s.Begin())
			require.NoError(t, s.Writing("out/a.md", Of([]byte(c.was)), Of([]byte(c.writes)), after))
			write(t, "out/a.md", c.is, 0)
			write(t, "out/.zhmd-12345678.tmp", "half", 0)

			looked, err := View(t.Context(), ".")
			require.NoError(t, err)
			got, marked := looked.Mark("out/a.md")
			assert.Equal(t, c.marked, marked)
			assert.Equal(t, c.want, got)
			assert.FileExists(t, ".zhmd/journal")
			require.NoError(t, looked.Close())

			s = s.reopen(t)
			got, marked = s.Mark("out/a.md")
			assert.Equal(t, c.marked, marked)
			assert.Equal(t, c.want, got)
			assert.NoFileExists(t, ".zhmd/journal")
			assert.NoFileExists(t, "out/.zhmd-12345678.tmp")
			s = s.reopen(t)
			got, _ = s.Mark("out/a.md")
			assert.Equal(t, c.want, got, "it is saved")
		})
	}
}

// A line that was not completed is none.
func TestATornJournal(t *testing.T) {
	t.Chdir(t.TempDir())
	s := open(t)
	require.NoError(t, s.Begin())
	write(t, "a.md", "made", 0)
	write(t, "b.md", "made", 0)
	m := Mark{Of([]byte("made")), Of(nil)}
	require.NoError(t, s.Writing("a.md", Of(nil), m.Generated, m))
	require.NoError(t, s.Writing("b.md", Of(nil), m.Generated, m))
	text, err := os.ReadFile(".zhmd/journal")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(".zhmd/journal", text[:len(text)-2], 0o666))
	s = s.reopen(t)
	_, ok := s.Mark("a.md")
	assert.True(t, ok)
	_, ok = s.Mark("b.md")
	assert.False(t, ok)
}

// What lies in the place of the state and is none is an error, and nothing waits for it.
func TestOddStates(t *testing.T) {
	for name, c := range map[string]struct {
		make func() error
		want string
	}{
		"a link":            {func() error { return errors.Join(os.Mkdir("other", 0o777), os.Symlink("other", Folder)) }, Folder + ": is not a folder"},
		"a file":            {func() error { return os.WriteFile(Folder, nil, 0o666) }, Folder + ": is not a folder"},
		"marks elsewhere":   {func() error { return errors.Join(os.Mkdir(Folder, 0o777), os.Symlink("/dev/zero", ".zhmd/outputs")) }, "outputs: is not a regular file"},
		"a folder of them":  {func() error { return os.MkdirAll(".zhmd/outputs", 0o777) }, "outputs: is not a regular file"},
		"a cache elsewhere": {func() error { return errors.Join(os.Mkdir(Folder, 0o777), os.Symlink("..", ".zhmd/cache")) }, "cache: is not a folder"},
		"a lock elsewhere":  {func() error { return errors.Join(os.Mkdir(Folder, 0o777), os.Symlink("../made", ".zhmd/lock")) }, "lock: is not a regular file"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			require.NoError(t, c.make())
			_, err := Open(t.Context(), ".", func() {})
			assert.ErrorContains(t, err, c.want)
			assert.NoFileExists(t, "made")
		})
	}
}

func TestCacheKeepsOnlyWhatJSONDoes(t *testing.T) {
	seen := Seen{Settings: "s", Stamp: Stamp{1, -2, 3, 4}, Bytes: 3, Warnings: []pipeline.Warning{{Position: pipeline.Position{Line: 1, Column: 2}, Message: "m\uFFFD"}},
		Links: []pipeline.Link{{Path: "p", Fragment: "f"}}, Outputs: []SeenOutput{{Path: "o\n", Lost: []pipeline.Destination{{Path: "d"}}}}}
	all := map[string]Seen{"a": seen, "b\xff": seen, "c": {Links: []pipeline.Link{{Path: "\xe8"}}}}
	data, err := encode(all)
	require.NoError(t, err)
	assert.Equal(t, map[string]Seen{"a": seen}, decode(data))
	assert.Empty(t, decode(bytes.Replace(data, []byte("{"), bytes.Repeat([]byte(" "), maxLine), 1)))
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"Source":"a","Settings":"s","Stamp":{"Size":1,"Time":-2,"Node":3,"Change":4},"Warnings":[{"Line":1,"Column":2,"Message":"m"}],"Outputs":[{"Path":"o","Lost":[]}]}` + "\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		all := decode(data)
		text, err := encode(all)
		require.NoError(t, err)
		assert.Equal(t, all, decode(text))
	})
}
