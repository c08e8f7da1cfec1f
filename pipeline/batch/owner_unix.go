//go:build unix

package batch

import (
	"os"
	"syscall"
)

// keepOwner gives file the owner of the file model, if there is one and this
// user may, so that root takes no file away from its owner.
func keepOwner(file, model string) {
	info, err := os.Stat(model)
	if err != nil {
		return
	}
	if s, ok := info.Sys().(*syscall.Stat_t); ok && (int(s.Uid) != os.Getuid() || int(s.Gid) != os.Getgid()) {
		_ = os.Chown(file, int(s.Uid), int(s.Gid)) // else it becomes this user's, as with an editor
	}
}
