// Package letter tells what no rule of Markdown tells from another: letters, marks and
// numbers that are not ASCII.
package letter

import (
	"unicode"
	"unicode/utf8"
)

// All tells whether s is not empty and nothing else.
func All[T string | []byte](s T) bool {
	if len(s) == 0 {
		return false
	}
	for i := 0; i < len(s); {
		r, size := decode(s, i)
		if !Is(r) {
			return false
		}
		i += size
	}
	return true
}

// Is tells it of a character.
func Is(r rune) bool {
	return isHan(r) || r >= utf8.RuneSelf && r != utf8.RuneError && unicode.In(r, unicode.L, unicode.M, unicode.N)
}

func decode[T string | []byte](s T, i int) (rune, int) {
	if len(s)-i >= 3 && s[i]&0xF0 == 0xE0 && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80 {
		return rune(s[i]&0x0F)<<12 | rune(s[i+1]&0x3F)<<6 | rune(s[i+2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(string(s[i:min(i+utf8.UTFMax, len(s))]))
}

// isHan knows the blocks of Han characters that nearly all text is in.
func isHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF }
