package ignore_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/pipeline/batch/ignore"
)

func TestForReadsTheFoldersAbove(t *testing.T) {
	root := t.TempDir()
	write(t, root, map[string]string{
		".ignore":                   "outside.md",
		"repo/.git/info/exclude":    "excluded.md\ntaken.md\n/a/b/anchored.md",
		"repo/.ignore":              "top.md\n!taken.md\n/a/b/c/here.md\nb",
		"repo/.other":               "!top.md",
		"repo/a/.ignore":            "/b/here2.md",
		"repo/a/b/.ignore":          "own.md",
		"repo/a/b/c/unrelated.mark": "",
	})
	s, err := ignore.For(filepath.Join(root, "repo", "a", "b"), ".ignore", ".other")
	require.NoError(t, err)
	for path, want := range map[string]bool{
		"excluded.md": true, "anchored.md": true, "c/here.md": true, "here2.md": true, "c/b": true,
		"outside.md": false, "taken.md": false, "top.md": false, "own.md": false, "c/here2.md": false,
	} {
		assert.Equal(t, want, s.Ignored(path, false), path)
	}
	own, err := ignore.Read(filepath.Join(root, "repo", "a", "b"), ".ignore", ".other")
	require.NoError(t, err)
	s = s.Enter("", own...).Enter("c", rules("!own.md"))
	assert.True(t, s.Ignored("own.md", false))
	assert.False(t, s.Ignored("c/own.md", false))
	assert.True(t, s.Ignored("c/here.md", false))
}

func TestForOutsideOfAWorkTree(t *testing.T) {
	root := t.TempDir()
	write(t, root, map[string]string{".ignore": "a", "b/.ignore": "a"})
	s, err := ignore.For(filepath.Join(root, "b"), ".ignore")
	require.NoError(t, err)
	assert.False(t, s.Ignored("a", false))
	_, err = ignore.For(filepath.Join(root, "none"), ".ignore")
	assert.ErrorIs(t, err, os.ErrNotExist)
}

// TestForFollowsAGitFile has the .git of a submodule, of a linked work tree, of
// one that was moved, and of none.
func TestForFollowsAGitFile(t *testing.T) {
	root := t.TempDir()
	write(t, root, map[string]string{
		"main/info/exclude":           "a",
		"main/worktrees/x/commondir":  "../..\n",
		"main/modules/y/info/exclude": "b",
		"info/exclude":                "c",
		"x/.git":                      "gitdir: " + filepath.Join(root, "main", "worktrees", "x") + "\n",
		"y/.git":                      "gitdir: ../main/modules/y\r\n",
		"gone/.git":                   "gitdir: ../none\n",
		"odd/.git":                    "",
	})
	for name, want := range map[string]string{"x": "a", "y": "b", "gone": "", "odd": ""} {
		s, err := ignore.For(filepath.Join(root, name))
		require.NoError(t, err)
		for _, path := range []string{"a", "b", "c"} {
			assert.Equal(t, path == want, s.Ignored(path, false), "%s in %s", path, name)
		}
	}
}

func TestReadPassesOverWhatIsNoFile(t *testing.T) {
	root := t.TempDir()
	write(t, root, map[string]string{"folder/x": "", "file": "a"})
	names := []string{"none", "folder", "file"}
	if os.Symlink("file", filepath.Join(root, "link")) == nil {
		names = append(names, "link")
	}
	all, err := ignore.Read(root, names...)
	require.NoError(t, err)
	assert.Len(t, all, 1)
}
