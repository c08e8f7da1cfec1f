//go:build unix

package state

import (
	"io/fs"
	"syscall"
)

// nodeOf tells files apart: one that takes another's place may have its size and time.
func nodeOf(info fs.FileInfo) uint64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(s.Ino)
	}
	return 0
}
