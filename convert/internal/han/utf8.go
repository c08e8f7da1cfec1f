// Package han is the loop that converts plain characters of three bytes, and what
// it reads and writes them with. The engines share it.
package han

import "unicode/utf8"

// IsThree tells whether the low three bytes of w can be a character's.
func IsThree(w uint32) bool { return w&0x00C0C0F0 == 0x008080E0 }

// CodePoint gives the code point of the character in the low three bytes of w.
func CodePoint(w uint32) uint16 {
	return uint16(w<<12) | uint16(w>>2&0xFC0) | uint16(w>>16&0x3F)
}

// Invalid tells whether the three bytes are no character after all: one that
// has a shorter form, or half a surrogate pair.
func Invalid(w uint32) bool {
	r := CodePoint(w)
	return r < 0x800 || r >= 0xD800 && r < 0xE000
}

// SizeOf is the length of the UTF-8 character in w, which is 3 or 4: only in the
// first byte of one of 4 is that bit set.
func SizeOf(w uint32) int { return 3 + int(w>>4&1) }

// Len returns the length of the UTF-8 character that begins with a byte.
func Len(b byte) int {
	switch {
	case b < utf8.RuneSelf:
		return 1
	case b < 0xE0:
		return 2
	case b < 0xF0:
		return 3
	}
	return 4
}
