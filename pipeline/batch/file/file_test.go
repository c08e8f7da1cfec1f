package file

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func open(t *testing.T, dir string) *os.Root {
	root, err := os.OpenRoot(dir)
	require.NoError(t, err)
	t.Cleanup(func() { _ = root.Close() })
	return root
}

func TestRead(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a")
	for _, text := range []string{"", "x", strings.Repeat("x", 1024)} {
		require.NoError(t, os.WriteFile(path, []byte(text), 0o666))
		got, err := Read(path, 1024)
		require.NoError(t, err)
		assert.Equal(t, text, string(got))
		assert.NotNil(t, got)
	}
	_, err := Read(path, 1023)
	var large *SizeError
	assert.ErrorAs(t, err, &large)
	_, err = Read(path, 0)
	assert.NoError(t, err)
	_, err = Read(dir, 0)
	assert.ErrorIs(t, err, ErrNotRegular)
	_, err = Read(filepath.Join(dir, "none"), 0)
	assert.ErrorIs(t, err, os.ErrNotExist)
	if runtime.GOOS == "linux" {
		_, err = Read("/dev/zero", 0)
		assert.ErrorIs(t, err, ErrNotRegular)
	}
}

func TestReplace(t *testing.T) {
	dir := t.TempDir()
	root := open(t, dir)
	mode := func(name string) os.FileMode {
		info, err := os.Lstat(filepath.Join(dir, name))
		require.NoError(t, err)
		return info.Mode()
	}
	require.NoError(t, Replace(root, "new/folder/a", []byte("one"), Replacement{Mode: 0o640, FolderMode: 0o700, Sync: true}))
	if runtime.GOOS != "windows" {
		assert.EqualValues(t, 0o640, mode("new/folder/a").Perm())
		assert.EqualValues(t, 0o700, mode("new/folder").Perm())
		require.NoError(t, os.Chmod(filepath.Join(dir, "new/folder/a"), 0o604))
	}
	require.NoError(t, Replace(root, "new/folder/a", []byte("two"), Replacement{Mode: 0o640}))
	if runtime.GOOS != "windows" {
		assert.EqualValues(t, 0o604, mode("new/folder/a").Perm(), "that of the file that was there")
	}
	assert.Equal(t, "two", text(t, dir, "new/folder/a"))

	// What fails at its end changes nothing.
	failed := errors.New("no")
	assert.ErrorIs(t, Replace(root, "new/folder/a", []byte("three"), Replacement{Check: func() error { return failed }}), failed)
	assert.Equal(t, "two", text(t, dir, "new/folder/a"))
	left, err := os.ReadDir(filepath.Join(dir, "new/folder"))
	require.NoError(t, err)
	assert.Len(t, left, 1)
}

func TestReplaceStaysInItsFolder(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "in"), 0o777))
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "out"), 0o777))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "out", "a"), []byte("other"), 0o666))
	require.NoError(t, os.Symlink("../out", filepath.Join(dir, "in", "folder")))
	require.NoError(t, os.Symlink("../out/a", filepath.Join(dir, "in", "link")))
	root := open(t, filepath.Join(dir, "in"))
	for _, name := range []string{"folder/a", "../out/a", "folder/new/a"} {
		assert.Error(t, Replace(root, name, []byte("x"), Replacement{}), name)
	}
	require.NoError(t, Replace(root, "link", []byte("x"), Replacement{}), "a link is replaced")
	assert.Equal(t, "other", text(t, dir, "out/a"))
	assert.Equal(t, "x", text(t, dir, "in/link"))
	left, err := os.ReadDir(filepath.Join(dir, "out"))
	require.NoError(t, err)
	assert.Len(t, left, 1)
}

func text(t *testing.T, dir, name string) string {
	data, err := os.ReadFile(filepath.Join(dir, name))
	require.NoError(t, err)
	return string(data)
}
