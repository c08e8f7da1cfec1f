//go:build !purego

package table

import (
	"unsafe"

	"zhmd/convert/internal/trie"
)

// What reads sections where they are, in the program's read-only data, instead
// of copying 2 MB at every start. That takes a machine that stores numbers as
// the table does and data that lies at a multiple of 8; elsewhere, and with the
// build tag purego, sections are copied. Nothing may write to what is returned.

var littleEndian = func() bool {
	n := uint16(1)
	return *(*byte)(unsafe.Pointer(&n)) == 1
}()

// usable tells whether a section can be read where it is.
func usable(s string) bool {
	return littleEndian && uintptr(unsafe.Pointer(unsafe.StringData(s)))%8 == 0
}

func cast[T any](s string, size int) []T {
	return unsafe.Slice((*T)(unsafe.Pointer(unsafe.StringData(s))), len(s)/size)
}

func runesOf(s string) []rune {
	if !usable(s) {
		return copiedRunes(s)
	}
	return cast[rune](s, 4)
}

func symbolsOf(s string) []trie.Symbol {
	if !usable(s) {
		return copiedSymbols(s)
	}
	return cast[trie.Symbol](s, 2)
}

func restOf(s string) []Supplementary {
	if !usable(s) {
		return copiedRest(s)
	}
	return cast[Supplementary](s, 8)
}

func refsOf(s string) []Ref {
	if !usable(s) {
		return copiedRefs(s)
	}
	return cast[Ref](s, 4)
}

func nodesOf(s string) []trie.Node {
	if !usable(s) {
		return copiedNodes(s)
	}
	return cast[trie.Node](s, 8)
}

func sieveAt(s string) *sieve {
	if !usable(s) || uintptr(len(s)) != unsafe.Sizeof(sieve{}) {
		return copiedSieve(s)
	}
	return (*sieve)(unsafe.Pointer(unsafe.StringData(s)))
}

func bytesOf(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }
