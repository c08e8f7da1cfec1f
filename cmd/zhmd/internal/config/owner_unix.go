//go:build unix

package config

import (
	"os"
	"syscall"
)

// isForeign reports whether there is a file, or a link, that belongs neither to this user,
// nor to root, nor to who owns a folder.
func isForeign(path, folder string) bool {
	owner, ok := ownerOf(path, os.Lstat)
	if !ok || isTrusted(owner, folder) {
		target, is := ownerOf(path, os.Stat)
		return ok && is && !isTrusted(target, folder)
	}
	return true
}

func isTrusted(owner uint32, folder string) bool {
	other, known := ownerOf(folder, os.Stat)
	return owner == 0 || owner == uint32(os.Geteuid()) || known && owner == other
}

func ownerOf(path string, stat func(string) (os.FileInfo, error)) (uint32, bool) {
	info, err := stat(path)
	if err != nil {
		return 0, false
	}
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return s.Uid, true
	}
	return 0, false
}
