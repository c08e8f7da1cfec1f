// Package file reads and writes files that others may be reading, writing or moving at
// the same time: [Read] takes regular files of a bounded size alone, [Replace] writes a
// file whole or not at all and never outside of a folder.
package file

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"
)

// ErrNotRegular is the error about a folder, a device, a pipe or a socket.
var ErrNotRegular = errors.New("is not a regular file")

// A SizeError is the error about a file that is larger than it may be.
type SizeError struct{ Limit int64 } // in bytes

func (e *SizeError) Error() string {
	if e.Limit >= 1<<20 {
		return fmt.Sprintf("is larger than %d MB", e.Limit>>20)
	}
	return fmt.Sprintf("is larger than %d KB", e.Limit>>10)
}

// Read returns the contents of a regular file, which may be behind a link. It opens no
// pipe or device for longer than it takes to see what it is. The error is an
// [fs.PathError], of [ErrNotRegular] or a [SizeError] where the file is none that is read;
// a limit of 0 is none.
func Read(path string, limit int64) ([]byte, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	return readAll(f, path, limit)
}

// ReadIn is [Read] for a file in a folder, out of which no link leads.
func ReadIn(root *os.Root, name string, limit int64) ([]byte, error) {
	f, err := root.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	return readAll(f, name, limit)
}

func readAll(f *os.File, path string, limit int64) ([]byte, error) {
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, &fs.PathError{Op: "read", Path: path, Err: ErrNotRegular}
	case limit > 0 && info.Size() > limit:
		return nil, &fs.PathError{Op: "read", Path: path, Err: &SizeError{limit}}
	}
	data := make([]byte, 0, info.Size()+1) // one more, so that the end is seen in one read
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		switch {
		case err == io.EOF:
			return data, nil
		case err != nil:
			return nil, err
		case limit > 0 && int64(len(data)) > limit:
			return nil, &fs.PathError{Op: "read", Path: path, Err: &SizeError{limit}}
		case len(data) == cap(data):
			data = append(data, 0)[:len(data)]
		}
	}
}
