package batch

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
	"zhmd/pipeline/batch/file"
	"zhmd/pipeline/batch/state"
)

func TestAFailedWriteLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	model := filepath.Join(dir, "model")
	require.NoError(t, os.WriteFile(model, []byte("old"), 0o600))
	inTheWay := filepath.Join(dir, "out", "a.md")
	require.NoError(t, os.MkdirAll(filepath.Join(inTheWay, "full"), 0o777))
	out := Output{Path: inTheWay}
	assert.Error(t, out.replace([]byte("new"), model, file.Replacement{}))
	left, err := os.ReadDir(filepath.Join(dir, "out"))
	require.NoError(t, err)
	assert.Len(t, left, 1)

	out.Path = filepath.Join(dir, "out", "b.md")
	assert.Error(t, out.replace(nil, filepath.Join(dir, "gone"), file.Replacement{}))
	assert.NoFileExists(t, out.Path)
}

// A folder that became a link after the run was planned does not lead an output out of the
// folder that was named.
func TestLinksThatCameSinceAreNotFollowed(t *testing.T) {
	dir := t.TempDir()
	model, outside := filepath.Join(dir, "model"), filepath.Join(dir, "outside")
	require.NoError(t, os.WriteFile(model, nil, 0o600))
	require.NoError(t, os.MkdirAll(outside, 0o777))
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "site"), 0o777))
	require.NoError(t, os.Symlink(outside, filepath.Join(dir, "site", "zh-TW")))
	path := filepath.Join(dir, "site", "zh-TW", "a.md")
	out := Output{Path: path, real: path, bounds: filepath.Join(dir, "site")}
	assert.ErrorContains(t, out.replace([]byte("new"), model, file.Replacement{}), "escapes")
	assert.NoFileExists(t, filepath.Join(outside, "a.md"))
}

// saver stands for somebody who saves a file while it is converted.
type saver struct {
	path  string
	saves int
}

func (s *saver) Edits(dst []convert.Edit, text []byte, _ []int) []convert.Edit {
	if s.saves > 0 { // once a conversion
		s.saves--
		saved, err := os.ReadFile(s.path)
		if err == nil {
			err = os.WriteFile(s.path, append(saved, "saved\n"...), 0o666)
		}
		if err != nil {
			panic(err)
		}
	}
	for at := range text { // each text of the page
		if at == 0 || text[at-1] == 0xFF {
			dst = append(dst, convert.Edit{Start: at, End: at + 1, New: "x"})
		}
	}
	return dst
}

// What is saved while a file is converted in place is not overwritten: the file is
// converted anew, and left alone if that goes on.
func TestSavesDuringARun(t *testing.T) {
	for saves, want := range []string{"xbc\n", "xbc\nxaved\n", "xbc\nxaved\nxaved\n", "abc\nsaved\nsaved\nsaved\n"} {
		t.Chdir(t.TempDir())
		require.NoError(t, os.WriteFile("a.md", []byte("abc\n"), 0o666))
		tasks := []Task{{Source: Source{Path: "a.md"}, Outputs: []Output{{Path: "a.md", inPlace: true}}}}
		opts := Options{Targets: []Target{{convert.TW, &saver{"a.md", saves}}}}
		require.NoError(t, Run(context.Background(), tasks, opts, func(r Report) {
			if saves == 3 {
				assert.ErrorIs(t, r.Outputs[0].Err, errChanged)
			} else {
				assert.NoError(t, r.Outputs[0].Err)
			}
		}))
		assert.Equal(t, want, contents(t, "a.md"))
	}
}

// Neither is what is saved in the place of an output, whether there was a file or not.
func TestSavesInOutputs(t *testing.T) {
	for _, old := range []string{"", "old"} {
		t.Chdir(t.TempDir())
		require.NoError(t, os.WriteFile("a.md", nil, 0o666))
		if old != "" {
			require.NoError(t, os.WriteFile("out.md", []byte(old), 0o666))
		}
		before, err := readIfThere("out.md")
		require.NoError(t, err)
		require.NoError(t, os.WriteFile("out.md", []byte("saved"), 0o666))
		o, task := Options{}, Task{Source: Source{Path: "a.md"}}
		assert.ErrorIs(t, o.write(&task, Output{Path: "out.md"}, before, []byte("new"), state.Mark{}, false), errChanged)
		assert.Equal(t, "saved", contents(t, "out.md"))
	}
}
