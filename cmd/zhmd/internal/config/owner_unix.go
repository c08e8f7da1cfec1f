//go:build unix

package config

import (
	"os"
	"slices"
	"syscall"
)

// isTrusted reports whether a file belongs to this user, to root or to who owns a folder.
func isTrusted(path, folder string) bool {
	owner, ok := ownerOf(path)
	other, known := ownerOf(folder)
	return ok && (slices.Contains([]uint32{0, uint32(os.Geteuid())}, owner) || known && owner == other)
}

func ownerOf(path string) (uint32, bool) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, false
	}
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return s.Uid, true
	}
	return 0, false
}
