//go:build !unix

package state

import "io/fs"

func nodeOf(fs.FileInfo) uint64 { return 0 }
