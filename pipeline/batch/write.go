package batch

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"zhmd/pipeline/batch/file"
	"zhmd/pipeline/batch/state"
)

// A content is what a file held when it was read.
type content struct {
	data  []byte      // nil if there was no file
	stamp state.Stamp // of before it was read
}

// hash returns that of the data.
func (c *content) hash() state.Hash { return state.Of(c.data) }

// readIfThere reads the file in the place of an output.
func readIfThere(path string) (c content, err error) {
	if c.stamp, err = state.StampOf(path); errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err == nil {
		c.data, err = file.Read(path, 0)
	}
	return c, err
}

// errChanged is the error about a file that was saved while its new contents were made.
var errChanged = errors.New("changed while it was converted; convert it again when nobody writes to it")

// unchanged fails with errChanged if there is another file at path than was read, or if
// there is one where there was none.
func (c *content) unchanged(path string) error {
	now, err := state.StampOf(path)
	if errors.Is(err, fs.ErrNotExist) && c.data == nil || err == nil && c.data != nil && now == c.stamp {
		return nil
	}
	return errChanged
}

// WriteFile writes a file whole or not at all, as [Run] writes outputs.
func WriteFile(path string, data []byte) error {
	root, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return err
	}
	defer root.Close()
	return file.Replace(root, filepath.Base(path), data, file.Replacement{Sync: true})
}

// replace writes an output. A file that was not there takes the mode of the file model.
func (out *Output) replace(data []byte, model string, r file.Replacement) error {
	info, err := os.Stat(model)
	if err != nil {
		return err
	}
	r.Mode = info.Mode().Perm()
	root, name, err := out.open()
	if err != nil {
		return err
	}
	defer root.Close()
	return file.Replace(root, name, data, r)
}

// open opens the folder that the output may not lead out of, and returns its path in
// that. Links that have come on the way since the run was planned are not followed to
// elsewhere.
func (out *Output) open() (*os.Root, string, error) {
	path, bounds := out.real, out.bounds
	if path == "" {
		path, bounds = out.Path, filepath.Dir(out.Path)
	}
	if err := os.MkdirAll(bounds, 0o777); err != nil {
		return nil, "", err
	}
	root, err := os.OpenRoot(bounds)
	if err != nil {
		return nil, "", err
	}
	name, err := filepath.Rel(bounds, path)
	if err != nil {
		return nil, "", errors.Join(err, root.Close())
	}
	return root, filepath.ToSlash(name), nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
