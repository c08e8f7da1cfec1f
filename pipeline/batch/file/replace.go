package file

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"regexp"
)

// A Replacement says how [Replace] writes a file.
type Replacement struct {
	// Mode and FolderMode are the permissions of a file that is not there yet, and of
	// folders on the way that are not; the umask takes from both. 0 stands for 0666 and
	// 0777. A file that is there keeps its own, and its owner.
	Mode, FolderMode fs.FileMode
	// Sync waits until the contents are on the disk, so that they are not lost if the
	// machine stops.
	Sync bool
	// Check, unless it is nil, is called when all is written, straight before the new
	// file takes the place of the old. After an error of Check nothing has changed.
	Check func() error
}

// Replace writes a file in a folder so that whoever looks sees the old contents or all of
// the new: into a temporary file beside it, which takes its place when it is complete.
// Missing folders are made. A link that leads out of root is an error, and a link in the
// file's own place is replaced. The name has slashes.
//
// google/renameio does the same, but neither below an [os.Root] nor on Windows.
func Replace(root *os.Root, name string, data []byte, r Replacement) error {
	folder := path.Dir(name)
	if folder != "." {
		if err := root.MkdirAll(folder, cmp.Or(r.FolderMode, 0o777)); err != nil {
			return err
		}
	}
	old, err := root.Lstat(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if old != nil && !old.Mode().IsRegular() {
		old = nil // a link takes its mode along
	}
	if old != nil {
		r.Mode = old.Mode().Perm()
	}
	f, temporary, err := create(root, folder, cmp.Or(r.Mode, 0o666))
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil && r.Sync {
		err = f.Sync()
	}
	if err == nil && old != nil {
		keepOwner(f, old)
		err = f.Chmod(old.Mode().Perm())
	}
	err = errors.Join(err, f.Close())
	if err == nil && r.Check != nil {
		err = r.Check()
	}
	if err == nil {
		err = root.Rename(temporary, name)
	}
	if err != nil {
		return errors.Join(err, root.Remove(temporary))
	}
	return nil
}

// IsTemporary reports whether a name is one of those that [Replace] gives to the files
// that it has not completed.
func IsTemporary(name string) bool { return temporaryName.MatchString(name) }

var temporaryName = regexp.MustCompile(`^\.zhmd-[0-9a-f]{8}\.tmp$`)

// create makes a new file with a name that no other has. With the file's own name in it
// one could be too long.
func create(root *os.Root, folder string, mode fs.FileMode) (*os.File, string, error) {
	for range 100 {
		name := path.Join(folder, fmt.Sprintf(".zhmd-%08x.tmp", rand.Uint32()))
		f, err := root.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, mode)
		if !errors.Is(err, fs.ErrExist) {
			return f, name, err
		}
	}
	return nil, "", &fs.PathError{Op: "create", Path: folder, Err: fs.ErrExist}
}
