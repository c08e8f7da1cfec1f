//go:build unix

package file

import (
	"io/fs"
	"os"
	"syscall"
)

// keepOwner sets the owner of a file to that of another if this user may, so that root
// takes no file away from its owner. If not it becomes this user's, as with an editor.
func keepOwner(f *os.File, old fs.FileInfo) {
	if s, ok := old.Sys().(*syscall.Stat_t); ok && (int(s.Uid) != os.Getuid() || int(s.Gid) != os.Getgid()) {
		_ = f.Chown(int(s.Uid), int(s.Gid))
	}
}
