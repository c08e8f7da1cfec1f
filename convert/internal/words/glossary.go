package words

import (
	"strings"
	"unicode/utf8"

	"zhmd/convert/internal/engine"
	"zhmd/convert/internal/han"
	"zhmd/convert/internal/table"
	"zhmd/convert/internal/trie"
)

// A glossed is what the fast way looks for where there is a glossary, and what tells
// quickly that no word of it begins at a place.
type glossed struct {
	all           *trie.Deep // the words that make a difference, and those of the glossary
	filter        *trie.Deep // those of the glossary of more than one character
	begins, alone symbols    // what those begin with, and what is one by itself
	within        bool       // one begins with ASCII
}

// differing is for how many words more there is room: those that make a difference, in
// which such of two characters count several times.
const differing = 50000

// newGlossed makes one with room for so many words. The filter of theirs alone is
// asked seldom enough to be right less often and stay in the cache.
func newGlossed(words int) *glossed {
	return &glossed{all: trie.NewDeep(differing + words), filter: trie.NewDeep(words / 2)}
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

// addGlossary adds the words of the glossary to what the fast way looks for.
func (p *Program) addGlossary(f *fast) {
	g := f.gloss
	for _, w := range p.words {
		key := p.keyOf(w)
		if g.begins.add(key[0]); len(key) == 1 {
			f.outs[key[0]] = 0
			g.alone.add(key[0])
		} else {
			g.all.AddKey(key)
			g.filter.AddKey(key)
		}
		g.within = g.within || w.Key[0] < utf8.RuneSelf
	}
	g.addOdd(p.lex)
}

func (p *Program) keyOf(w engine.Word) (key []Symbol) {
	for _, r := range p.foreign.Normal(w.Key) {
		key = append(key, p.lex.Symbols.Of(r))
	}
	return key
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

// hidden tells whether the fast way cannot find a word: it does not look for what
// begins with a character that no symbol stands for, and looks over line breaks.
func (p *Program) hidden(w engine.Word) bool {
	r, _ := utf8.DecodeRuneInString(w.Key)
	return r >= utf8.RuneSelf && p.lex.Symbols.Of(r) == table.Unknown || strings.IndexByte(w.Key, '\n') >= 0 || strings.IndexByte(w.Key, divider) >= 0
}

// fixed writes the word of the glossary at i, if there is one, and gives its end;
// else i. No other word reaches over it.
func (w *writer) fixed(i int) int {
	if w.gloss == nil || !w.mayBegin(i) {
		return i
	}
	return w.fix(i)
}

// fix is fixed for where one may begin.
func (w *writer) fix(i int) int {
	end, value := w.glossary.Word(w.src[:w.end], i)
	if end <= i {
		return i
	}
	w.any |= isOdd
	w.note(0, i, end, len(value))
	w.buf = append(w.buf[:w.n], value...)
	w.n, w.buf = len(w.buf), w.buf[:cap(w.buf)]
	w.low = end
	return end
}

// mayBegin tells whether a word of the glossary may begin at i, by its first characters.
func (w *writer) mayBegin(i int) bool {
	if i+han.Window > len(w.src) {
		return true
	}
	word := han.Load32(w.src, i)
	if !han.IsThree(word) {
		return true
	}
	if !w.gloss.begins.has(w.lex.Symbols.BMP[han.CodePoint(word)]) {
		return false
	}
	start, _ := w.ahead(i)
	return w.gloss.mayBeginWith(start)
}

// mayBeginWith tells whether a word may begin with three symbols, see [trie.Start].
func (g *glossed) mayBeginWith(start uint64) bool {
	s := Symbol(start >> 32)
	return g.begins.has(s) && (g.filter.Begins(start) || g.alone.has(s))
}

// stops tells whether a word of the glossary begins at i.
func (w *writer) stops(i int) bool {
	if w.gloss == nil || !w.mayBegin(i) {
		return false
	}
	end, _ := w.glossary.Word(w.src[:w.end], i)
	return end > i
}

// glossedASCII is ascii where the glossary has words that begin with ASCII.
func (w *writer) glossedASCII(i int) int {
	start := i
	for i < w.end && w.src[i] < utf8.RuneSelf {
		w.reserve(w.end - i)
		if w.stops(i) {
			if w.lines != nil {
				w.lines.inASCII(start, i)
			}
			return w.fixed(i)
		}
		w.buf[w.n] = w.src[i]
		w.n, i = w.n+1, i+1
	}
	if w.lines != nil {
		w.lines.inASCII(start, i)
	}
	return w.behindASCII(i)
}
