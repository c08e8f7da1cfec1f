package batch

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAFailedWriteLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	model := filepath.Join(dir, "model")
	require.NoError(t, os.WriteFile(model, []byte("old"), 0o600))
	inTheWay := filepath.Join(dir, "out", "a.md")
	require.NoError(t, os.MkdirAll(filepath.Join(inTheWay, "full"), 0o777))
	assert.Error(t, writeWhole(inTheWay, []byte("new"), model, true))
	left, err := os.ReadDir(filepath.Join(dir, "out"))
	require.NoError(t, err)
	assert.Len(t, left, 1)

	assert.Error(t, writeWhole(filepath.Join(dir, "out", "b.md"), nil, filepath.Join(dir, "gone"), true))
	assert.NoFileExists(t, filepath.Join(dir, "out", "b.md"))
}

func TestWriteWholeReplaces(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "folder", "a.md")
	model := filepath.Join(t.TempDir(), "model")
	require.NoError(t, os.WriteFile(model, nil, 0o640))
	require.NoError(t, writeWhole(path, []byte("one"), model, true))
	require.NoError(t, writeWhole(path, []byte("two"), model, true))
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, "two", string(data))
	left, err := os.ReadDir(filepath.Dir(path))
	require.NoError(t, err)
	assert.Len(t, left, 1)
}
