package batch

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// readIfThere reads a file; nil if there is none.
func readIfThere(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err == nil && data == nil {
		data = []byte{}
	}
	return data, err
}

// WriteFile writes a file whole or not at all, as [Run] writes outputs.
func WriteFile(path string, data []byte) error { return writeWhole(path, data, "") }

// writeWhole writes a file so that whoever looks sees the old content or all of
// the new: to a temporary file in the same folder that takes the file's place
// when it is complete and on the disk. The mode is that of the file that was
// there, else that of the file model; the owner stays if that may be set.
// Missing folders are made.
//
// google/renameio does the same but not on Windows.
func writeWhole(path string, data []byte, model string) error {
	mode, err := modeOf(path, model)
	if err != nil {
		return err
	}
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	f, err := os.CreateTemp(folder, ".zhmd-*.tmp") // a name with path's in it could be too long
	if err != nil {
		return err
	}
	if err := fill(f, data, mode); err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	keepOwner(f.Name(), path)
	if err := os.Rename(f.Name(), path); err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// fill writes, syncs and closes f. Without the sync a crash could leave the
// file in place and empty.
func fill(f *os.File, data []byte, mode fs.FileMode) error {
	_, err := f.Write(data)
	return errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
}

// plainMode is the mode of a file that has no model.
const plainMode = 0o644

func modeOf(path, model string) (fs.FileMode, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		if model == "" {
			return plainMode, nil
		}
		info, err = os.Stat(model)
	}
	if err != nil {
		return 0, err
	}
	return info.Mode().Perm(), nil
}

// isSpecial tells whether path is there and neither a file nor a folder: a
// device, a pipe.
func isSpecial(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.Mode().IsRegular() && !info.IsDir()
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
