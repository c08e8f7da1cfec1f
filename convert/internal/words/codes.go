package words

import (
	"unicode/utf8"

	"zhmd/convert/internal/han"
)

// The fast way goes by codes of 16 bits: a character's code point, and for those beyond
// the first 65,536, which have none there, one that no character has.

// beyond is the first of those codes, which are as many as 11 bits tell apart.
const beyond = 0xD800

// code gives that of a character.
func (l *Lexicon) code(r rune) uint16 {
	if r < 1<<16 {
		return uint16(r)
	}
	return beyond | l.Symbols.Of(r)&0x7FF
}

// codes gives those of a text.
func (l *Lexicon) codes(text string) (all []uint16) {
	for _, r := range text {
		all = append(all, l.code(r))
	}
	return all
}

// codesOf gives those of symbols.
func (l *Lexicon) codesOf(key []Symbol) (all []uint16) {
	for _, s := range key {
		all = append(all, l.code(l.Runes[s]))
	}
	return all
}

// code gives that of the character at i and its size; 0 at the end.
func (w *writer) code(i int) (c uint16, size int) {
	if i+4 <= len(w.src) {
		if word := han.Load32(w.src, i); han.IsThree(word) {
			return han.CodePoint(word), 3
		} else if word&utf8.RuneSelf == 0 {
			return uint16(word & 0xFF), 1
		}
	}
	if i >= len(w.src) {
		return 0, 1
	}
	r, size := utf8.DecodeRune(w.src[i:])
	return w.lex.code(r), size
}
