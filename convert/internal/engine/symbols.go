package engine

import (
	"unicode/utf8"

	"zhmd/convert/internal/table"
	"zhmd/convert/internal/trie"
)

// symbolAt gives the symbol and the size of the character at i; of a byte that
// is not UTF-8, [table.Unknown] and 1.
func symbolAt(s *table.Symbols, src []byte, i int) (symbol trie.Symbol, size int) {
	if i < len(src) && src[i] < utf8.RuneSelf {
		return s.Low[src[i]], 1
	}
	if i+2 < len(src) && src[i]&0xF0 == 0xE0 {
		if r := three(src, i); r >= 0 {
			return s.BMP[uint16(r)], 3
		}
	}
	r, size := utf8.DecodeRune(src[i:])
	if r == utf8.RuneError && size == 1 {
		return table.Unknown, 1
	}
	return s.Of(r), size
}

// at is symbolAt for the program's symbols.
func (p *Program) at(src []byte, i int) (symbol trie.Symbol, size int) {
	return symbolAt(p.symbols, src, i)
}

// three decodes the three bytes of a character at i; -1 if there is none.
func three(src []byte, i int) rune {
	b := src[i : i+3 : i+3]
	if b[1]&0xC0 != 0x80 || b[2]&0xC0 != 0x80 {
		return -1
	}
	r := rune(b[0]&0x0F)<<12 | rune(b[1]&0x3F)<<6 | rune(b[2]&0x3F)
	if r < table.LowEnd || r >= 0xD800 && r < 0xE000 {
		return -1
	}
	return r
}

// Char returns what becomes of a character by itself.
func (p *Program) Char(r rune) string {
	if out := p.Changed(r); out != "" {
		return out
	}
	return string(r)
}

// Changed returns what becomes of a character by itself, a part of the table; "" if it
// stays.
func (p *Program) Changed(r rune) string {
	s := p.symbols.Of(r)
	switch {
	case s == table.Unknown:
		return ""
	case p.refs[s] != 0:
		if out := p.text(p.refs[s]); out != string(r) {
			return out
		}
		return ""
	case p.runes[s] != r: // a compatibility ideograph stands for it
		return string(p.runes[s])
	}
	return ""
}

// AppendChar appends what becomes of a character by itself.
func (p *Program) AppendChar(dst []byte, r rune) []byte {
	s := p.symbols.Of(r)
	switch {
	case s == table.Unknown:
		return utf8.AppendRune(dst, r)
	case p.refs[s] != 0:
		return append(dst, p.text(p.refs[s])...)
	}
	return utf8.AppendRune(dst, p.runes[s]) // a compatibility ideograph stands for it
}
