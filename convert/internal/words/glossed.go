package words

import (
	"slices"
	"unicode/utf8"

	"zhmd/convert/internal/engine"
	"zhmd/convert/internal/table"
	"zhmd/convert/internal/trie"
)

// A glossed is what the fast way looks for where there is a glossary, and what tells
// quickly that no word of it begins at a place.
type glossed struct {
	filter *trie.Deep // the words of more than one character, by codes
	begins *symbols   // what those may begin with
	alone  symbols    // what is one by itself, or may be
	low    lows       // the ASCII that one begins with
}

// newGlossed makes one with room for words. That filter is asked seldom enough to be right
// less often and stay in the cache.
func (p *Program) newGlossed() *glossed {
	g := &glossed{filter: trie.NewDeep(engine.Weight(p.words) / 2), begins: p.begins}
	p.lex.addOdd(&g.alone)
	return g
}

// beginnings gives what the words of the glossary may begin with.
func (p *Program) beginnings() *symbols {
	all := new(symbols)
	for _, w := range p.words {
		_, size := utf8.DecodeRuneInString(w.Key)
		r, _ := utf8.DecodeRuneInString(p.foreign.Normal(w.Key[:size]))
		all.add(p.lex.Symbols.Of(r))
	}
	p.lex.addOdd(all)
	return all
}

// addOdd adds what may stand for another character.
func (l *Lexicon) addOdd(to *symbols) {
	for s, flags := range l.Flags {
		if Symbol(s) == table.Unknown || flags&Odd != 0 {
			to.add(Symbol(s))
		}
	}
}

// A symbols is a set of them, one bit each.
type symbols [1 << 16 / 64]uint64

func (b *symbols) has(s Symbol) bool { return b[s/64]>>(s%64)&1 != 0 }
func (b *symbols) add(s Symbol)      { b[s/64] |= 1 << (s % 64) }

// A lows is a set of ASCII.
type lows [utf8.RuneSelf / 64]uint64

func (l *lows) has(b byte) bool { return l[b/64]>>(b%64)&1 != 0 }
func (l *lows) add(b byte)      { l[b/64] |= 1 << (b % 64) }

// addGlossary adds the words of the glossary to what the fast way looks for.
func (p *Program) addGlossary(f *fast) {
	f.gloss, f.beside = p.newGlossed(), f.beside.Clone()
	spelling := p.oddSpelling()
	for _, w := range p.words {
		f.addWord(p.lex, p.foreign.Normal(w.Key), spelling)
		if w.Key[0] < utf8.RuneSelf {
			f.gloss.low.add(w.Key[0])
		}
	}
	f.marks = f.gloss.marked(f.marks)
}

// addWord adds a word of the glossary.
func (f *fast) addWord(lex *Lexicon, key string, spelling oddSpelling) {
	g, codes, symbols := f.gloss, lex.codes(key), lex.symbolsOf(key)
	if len(codes) == 1 {
		f.outs[codes[0]] = 0
		g.alone.add(symbols[0])
		return
	}
	if f.how != nil {
		f.addFirst(lex, symbols, len(spelling[codes[1]]) > 0)
	}
	spelling.each(codes, func(codes []uint16) {
		f.filter.AddKey(codes)
		g.filter.AddKey(codes)
	})
}

// addFirst notes what a word of the glossary begins with beside what the words have side
// by side. odd tells that its second character may stand in a text as another one.
func (f *fast) addFirst(lex *Lexicon, key []Symbol, odd bool) {
	f.beside.AddFirst(lex.Class[key[0]], lex.Class[key[1]])
	if odd {
		f.beside.AddFirst(lex.Class[key[0]], lex.Class[lex.Symbols.Of(compatible[0][0])])
	}
}

// symbolsOf gives the symbols of a text.
func (l *Lexicon) symbolsOf(text string) (all []Symbol) {
	for _, r := range text {
		all = append(all, l.Symbols.Of(r))
	}
	return all
}

// marked gives marks of characters with those of the glossary.
func (g *glossed) marked(marks []uint8) []uint8 {
	all := slices.Clone(marks)
	for s := range all {
		if g.begins.has(Symbol(s)) {
			all[s] |= isGlossed >> 24
		}
	}
	return all
}

// mayGoOn tells whether a word may begin with the three codes of start, of which the
// first is that of s, which is in begins.
func (g *glossed) mayGoOn(s Symbol, start uint64) bool {
	return g.filter.Begins(start) || g.alone.has(s)
}
