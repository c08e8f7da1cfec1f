package words

import (
	"unicode/utf8"

	"zhmd/convert/internal/engine"
)

// findPinStarts finds what a pin may begin with: a word of the glossary, and what is kept.
func (p *Program) findPinStarts(words []engine.Word) {
	all := new(symbols)
	for _, w := range words {
		if w.Key[0] < utf8.RuneSelf {
			if p.asciiStarts == nil {
				p.asciiStarts = new(symbols)
			}
			p.asciiStarts.add(Symbol(w.Key[0]))
			continue
		}
		_, size := utf8.DecodeRuneInString(w.Key)
		r, _ := utf8.DecodeRuneInString(p.foreign.Normal(w.Key[:size]))
		all.add(p.lex.Symbols.Of(r))
	}
	if p.native == inHans {
		for _, word := range keptWords {
			r, _ := utf8.DecodeRuneInString(word)
			all.add(p.lex.Symbols.Of(r))
		}
	}
	if len(words) > 0 {
		p.lex.addOdd(all)
	}
	if len(words) > 0 || p.native == inHans {
		p.pinStarts = all
	}
}

// addOdd adds what may stand for another character.
func (l *Lexicon) addOdd(to *symbols) {
	for s, flags := range l.Flags {
		if flags&Odd != 0 {
			to.add(Symbol(s))
		}
	}
}

// A symbols is a set of them, one bit each.
type symbols [1 << 16 / 64]uint64

func (b *symbols) has(s Symbol) bool { return b[s/64]>>(s%64)&1 != 0 }
func (b *symbols) add(s Symbol)      { b[s/64] |= 1 << (s % 64) }
