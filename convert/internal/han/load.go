//go:build !purego && (amd64 || arm64)

package han

import "unsafe"

// Loads and stores are not checked against the length of what they read and write:
// that makes the loop over Han about a sixth faster. load_pure.go is their twin, and
// both are held to the same tests. The machines named above store the lowest byte
// first.

// Load32 gives the four bytes at i, which the caller knows are there.
func Load32(b []byte, i int) uint32 {
	return *(*uint32)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(b)), i))
}

// Store32 writes the four bytes at i, which the caller knows are there.
func Store32(b []byte, i int, v uint32) {
	*(*uint32)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(b)), i)) = v
}

// Load64 gives item i, which the caller knows is there.
func Load64(a []uint64, i uint64) uint64 {
	return *(*uint64)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(a)), i*8))
}
