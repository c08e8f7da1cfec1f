package han

import "encoding/binary"

// Load32 gives the four bytes at i.
func Load32(b []byte, i int) uint32 { return binary.LittleEndian.Uint32(b[i : i+4]) }

// Store32 writes the four bytes at i.
func Store32(b []byte, i int, v uint32) { binary.LittleEndian.PutUint32(b[i:i+4], v) }

// Load64 gives item i.
func Load64(a []uint64, i uint64) uint64 { return a[i] }
