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
func WriteFile(path string, data []byte) error { return writeWhole(path, data, "", true) }

// writeWhole writes a file so that whoever looks sees the old content or all of
// the new: to a temporary file in the same folder that takes the file's place
// when it is complete and, with sync, on the disk: then the content is not lost even if
// the machine stops. The mode is that of the file that was
// there, else that of the file model; the owner stays if that may be set.
// Missing folders are made.
//
// google/renameio does the same but not on Windows.
func writeWhole(path string, data []byte, model string, sync bool) error {
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
	if err := fill(f, data, mode, sync); err != nil {
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
func fill(f *os.File, data []byte, mode fs.FileMode, sync bool) error {
	_, err := f.Write(data)
	if err == nil && sync {
		err = f.Sync()
	}
	return errors.Join(err, f.Chmod(mode), f.Close())
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

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
