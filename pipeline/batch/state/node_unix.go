//go:build unix

package state

import (
	"io/fs"
	"syscall"
)

// nodeOf returns the number of the file: one that takes the place of another may have its
// size and time.
func nodeOf(info fs.FileInfo) uint64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(s.Ino)
	}
	return 0
}
