//go:build purego || !(amd64 || arm64)

package engine

import "encoding/binary"

func load32(b []byte, i int) uint32 { return binary.LittleEndian.Uint32(b[i:]) }

func store32(b []byte, i int, v uint32) { binary.LittleEndian.PutUint32(b[i:], v) }

func load64(a []uint64, i uint64) uint64 { return a[i] }
