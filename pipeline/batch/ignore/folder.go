package ignore

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"zhmd/pipeline/batch/file"
)

// maxSize bounds the size of an ignore file.
const maxSize = 1 << 20

// Read reads the ignore files of a folder, such as .gitignore, in the order of
// their names. A name that there is no regular file of is passed over, and so is,
// as in git, one that is a link.
func Read(folder string, names ...string) ([]*Rules, error) {
	var all []*Rules
	for _, name := range names {
		path := filepath.Join(folder, name)
		info, err := os.Lstat(path)
		if errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
			continue
		}
		text, err := file.Read(path, maxSize)
		if err != nil {
			return nil, err
		}
		all = append(all, Parse(text))
	}
	return all, nil
}

// For gives the stack that the walk of a folder begins with. If the folder is in
// a git work tree, these are the rules of the repository's info/exclude and, of
// the folders above up to the one that holds .git, those of the files with the
// names given; otherwise there are none. The folder's own files are not among
// them: the walk reads them as it does those of all others, see [Read].
//
// It is not asked whether the folder itself is ignored, since it was named.
func For(root string, names ...string) (*Stack, error) {
	root, err := filepath.Abs(root)
	if err == nil {
		root, err = filepath.EvalSymlinks(root)
	}
	if err != nil {
		return nil, err
	}
	top, ok := WorkTree(root)
	if !ok {
		return &Stack{}, nil
	}
	below, err := filepath.Rel(top, root)
	if err != nil {
		return nil, err
	}
	return between(top, filepath.ToSlash(below), names)
}

// between gives the stack for a folder below the top of a work tree.
func between(top, below string, names []string) (*Stack, error) {
	s := (&Stack{}).Enter("", excludes(top))
	if below == "." {
		return s, nil
	}
	dir := ""
	for name := range strings.SplitSeq(below, "/") {
		rules, err := Read(filepath.Join(top, filepath.FromSlash(dir)), names...)
		if err != nil {
			return nil, err
		}
		s = s.Enter(dir, rules...)
		dir = path.Join(dir, name)
	}
	return &Stack{folder(dir), s.levels}, nil
}

// WorkTree returns the folder that holds .git, at or above dir, which is absolute; ok is
// false if there is none.
func WorkTree(dir string) (top string, ok bool) {
	for {
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			return dir, true
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", false
		}
		dir = parent
	}
}

// excludes gives no rules if the file cannot be read: it is not one of the
// user's, and what holds it need not be a repository that git can read.
func excludes(top string) *Rules {
	text, err := file.Read(filepath.Join(repository(top), "info", "exclude"), maxSize)
	if err != nil {
		return nil
	}
	return Parse(text)
}

// repository gives the folder that info lies in. In a submodule or a linked work
// tree .git is a file that says where it is; see gitrepository-layout(5).
func repository(top string) string {
	git := filepath.Join(top, ".git")
	if text, err := file.Read(git, maxSize); err == nil {
		if name, ok := strings.CutPrefix(string(text), "gitdir: "); ok {
			git = pathFrom(top, name)
		}
	}
	if text, err := file.Read(filepath.Join(git, "commondir"), maxSize); err == nil {
		git = pathFrom(git, string(text))
	}
	return git
}

// pathFrom gives the path that a file in a folder holds.
func pathFrom(folder, text string) string {
	name := filepath.FromSlash(strings.TrimRight(text, "\r\n"))
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(folder, name)
}
