package batch

import (
	"errors"
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
	Link  bool   // it is a link that was found in a folder, not named itself
}

// A FileError is a file or folder that could not be found or read.
type FileError struct {
	Path string
	Err  error
}

func (e *FileError) Error() string { return fmt.Sprintf("%s: %v", e.Path, e.Err) }
func (e *FileError) Unwrap() error { return e.Err }

// Found is what [Find] found.
type Found struct {
	Sources []Source
	Skipped []string // files that look like outputs of an earlier run
	Failed  []error  // what could not be read below a folder, each a [FileError]
}

// Find gives the files that names stand for: a file itself, whatever its name,
// and of a folder every file below it that has the extension of a format, in
// lexical order. Left out are hidden files and folders, node_modules, files that
// are not regular, links to folders, and the files below a root that isOutput,
// if there is one, takes for outputs; see [Template.Outputs].
//
// A name that does not exist, cannot be opened or is neither a folder nor a
// regular file is a [FileError]. What cannot be read below a folder does not
// stop the walk.
func Find(names []string, isOutput func(root, path string) bool) (*Found, error) {
	w := walker{isOutput: isOutput, seen: map[string]bool{}}
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			return nil, fileError(name, err)
		}
		if info.IsDir() {
			w.root = name
			// With the separator a link to a folder is walked.
			err = filepath.WalkDir(filepath.Clean(name)+string(filepath.Separator), w.visit)
		} else {
			err = w.named(name, info)
		}
		if err != nil {
			return nil, err
		}
	}
	return &w.found, nil
}

var errNotRegular = errors.New("is not a regular file")

// fileError is err without the system call and the path that it repeats.
func fileError(path string, err error) error {
	var inner *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &inner):
		err = inner.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return &FileError{path, err}
}

type walker struct {
	root     string
	isOutput func(root, path string) bool
	seen     map[string]bool
	found    Found
}

func (w *walker) fail(path string, err error) {
	w.found.Failed = append(w.found.Failed, fileError(path, err))
}

// named adds a file that was named. It is opened once so that nothing is
// written when one of the inputs cannot be read.
func (w *walker) named(name string, info fs.FileInfo) error {
	if !info.Mode().IsRegular() {
		return &FileError{name, errNotRegular}
	}
	f, err := os.Open(name)
	if err != nil {
		return fileError(name, err)
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
		w.fail(path, err)
		if entry != nil && entry.IsDir() {
			return fs.SkipDir
		}
		return nil
	case entry.IsDir():
		if path != filepath.Clean(w.root)+string(filepath.Separator) && (hidden(entry.Name()) || entry.Name() == "node_modules") {
			return fs.SkipDir
		}
		return nil
	}
	w.file(path, entry)
	return nil
}

func (w *walker) file(path string, entry fs.DirEntry) {
	if _, ok := pipeline.FormatOf(path); !ok || hidden(entry.Name()) {
		return
	}
	info, err := os.Stat(path) // through a link to a file
	if err != nil {
		w.fail(path, err)
		return
	}
	if !info.Mode().IsRegular() {
		return
	}
	if w.isOutput != nil && w.isOutput(w.root, path) {
		w.found.Skipped = append(w.found.Skipped, path)
		return
	}
	below, err := filepath.Rel(w.root, path)
	if err != nil {
		w.fail(path, err)
		return
	}
	link := entry.Type()&fs.ModeSymlink != 0
	w.add(Source{Path: path, Below: filepath.ToSlash(below), Size: info.Size(), Link: link})
}

// add adds a source unless an earlier name gave it already.
func (w *walker) add(s Source) {
	key := slashAbs(s.Path)
	if !w.seen[key] {
		w.seen[key] = true
		w.found.Sources = append(w.found.Sources, s)
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
