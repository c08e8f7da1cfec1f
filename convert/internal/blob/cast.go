//go:build !purego

package blob

import "unsafe"

// What reads sections where they are, in the program's read-only data, instead
// of copying megabytes at every start. That takes a machine that stores numbers
// as the table does and data that lies at a multiple of their size; elsewhere, and
// with the build tag purego, sections are copied.

var littleEndian = func() bool {
	n := uint16(1)
	return *(*byte)(unsafe.Pointer(&n)) == 1
}()

func size[T Number]() int {
	var n T
	return int(unsafe.Sizeof(n))
}

func cast[T Number](s string, size int) ([]T, bool) {
	at := uintptr(unsafe.Pointer(unsafe.StringData(s)))
	if !littleEndian || at%uintptr(size) != 0 {
		return nil, false
	}
	return unsafe.Slice((*T)(unsafe.Pointer(unsafe.StringData(s))), len(s)/size), true
}

// BytesOf gives s as bytes, which must not be changed.
func BytesOf(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }
