package state

import (
	"io/fs"
	"os"
)

// A Stamp is what tells without reading a file whether it has changed.
type Stamp struct {
	Size, Time int64  // bytes, nanoseconds
	Node       uint64 // of the file, where the system tells it
	Change     int64  // when its contents, name or mode changed last, in nanoseconds; where the system tells it
}

// StampOf returns the stamp of the file at path, or of the file that a link there leads to.
func StampOf(path string) (Stamp, error) {
	info, err := os.Stat(path)
	if err != nil {
		return Stamp{}, err
	}
	return StampIn(info), nil
}

// StampIn returns the stamp of the file that info describes.
func StampIn(info fs.FileInfo) Stamp {
	return Stamp{info.Size(), info.ModTime().UnixNano(), nodeOf(info), changeOf(info)}
}
