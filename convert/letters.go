package convert

import (
	"unicode"
	"unicode/utf8"
)

// Letters tells whether s is not empty and nothing but letters, marks and
// numbers that are not ASCII. No rule of Markdown tells one of these from
// another, labels of links excepted: where such text takes the place of such
// text, the document is read as before. Nearly all entries of the dictionaries
// exchange such text.
func Letters[T string | []byte](s T) bool {
	if len(s) == 0 {
		return false
	}
	for i := 0; i < len(s); {
		r, size := decode(s, i)
		if r < utf8.RuneSelf || r == utf8.RuneError || !isHan(r) && !unicode.In(r, unicode.L, unicode.M, unicode.N) {
			return false
		}
		i += size
	}
	return true
}

func decode[T string | []byte](s T, i int) (rune, int) {
	if len(s)-i >= 3 && s[i]&0xF0 == 0xE0 && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80 {
		return rune(s[i]&0x0F)<<12 | rune(s[i+1]&0x3F)<<6 | rune(s[i+2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(string(s[i:min(i+utf8.UTFMax, len(s))]))
}

// isHan knows the blocks of Han characters that nearly all text is in.
func isHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF }
