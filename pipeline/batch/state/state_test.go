package state

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
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
	s, err := Open(".")
	require.NoError(t, err)
	return s
}

func TestMarksAreKept(t *testing.T) {
	t.Chdir(t.TempDir())
	s := open(t)
	want := map[string]Mark{"a.md": {Of([]byte("x")), Of([]byte("y"))}, "b c.md": {Of(nil), Of(nil)}, "odd\nname": {Of(nil), Of(nil)}, `"quoted"`: {Of(nil), Of(nil)}, " led": {Of(nil), Of(nil)}}
	for path, m := range want {
		s.SetMark(path, m)
	}
	require.NoError(t, s.Save())
	s = open(t)
	assert.True(t, s.Lists(5))
	assert.False(t, s.Lists(4))
	s.mustLoad()
	assert.Equal(t, want, s.marks)
	assert.Equal(t, []string{" led", "b c.md"}, s.Stale(map[string]bool{"a.md": true, "odd\nname": true, `"quoted"`: true}))
	s.Drop("a.md")
	require.NoError(t, s.Save())
	_, ok := open(t).Mark("a.md")
	assert.False(t, ok)
	require.NoError(t, os.WriteFile(".zhmd/outputs", []byte("# c\nabc\n"), 0o666))
	_, err := Open(".")
	assert.ErrorContains(t, err, "outputs:2:1: this is no mark")
}

// Runs at once lose none of each other's marks.
func TestRunsAtOnce(t *testing.T) {
	t.Chdir(t.TempDir())
	var all sync.WaitGroup
	for i := range 8 {
		s := open(t)
		all.Go(func() {
			for j := range 10 {
				s.SetMark(fmt.Sprintf("%d-%d", i, j), Mark{Of(nil), Of(nil)})
				assert.NoError(t, s.Save())
			}
		})
	}
	all.Wait()
	s := open(t)
	s.mustLoad()
	assert.Len(t, s.marks, 80)
}

func TestWhatIsTheSameIsKnown(t *testing.T) {
	t.Chdir(t.TempDir())
	stamp := write(t, "in/a.md", "text", time.Hour)
	write(t, "out/a.md", "made", 0)
	seen := Seen{Settings: "1", Stamp: stamp, Warnings: []pipeline.Warning{{Message: "odd"}}, Outputs: []SeenOutput{{Path: "out/a.md", Lost: []pipeline.Destination{{Position: pipeline.Position{Line: 1, Column: 2}, Path: "c.png"}}}}}
	s := open(t)
	s.Note("in/a.md", seen)
	require.NoError(t, s.Save())
	s = open(t)
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
	require.NoError(t, os.WriteFile(".zhmd/cache/seen", []byte("no cache"), 0o666))
	assert.Empty(t, open(t).seen)
	require.NoError(t, os.RemoveAll(".zhmd/cache"))
	assert.Empty(t, open(t).seen)
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
	ignored, err := os.ReadFile(".zhmd/.gitignore")
	if err == nil {
		assert.Equal(t, "/cache/\n", string(ignored))
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(encode(map[string]Seen{"a": {Settings: "s", Stamp: Stamp{1, -2, 3}, Bytes: 3, Warnings: []pipeline.Warning{{Message: "m"}},
		Links: []pipeline.Link{{Path: "p", Fragment: "f"}}, Outputs: []SeenOutput{{Path: "o", Lost: []pipeline.Destination{{Path: "d"}}}}}}, listed{Stamp{4, 5, 6}, 7}))
	f.Fuzz(func(t *testing.T, data []byte) {
		if all, l, ok := decode(data); ok {
			again, l2, ok := decode(encode(all, l))
			assert.True(t, ok)
			assert.Equal(t, all, again)
			assert.Equal(t, l, l2)
		}
	})
}
