package state

import (
	"io/fs"
	"syscall"
)

// changeOf returns when the file changed last in any way, in nanoseconds.
func changeOf(info fs.FileInfo) int64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return syscall.TimespecToNsec(s.Ctimespec)
	}
	return 0
}
