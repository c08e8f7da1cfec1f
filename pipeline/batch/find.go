package batch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"zhmd/pipeline"
	"zhmd/pipeline/batch/file"
	"zhmd/pipeline/batch/ignore"
	"zhmd/pipeline/batch/state"
)

// A Source is a file to convert.
type Source struct {
	Path  string // how to open it
	Below string // its path below the folder that was named, with slashes: {path}
	Size  int64  // in bytes when it was found
	Link  bool   // it is a link that was found in a folder, not named itself
	Named bool   // it was named itself
	AsIs  bool   // it is no page, and goes along with them as it is
	stamp state.Stamp
	wrote bool // an earlier run has written it
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
	Written []string // those of them that only [Walk.Wrote] tells of
	Failed  []error  // what could not be read below a folder, each a [FileError]
	Folders []string // that were looked into
}

// A Walk says what [Walk.Find] leaves out; the zero Walk leaves out what git does.
type Walk struct {
	// IsOutput tells what an earlier run has written, see [Template.Outputs]; nil for
	// nothing.
	IsOutput func(root, path string) bool
	// Wrote tells what an earlier run has written by what is known of the site, whatever
	// the template was then; nil for nothing. Where a folder has nothing else, that was
	// meant.
	Wrote func(path string) bool
	// Exclude tells what else is left out, files and whole folders; nil for nothing.
	Exclude func(root, path string, isFolder bool) bool
	// Copy tells which files that are no pages go along with them, pictures beside them;
	// nil for none.
	Copy    func(root, path string) bool
	Hidden  bool // take hidden files and folders too
	Ignored bool // take what ignore files leave out too
}

// IgnoreFiles are the names of files that say what a walk leaves out, in the syntax of
// git; in one folder the later counts more.
var IgnoreFiles = []string{".gitignore", ".zhmdignore"}

// Find gives the files that names stand for: a file itself, whatever its name,
// and of a folder every file below it that has the extension of a format, in
// lexical order. Left out are what ignore files name, hidden files and folders,
// node_modules, files that are not regular, links to folders, and what w says.
//
// A name that does not exist, cannot be opened or is neither a folder nor a
// regular file is a [FileError]. What cannot be read below a folder does not
// stop the walk.
func (w Walk) Find(names ...string) (*Found, error) {
	all := walker{Walk: w, seen: map[string]bool{}}
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			return nil, fileError(name, err)
		}
		if info.IsDir() {
			err = all.folder(name)
		} else {
			err = all.named(name, info)
		}
		if err != nil {
			return nil, err
		}
	}
	return &all.found, nil
}

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
	Walk
	root   string
	abs    string // of the root, with slashes
	ignore *ignore.Stack
	seen   map[string]bool
	found  Found
}

// folder walks one that was named. With the separator a link to a folder is walked.
func (w *walker) folder(name string) (err error) {
	w.root, w.abs, w.ignore = filepath.Clean(name)+string(filepath.Separator), slashAbs(name), nil
	if !w.Ignored {
		if w.ignore, err = ignore.For(name, IgnoreFiles...); err != nil {
			return fileError(name, err)
		}
	}
	first := len(w.found.Sources)
	err = filepath.WalkDir(w.root, w.visit)
	w.withoutWritten(first)
	return err
}

// withoutWritten leaves out, of the sources from the first on, what an earlier run has
// written.
func (w *walker) withoutWritten(first int) {
	if w.Wrote == nil {
		return
	}
	var written []string
	pages := 0
	all := w.found.Sources[first:]
	for i := range all {
		if all[i].wrote = w.Wrote(all[i].Path); all[i].wrote {
			written = append(written, all[i].Path)
			continue
		}
		if !all[i].AsIs {
			pages++
		}
	}
	if pages > 0 && len(written) > 0 {
		own := slices.DeleteFunc(all, func(s Source) bool { return s.wrote })
		w.found.Sources = w.found.Sources[:first+len(own)]
		w.found.Skipped, w.found.Written = append(w.found.Skipped, written...), append(w.found.Written, written...)
	}
}

func (w *walker) fail(path string, err error) {
	w.found.Failed = append(w.found.Failed, fileError(path, err))
}

// named adds a file that was named. It is opened once so that nothing is
// written when one of the inputs cannot be read.
func (w *walker) named(name string, info fs.FileInfo) error {
	if !info.Mode().IsRegular() {
		return &FileError{name, file.ErrNotRegular}
	}
	f, err := os.Open(name)
	if err != nil {
		return fileError(name, err)
	}
	below := filepath.ToSlash(filepath.Clean(name))
	if !filepath.IsLocal(name) {
		below = filepath.Base(name)
	}
	w.add(slashAbs(name), Source{Path: name, Below: below, Size: info.Size(), Named: true, stamp: state.StampIn(info)})
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
		return w.enter(path, entry)
	}
	if below := w.below(path); !w.leavesOut(path, below, entry) {
		w.file(path, below, entry)
	}
	return nil
}

// enter goes into a folder, or passes it over.
func (w *walker) enter(path string, entry fs.DirEntry) error {
	below := w.below(path)
	if below != "." && w.leavesOut(path, below, entry) {
		return fs.SkipDir
	}
	w.found.Folders = append(w.found.Folders, path)
	if w.Ignored {
		return nil
	}
	rules, err := ignore.Read(path, IgnoreFiles...)
	if err != nil { // what it leaves out must not be taken
		if inner := (*fs.PathError)(nil); errors.As(err, &inner) {
			path = inner.Path
		}
		w.fail(path, err)
		return fs.SkipDir
	}
	w.ignore = w.ignore.Enter(below, rules...)
	return nil
}

// leavesOut tells whether a file or folder is none that is looked for.
func (w *walker) leavesOut(path, below string, entry fs.DirEntry) bool {
	return w.skips(w.root, path, entry.IsDir()) || w.ignore.Ignored(below, entry.IsDir())
}

// skips reports whether a walk of root leaves out a file or a folder whatever ignore files
// say.
func (w *Walk) skips(root, path string, isDir bool) bool {
	name := filepath.Base(path)
	return isDir && (name == ".git" || name == "node_modules") || !w.Hidden && hidden(name) ||
		w.Exclude != nil && w.Exclude(root, path, isDir)
}

// isSource reports whether a file is a page, or one that goes along with the pages.
func (w *Walk) isSource(root, path string) bool {
	_, isPage := pipeline.FormatOf(path)
	return isPage || w.Copy != nil && w.Copy(root, path)
}

// below gives the path below the folder that was named, with slashes.
func (w *walker) below(path string) string {
	rel, err := filepath.Rel(w.root, path)
	if err != nil {
		return "." // it cannot be: the walk begins there
	}
	return filepath.ToSlash(rel)
}

func (w *walker) file(path, below string, entry fs.DirEntry) {
	if !w.isSource(w.root, path) {
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
	if w.IsOutput != nil && w.IsOutput(w.root, path) {
		w.found.Skipped = append(w.found.Skipped, path)
		return
	}
	link := entry.Type()&fs.ModeSymlink != 0
	_, isPage := pipeline.FormatOf(path)
	w.add(w.abs+"/"+below, Source{Path: path, Below: below, Size: info.Size(), Link: link, AsIs: !isPage, stamp: state.StampIn(info)})
}

// add adds a source unless an earlier name gave it already. abs is its absolute path.
func (w *walker) add(abs string, s Source) {
	if !w.seen[abs] {
		w.seen[abs] = true
		w.found.Sources = append(w.found.Sources, s)
	}
}

func hidden(name string) bool { return strings.HasPrefix(name, ".") }
