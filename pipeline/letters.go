package pipeline

import (
	"encoding/binary"
	"unicode/utf8"

	"zhmd/convert"
)

// isHan tells whether the upper three bytes of w are a Han character from U+4E00 to
// U+9FFF, as nearly all are.
func isHan(w uint32) bool {
	const first, last = 0xE4B880, 0xE9BFBF
	return w>>8-first <= last-first && w&0xC0C000 == 0x808000
}

// behindLetter tells whether b ends with a letter.
func behindLetter(b []byte) bool {
	_, size := utf8.DecodeLastRune(b)
	return size > 0 && convert.Letters(b[len(b)-size:])
}

// beforeLetter tells whether b begins with a letter.
func beforeLetter(b []byte) bool {
	_, size := utf8.DecodeRune(b)
	return size > 0 && convert.Letters(b[:size])
}

// lettersLen is the length of the letters, see [convert.Letters], that b begins
// with.
func lettersLen(b []byte) int {
	i := 0
	for i < len(b) && b[i] >= utf8.RuneSelf {
		if i+4 <= len(b) && isHan(binary.BigEndian.Uint32(b[i:])) {
			i += 3
			continue
		}
		_, size := utf8.DecodeRune(b[i:])
		if !convert.Letters(b[i : i+size]) {
			break
		}
		i += size
	}
	return i
}
