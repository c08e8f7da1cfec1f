package words

import (
	"slices"
	"unicode/utf8"
)

// An oddSpelling gives the codes of the compatibility ideographs that may stand in a text
// for a character, by its code.
type oddSpelling map[uint16][]uint16

// compatible is where Unicode has these ideographs; the lexicon has one symbol for all.
var compatible = [][2]rune{{0xF900, 0xFAFF}, {0x2F800, 0x2FA1F}}

func (p *Program) oddSpelling() oddSpelling {
	o := oddSpelling{}
	for _, block := range compatible {
		for r := block[0]; r <= block[1]; r++ {
			if normal, _ := utf8.DecodeRuneInString(p.foreign.Normal(string(r))); normal != r {
				o[p.lex.code(normal)] = append(o[p.lex.code(normal)], p.lex.code(r))
			}
		}
	}
	return o
}

// each calls add with what a key begins with, in all that may stand in a text for its
// second and its third character, which are what a filter looks at; [Lexicon.addOdd] is
// about the first.
func (o oddSpelling) each(key []uint16, add func(key []uint16)) {
	first := slices.Clone(key[:min(len(key), 3)])
	for _, second := range o.of(key[1]) {
		first[1] = second
		if len(first) == 2 {
			add(first)
			continue
		}
		for _, third := range o.of(key[2]) {
			first[2] = third
			add(first)
		}
	}
}

// of gives what may stand for a character.
func (o oddSpelling) of(code uint16) []uint16 { return append([]uint16{code}, o[code]...) }
