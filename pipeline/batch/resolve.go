package batch

import (
	"io/fs"
	"os"
	"path/filepath"
)

// A resolver resolves the paths of many files, of which most lie in few folders.
type resolver struct{ folders map[string]string }

func newResolver() *resolver { return &resolver{map[string]string{}} }

// folder gives the absolute path of a folder without links, as far as there are folders.
func (r *resolver) folder(path string) string {
	real, ok := r.folders[path]
	if !ok {
		real = resolved(path)
		r.folders[path] = real
	}
	return real
}

// file gives the absolute path of a file that is no link itself, without links.
func (r *resolver) file(path string) string {
	dir, base := filepath.Split(path)
	return filepath.Join(r.folder(filepath.Clean(dir)), base)
}

// path gives the absolute path of a file without links, and what is there, nil for
// nothing.
func (r *resolver) path(path string) (real string, info fs.FileInfo) {
	path = filepath.Clean(path)
	real = filepath.Join(r.folder(filepath.Dir(path)), filepath.Base(path))
	info, err := os.Lstat(real)
	if err != nil {
		return real, nil
	}
	if info.Mode()&fs.ModeSymlink == 0 {
		return real, info
	}
	if info, err = os.Stat(path); err != nil {
		info = nil
	}
	return resolved(path), info
}

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
