package words

import (
	"sync/atomic"
	"unicode/utf8"

	"zhmd/convert/internal/trie"
)

// Most text is Simplified and nothing else, and most of its characters become the
// same in whatever word they stand. So a block is taken for such text first and
// converted character by character; words are looked for only where one begins
// that makes a difference, between the nearest places that no word reaches over.
// A Traditional character ends that, and the block is read anew.

// A fast is what the fast way looks things up in.
type fast struct {
	// outs gives what becomes of a character, by symbol, as the bytes of its UTF-8
	// form from the lowest on and isHans above them; 0 if that takes another number
	// of bytes than three or depends on whether the character is a word.
	outs    *[1 << 16]uint32
	filter  *trie.Filter // of the words that make a difference
	differs []uint8      // by entry, whether it makes a difference; for the first of a word, what any does
	only    []only       // by symbol: it as a word
	within  bool         // a word of the glossary begins with ASCII
}

// An entry makes a difference always or where one of its conditions is met.
const (
	ifMet  = 1
	always = 2
)

// Marks in outs: of what only Simplified text has, and of 简, which is in all names
// of languages that stay as they are in such text.
const (
	isHans = 1 << 24
	isName = 1 << 25
)

// A fastWay is a fast that is made when it is worth while.
type fastWay struct {
	seen  atomic.Int64 // bytes
	ready atomic.Pointer[fast]
}

// worthWhile is after how many bytes of text: to make it takes some milliseconds.
const worthWhile = 32 << 10

// fast gives what the fast way needs for a text of n bytes; nil if there is no fast
// way, or not yet.
func (p *Program) fast(n int) *fast {
	if p.native == inHans || p.from == maskHant || p.slow {
		return nil
	}
	f := p.way.ready.Load()
	if f == nil && p.way.seen.Add(int64(n)) >= worthWhile {
		f = p.newFast()
		p.way.ready.Store(f)
	}
	return f
}

func (p *Program) newFast() *fast {
	f := &fast{outs: new([1 << 16]uint32), filter: trie.NewFilter(), differs: make([]uint8, len(p.lex.Spelt)),
		only: make([]only, len(p.lex.Runes))}
	for s := range p.lex.Runes {
		f.outs[s] = p.outOf(Symbol(s))
	}
	for e := range f.differs {
		p.differing(f, e)
	}
	for s := range f.only {
		f.only[s] = p.lex.onlyOf(Symbol(s))
		if e := f.only[s].entry; e != none && (p.regional >= 0 && p.lex.conditional(e) || p.hansForm(e) != p.foreign.Char(p.lex.Runes[s])) {
			f.outs[s] = 0
		}
	}
	p.addGlossary(f)
	return f
}

// outOf gives the entry of outs for a character that is in no word.
func (p *Program) outOf(s Symbol) uint32 {
	out := p.foreign.AppendChar(nil, p.lex.Runes[s])
	if len(out) != 3 || utf8.RuneLen(p.lex.Runes[s]) != 3 || p.lex.Flags[s]&(OnlyHant|Odd) != 0 {
		return 0
	}
	n := uint32(out[0]) | uint32(out[1])<<8 | uint32(out[2])<<16
	if p.lex.Flags[s]&OnlyHans != 0 {
		n |= isHans
	}
	if p.lex.Runes[s] == '简' {
		n |= isName
	}
	return n
}

// differing notes the entry if it makes a difference.
func (p *Program) differing(f *fast, e int) {
	from, to := p.lex.Spelt[e], len(p.lex.Spelling)
	if e+1 < len(p.lex.Spelt) {
		to = int(p.lex.Spelt[e+1])
	}
	hans := p.lex.Spelling[from : (int(from)+to)/2]
	var alone []byte
	for _, s := range hans {
		alone = p.foreign.AppendChar(alone, p.lex.Runes[s])
	}
	how, form := uint8(always), p.hansForm(int32(e))
	if string(alone) == form && (p.regional < 0 || form == p.lex.form(int32(e), p.target)) {
		if how = ifMet; p.regional < 0 || !p.lex.conditional(int32(e)) {
			return
		}
	}
	if len(hans) > 1 {
		f.filter.AddKey(hans)
		for f.differs[e] |= how; !p.lex.first(e); e-- {
			f.differs[e-1] |= how
		}
	}
}

// hansForm is what becomes of an entry in Simplified text where no condition holds.
func (p *Program) hansForm(e int32) string {
	if p.regional >= 0 {
		return p.lex.form(e, p.regional)
	}
	return p.lex.form(e, p.target)
}

// first tells whether no other entry of the same word is before e.
func (l *Lexicon) first(e int) bool { return e == 0 || l.Costs[e-1]&More == 0 }
