package pipeline

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// areLetters reports whether b is not empty and nothing but letters, marks and numbers
// that are not ASCII. No rule of Markdown tells one of these from another, labels of
// links excepted: where such text takes the place of such text, the document is read
// as before. Nearly all entries of the dictionaries exchange such text.
func areLetters(b []byte) bool {
	return len(b) > 0 && !bytes.ContainsFunc(b, func(r rune) bool { return !isUnicodeLetter(r) })
}

// behindLetter reports whether b ends with such a letter.
func behindLetter(b []byte) bool {
	r, _ := utf8.DecodeLastRune(b)
	return isUnicodeLetter(r)
}

// beforeLetter reports whether b begins with one.
func beforeLetter(b []byte) bool {
	r, _ := utf8.DecodeRune(b)
	return isUnicodeLetter(r)
}

// isUnicodeLetter reports whether r is a letter, a mark or a number that is not ASCII.
func isUnicodeLetter(r rune) bool {
	return isHan(r) || r >= utf8.RuneSelf && unicode.In(r, unicode.L, unicode.M, unicode.N)
}

// isHan reports whether r is in the blocks of Han characters that nearly all text is in.
func isHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF }
