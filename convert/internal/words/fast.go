package words

import (
	"sync/atomic"
	"unicode/utf8"

	"zhmd/convert/internal/engine"
	"zhmd/convert/internal/han"
	"zhmd/convert/internal/letter"
	"zhmd/convert/internal/table"
	"zhmd/convert/internal/trie"
)

// Most text is Simplified and nothing else, and most of its characters become the
// same in whatever word they stand. So a block is taken for such text first and
// converted character by character; words are looked for only where one begins
// that makes a difference, between the nearest places that no word reaches over.
// A Traditional character ends that, and the block is read anew.

// A fast is what the fast way looks things up in.
type fast struct {
	// outs gives what becomes of a character of three bytes, by its code, as the bytes of
	// its UTF-8 form from the lowest on and isHans above them; 0 if that takes another
	// number of bytes than three, depends on whether the character is a word, or if three
	// bytes with that code are not UTF-8.
	outs   *[1 << 16]uint32
	filter *trie.Deep       // of the words that make a difference, and those of the glossary, by codes
	how    []uint8          // by entry: how it differs; nil if all stays but words of the glossary
	marks  []uint8          // by symbol: isHans, isName and isHant, without the bits below
	only   []only           // by symbol: it as a word; nil with how
	beside *trie.Neighbours // what the words have side by side, and first those of the glossary
	gloss  *glossed         // nil if there is no glossary
	odds   symbols          // of which oddOf is true
}

// Marks of characters: of what only Simplified text has, and of 简, which is in all names
// of languages that stay as they are in such text.
const (
	isHans = 1 << 24
	isName = 1 << 25
	isHant = 1 << 26   // of what only Traditional text has
	isOdd  = odd << 24 // of what is written in place of what, and not both are letters
	// isGlossed is of what a word of the glossary begins with; it is in no outs.
	isGlossed = 1 << 28
)

// A fastWay is a fast that is made when it is worth while.
type fastWay struct {
	seen  atomic.Int64 // bytes
	ready atomic.Pointer[fast]
}

// worthWhile is after how many bytes of text: to make it takes as long as to do without
// it for so long.
const worthWhile = 12 << 10

// fast gives what the fast way needs for a text; nil if there is no fast way, or not yet.
func (p *Program) fast(text []byte) *fast {
	if p.passes() || p.from == maskHant || p.slow {
		return nil
	}
	f := p.way.ready.Load()
	if f == nil && p.way.seen.Add(int64(len(text))) >= worthWhile {
		f = p.newFast()
		p.way.ready.Store(f)
	}
	return f
}

// differing is for how many words that make a difference there is room.
const differing = 40000

func (p *Program) newFast() *fast {
	if p.native == inHans {
		return p.newKeeping()
	}
	f := &fast{outs: new([1 << 16]uint32), filter: trie.NewDeep(differing + engine.Weight(p.words)), how: p.lex.Differ.of(p.written()), only: p.lex.onlies(),
		marks: p.lex.marksOf(), beside: p.lex.neighbours()}
	p.addChars(f)
	for e, how := range f.how {
		if how&isKey != 0 {
			f.filter.AddKey(p.lex.codesOf(p.lex.hansOf(int32(e))))
		}
	}
	if p.glossary != nil {
		p.addGlossary(f)
	}
	return f
}

// newKeeping gives what a Simplified target needs, for which no word of a dictionary makes a
// difference.
func (p *Program) newKeeping() *fast {
	f := &fast{outs: new([1 << 16]uint32), filter: trie.NewDeep(engine.Weight(p.words)), marks: p.lex.marksOf(), beside: trie.NewNeighbours(minPairs)}
	for code, s := range p.lex.Symbols.BMP {
		if p.lex.Flags[s]&(OnlyHant|Odd) == 0 && !han.Invalid(han.Bytes(uint16(code))) {
			f.outs[code] = han.Bytes(uint16(code)) | p.lex.marks(s)
		}
	}
	p.addGlossary(f)
	return f
}

// addChars notes what becomes of characters by themselves.
func (p *Program) addChars(f *fast) {
	var buf [utf8.UTFMax]byte
	outs := make([]uint32, len(p.lex.Runes)) // by symbol
	for i, r := range p.lex.Runes {
		s := Symbol(i)
		out := p.foreign.AppendChar(buf[:0], r)
		mark := oddOf(r, out)
		if mark != 0 {
			f.odds.add(s)
		}
		if e := f.only[s].entry; e == none || f.how[e]&differsAlone == 0 {
			outs[s] = p.outOf(s, out, mark)
		}
	}
	for code, s := range p.lex.Symbols.BMP {
		if f.outs[code] = outs[s]; s == table.Unknown && !han.Invalid(han.Bytes(uint16(code))) {
			f.outs[code] = han.Bytes(uint16(code))
		}
	}
}

// outOf gives the entry of outs for a character that becomes out where it is in no word,
// with the mark that [oddOf] gives for it.
func (p *Program) outOf(s Symbol, out []byte, mark uint32) uint32 {
	if len(out) != 3 || utf8.RuneLen(p.lex.Runes[s]) != 3 || p.lex.Flags[s]&(OnlyHant|Odd) != 0 {
		return 0
	}
	return uint32(out[0]) | uint32(out[1])<<8 | uint32(out[2])<<16 | p.lex.marks(s) | mark
}

// oddOf gives isOdd for a character that becomes out, if not both are letters.
func oddOf(was rune, out []byte) uint32 {
	if r, size := utf8.DecodeRune(out); size == len(out) && r == was || letter.Is(was) && letter.All(out) {
		return 0
	}
	return isOdd
}

// marks gives those of a character.
func (l *Lexicon) marks(s Symbol) (all uint32) {
	if l.Flags[s]&OnlyHans != 0 {
		all |= isHans
	}
	if l.Flags[s]&OnlyHant != 0 {
		all |= isHant
	}
	if l.Runes[s] == '简' {
		all |= isName
	}
	return all
}
