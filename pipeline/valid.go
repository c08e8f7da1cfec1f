package pipeline

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// valid tells whether p is UTF-8. For ASCII and Han characters side by side
// [utf8.Valid] takes half as long again.
func valid(p []byte) bool {
	for len(p) >= 8 {
		high := binary.LittleEndian.Uint64(p) & 0x8080808080808080
		if high == 0 {
			p = p[8:]
			continue
		}
		p = p[bits.TrailingZeros64(high)/8:]
		for len(p) >= 3 && plainThree(p) {
			p = p[3:]
		}
		if len(p) > 0 && p[0] >= utf8.RuneSelf {
			r, size := utf8.DecodeRune(p)
			if r == utf8.RuneError && size == 1 {
				return false
			}
			p = p[size:]
		}
	}
	return utf8.Valid(p)
}

// plainThree tells whether p begins with a character of three bytes that needs no
// closer look, as that with a shorter form or half of a surrogate pair does.
func plainThree(p []byte) bool {
	return p[0] > 0xE0 && p[0] < 0xF0 && p[0] != 0xED && p[1]&0xC0 == 0x80 && p[2]&0xC0 == 0x80
}
