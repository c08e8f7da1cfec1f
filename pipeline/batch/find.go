package batch

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"zhmd/pipeline"
)

// A Source is a file to convert.
type Source struct {
	Path  string // how to open it
	Below string // its path below the folder that was named, with slashes: {path}
	Size  int64  // in bytes when it was found
	// Walked is true if a folder was named and the file found in it, false if
	// the file was named itself.
	Walked bool
}

// A FileError is a file or folder that could not be found or read.
type FileError struct {
	Path string
	Err  error
}

func (e *FileError) Error() string { return fmt.Sprintf("%s: %v", e.Path, e.Err) }
func (e *FileError) Unwrap() error { return e.Err }

// Find gives the files that names stand for: a file itself, whatever its name,
// and of a folder every file below it that has the extension of a format, in
// lexical order. Skipped are hidden files and folders, node_modules, files that
// are not regular, links to folders, and the files below a root that skip, if
// there is one, says are no sources; see [Template.Outputs].
//
// A name that does not exist or cannot be opened is a [FileError]. What cannot
// be read below a folder is given in failed and does not stop the walk.
func Find(names []string, skip func(root, path string) bool) (sources []Source, failed []error, err error) {
	w := walker{skip: skip, seen: map[string]bool{}}
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			return nil, nil, &FileError{name, reason(err)}
		}
		if info.IsDir() {
			w.root = name
			err = filepath.WalkDir(name, w.visit)
		} else {
			err = w.named(name, info)
		}
		if err != nil {
			return nil, nil, err
		}
	}
	return w.sources, w.failed, nil
}

// reason is the cause of a file system error without the path and the system
// call that it repeats.
func reason(err error) error {
	if e, ok := err.(*fs.PathError); ok {
		return e.Err
	}
	return err
}

type walker struct {
	root    string
	skip    func(root, path string) bool
	seen    map[string]bool
	sources []Source
	failed  []error
}

// named adds a file that was named. It is opened once so that nothing is
// written when one of the inputs cannot be read.
func (w *walker) named(name string, info fs.FileInfo) error {
	f, err := os.Open(name)
	if err != nil {
		return &FileError{name, reason(err)}
	}
	below := filepath.ToSlash(filepath.Clean(name))
	if !filepath.IsLocal(name) {
		below = filepath.Base(name)
	}
	w.add(Source{Path: name, Below: below, Size: info.Size()})
	return f.Close()
}

func (w *walker) visit(path string, entry fs.DirEntry, err error) error {
	switch {
	case err != nil:
		w.failed = append(w.failed, &FileError{path, reason(err)})
		if entry != nil && entry.IsDir() {
			return fs.SkipDir
		}
		return nil
	case path == w.root:
		return nil
	case entry.IsDir():
		if hidden(entry.Name()) || entry.Name() == "node_modules" {
			return fs.SkipDir
		}
		return nil
	}
	w.file(path, entry)
	return nil
}

func (w *walker) file(path string, entry fs.DirEntry) {
	if _, ok := pipeline.FormatOf(path); !ok || hidden(entry.Name()) || w.skip != nil && w.skip(w.root, path) {
		return
	}
	info, err := os.Stat(path) // through a link to a file
	if err != nil {
		w.failed = append(w.failed, &FileError{path, reason(err)})
		return
	}
	if !info.Mode().IsRegular() {
		return
	}
	below, err := filepath.Rel(w.root, path)
	if err != nil {
		w.failed = append(w.failed, &FileError{path, err})
		return
	}
	w.add(Source{Path: path, Below: filepath.ToSlash(below), Size: info.Size(), Walked: true})
}

// add adds a source unless an earlier name gave it already.
func (w *walker) add(s Source) {
	key := resolved(s.Path)
	if !w.seen[key] {
		w.seen[key] = true
		w.sources = append(w.sources, s)
	}
}

func hidden(name string) bool { return strings.HasPrefix(name, ".") }

// resolved gives the absolute path of a file without links, as far as there are
// files.
func resolved(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return filepath.Clean(path)
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real
	}
	if parent := filepath.Dir(abs); parent != abs {
		return filepath.Join(resolved(parent), filepath.Base(abs))
	}
	return abs
}
