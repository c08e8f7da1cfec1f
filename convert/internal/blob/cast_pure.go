//go:build purego

package blob

import "encoding/binary"

func size[T Number]() int {
	var n T
	return binary.Size(n)
}

func cast[T Number](string, int) ([]T, bool) { return nil, false }

// BytesOf gives s as bytes, which must not be changed.
func BytesOf(s string) []byte { return []byte(s) }
