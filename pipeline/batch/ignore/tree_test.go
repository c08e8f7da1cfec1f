package ignore_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zhmd/pipeline/batch/ignore"
)

type tree struct {
	root           string
	paths          []string // folders end in a slash
	files          map[string]string
	ignored, taken int // how many git ignores, and how many a pattern with ! takes back
}

// growTree makes a tree whose ignore files are there twice: whole for git, and
// parted in two with other names, of which the second comes later and wins.
func growTree(t *testing.T, f forest, root string) *tree {
	tree := &tree{root: root, paths: f.paths("", 4), files: map[string]string{}}
	for _, path := range tree.paths {
		if strings.HasSuffix(path, "/") {
			require.NoError(t, os.MkdirAll(filepath.Join(root, path), 0o777))
		} else {
			tree.files[path] = ""
		}
	}
	require.NoError(t, os.MkdirAll(root, 0o777))
	git(t, root, "", "init", "-q", "--template=")
	for _, dir := range append([]string{""}, tree.paths...) {
		if (dir == "" || strings.HasSuffix(dir, "/")) && f.IntN(2) == 0 {
			tree.addIgnoreFile(f, dir)
		}
	}
	tree.files[".git/info/exclude"] = strings.Join(f.ignoreFile(tree.paths), "\n")
	write(t, root, tree.files)
	return tree
}

func (tree *tree) addIgnoreFile(f forest, dir string) {
	below := []string{"a"}
	for _, path := range tree.paths {
		if path, ok := strings.CutPrefix(path, dir); ok && path != "" {
			below = append(below, path)
		}
	}
	all := f.ignoreFile(below)
	half := f.IntN(len(all) + 1)
	end := f.pick([]string{"", "\n"})
	tree.files[dir+".gitignore"] = strings.Join(all, "\n") + end
	tree.files[dir+".first"] = strings.Join(all[:half], "\n")
	tree.files[dir+".second"] = strings.Join(all[half:], "\n") + end
	if half > 0 {
		// A byte order mark that was in the middle of the file has to stay there.
		tree.files[dir+".second"] = "\n" + tree.files[dir+".second"]
	}
}

// compare walks the whole tree, and one folder of it that is not ignored.
func (tree *tree) compare(t *testing.T) {
	patterns := gitIgnores(t, tree.root, tree.paths)
	want := map[string]string{}
	start := ""
	for i, path := range tree.paths {
		want[strings.TrimSuffix(path, "/")] = patterns[i]
		switch {
		case strings.HasPrefix(patterns[i], "!"):
			tree.taken++
		case patterns[i] != "":
			tree.ignored++
		}
		if strings.HasSuffix(path, "/") && !isIgnored(patterns[i]) {
			start = strings.TrimSuffix(path, "/")
		}
	}
	tree.compareBelow(t, "", want)
	tree.compareBelow(t, start, want)
}

func (tree *tree) compareBelow(t *testing.T, start string, want map[string]string) {
	taken := walk(t, filepath.Join(tree.root, start))
	for name, pattern := range want {
		below, err := filepath.Rel(start, name)
		require.NoError(t, err)
		if below != "." && filepath.IsLocal(below) {
			require.Equal(t, !isIgnored(pattern), taken[below],
				"%q from %q: git says %q; %s", name, start, pattern, tree.rules(name))
		}
	}
}

// isIgnored tells what a deciding pattern says.
func isIgnored(pattern string) bool {
	return pattern != "" && !strings.HasPrefix(pattern, "!")
}

// rules lists the ignore files that a path is subject to.
func (tree *tree) rules(name string) string {
	all := fmt.Sprintf("info/exclude %q", tree.files[".git/info/exclude"])
	for i := range len(name) {
		if dir := name[:i]; i == 0 || name[i-1] == '/' {
			all += fmt.Sprintf(", %q %q", dir, tree.files[dir+".gitignore"])
		}
	}
	return all
}

// walk gives the files and folders that a walk takes.
func walk(t *testing.T, root string) map[string]bool {
	taken := map[string]bool{}
	stack, err := ignore.For(root, ".first", ".second")
	require.NoError(t, err)
	require.NoError(t, filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		require.NoError(t, err)
		name, err := filepath.Rel(root, file)
		require.NoError(t, err)
		if entry.Name() == ".git" || stack.Ignored(name, entry.IsDir()) {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		taken[name] = true
		if entry.IsDir() {
			rules, err := ignore.Read(file, ".first", ".second")
			require.NoError(t, err)
			stack = stack.Enter(name, rules...)
		}
		return nil
	}))
	return taken
}
