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
	all           *trie.Deep // the words that make a difference, and those of the glossary
	filter        *trie.Deep // those of the glossary of more than one character
	begins, alone symbols    // what those begin with, and what is one by itself
	low           lows       // the ASCII that one begins with
}

// differing is for how many words more there is room: those that make a difference, in
// which such of two characters count several times.
const differing = 50000

// newGlossed makes one with room for words. The filter of theirs alone is asked seldom
// enough to be right less often and stay in the cache.
func newGlossed(words []engine.Word) *glossed {
	n := engine.Weight(words)
	return &glossed{all: trie.NewDeep(differing + n), filter: trie.NewDeep(n / 2)}
}

// addKey adds a word that makes a difference.
func (f *fast) addKey(key []Symbol) {
	f.filter.AddKey(key)
	if f.gloss != nil {
		f.gloss.all.AddKey(key)
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
	g, spelling := f.gloss, p.oddSpelling()
	for _, w := range p.words {
		key := p.keyOf(w)
		if g.begins.add(key[0]); len(key) == 1 {
			f.outs[key[0]] = 0
			g.alone.add(key[0])
		} else {
			spelling.each(key, func(key []Symbol) {
				g.all.AddKey(key)
				g.filter.AddKey(key)
			})
		}
		if w.Key[0] < utf8.RuneSelf {
			g.low.add(w.Key[0])
		}
	}
	g.addOdd(p.lex)
}

func (p *Program) keyOf(w engine.Word) (key []Symbol) {
	for _, r := range p.foreign.Normal(w.Key) {
		key = append(key, p.lex.Symbols.Of(r))
	}
	return key
}

// An oddSpelling tells for which characters compatibility ideographs may stand in a text;
// the lexicon has one symbol for all of those, odd.
type oddSpelling struct {
	odd   Symbol
	known map[Symbol]bool
}

// compatible is where Unicode has these ideographs.
var compatible = [][2]rune{{0xF900, 0xFAFF}, {0x2F800, 0x2FA1F}}

func (p *Program) oddSpelling() oddSpelling {
	o := oddSpelling{p.lex.Symbols.Of(compatible[0][0]), map[Symbol]bool{}}
	for _, block := range compatible {
		for r := block[0]; r <= block[1]; r++ {
			if normal, _ := utf8.DecodeRuneInString(p.foreign.Normal(string(r))); normal != r {
				o.known[p.lex.Symbols.Of(normal)] = true
			}
		}
	}
	return o
}

// each calls add with what a key begins with, in all that may stand in a text for its
// second and its third character, which are what a filter looks at; [glossed.addOdd] is
// about the first.
func (o oddSpelling) each(key []Symbol, add func(key []Symbol)) {
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
func (o oddSpelling) of(s Symbol) []Symbol {
	if o.known[s] {
		return []Symbol{s, o.odd}
	}
	return []Symbol{s}
}

// addOdd adds what may stand for another character.
func (g *glossed) addOdd(lex *Lexicon) {
	for s, flags := range lex.Flags {
		if Symbol(s) == table.Unknown || flags&Odd != 0 {
			g.begins.add(Symbol(s))
			g.alone.add(Symbol(s))
		}
	}
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

// mayGoOn tells whether a word may begin with three symbols, see [trie.Start], of which
// the first is in begins.
func (g *glossed) mayGoOn(start uint64) bool {
	return g.filter.Begins(start) || g.alone.has(Symbol(start>>32))
}
