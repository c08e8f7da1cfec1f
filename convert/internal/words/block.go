package words

import (
	"bytes"
	"unicode/utf8"

	"zhmd/convert/internal/table"
)

// A block is a text whose words are being found, as the characters that matter:
// what stands between words is one of them, however long it is.
type block struct {
	lex  *Lexicon
	text []byte
	// around is the block that text is a part of, from offset on.
	around []byte
	offset int
	syms   []Symbol // Unknown for what is in no word
	ends   []int    // by character, where it ends in text
	hans   int      // how many characters only Simplified text has
	hant   int      // and how many only Traditional text has
	weak   int      // and how many of these lose that with the shape of a region
	letters

	fixed []fixed // words of the glossary, and what is kept, in order

	open      bool   // neither it nor the document tells of the script
	seenNames *Names // of the document; nil if there are none

	domains uint32 // of the text, as bits
	hits    hits   // regional words that were written

	lattice lattice
	steps   []step
	divided []part
	joins   bool // the last part is of the word that is being divided
	out     []byte
	traced  func(edge) // of every arc that is tried; nil for none
}

// A fixed is a word of the glossary, or what is kept: a character of the block whose
// result is known.
type fixed struct {
	at    int
	value string
	kept  bool
}

// start is where in the text the character i begins.
func (b *block) start(i int) int {
	if i == 0 {
		return 0
	}
	return b.ends[i-1]
}

// read takes text apart for a program.
func (b *block) read(p *Program, text []byte) { b.readAround(p, text, nil) }

// readAround is read for a text with cuts, see [Program.Edits]. A word of the glossary
// that reaches over one has to have its number of characters there.
func (b *block) readAround(p *Program, text []byte, cuts []int) {
	b.lex, b.text, b.hans, b.hant, b.weak, b.letters = p.lex, text, 0, 0, 0, letters{}
	b.syms, b.ends, b.fixed = b.syms[:0], b.ends[:0], b.fixed[:0]
	b.around, b.offset, b.seenNames, b.open = text, 0, nil, false
	first, keeps := p.firstOfKept()
	joins := false // what is in no word is one character with what is before it
	for i := 0; i < len(text); {
		s, size := p.lex.symbolAt(text, i)
		if end, value := p.ofUser(s, text, i, cuts); end > i {
			b.fix(fixed{len(b.syms), value, false}, end)
			i, joins = end, false
			continue
		}
		if keeps && (s == first[0] || s == first[1] || s == first[2]) {
			if end := p.keptEnd(text, i, size, cuts); end > i {
				b.countKept(text[i:end])
				b.fix(fixed{len(b.syms), string(text[i:end]), true}, end)
				i, joins = end, false
				continue
			}
		}
		if p.lex.Flags[s]&Odd != 0 {
			b.letters.note(text[i:])
			s, size = table.Unknown, max(size, p.describedLen(bytes.TrimSuffix(text, []byte("\n")), i))
		}
		i += size
		if joins && s == table.Unknown {
			b.ends[len(b.ends)-1] = i
			continue
		}
		joins = s == table.Unknown
		b.syms, b.ends = append(b.syms, s), append(b.ends, i)
		b.count(s)
	}
}

// ofUser gives the end of the word of the glossary at i, where the character s is, and what
// becomes of it; 0 if there is none.
func (p *Program) ofUser(s Symbol, text []byte, i int, cuts []int) (end int, value string) {
	switch {
	case p.begins == nil || !p.begins.has(s):
		return 0, ""
	case len(cuts) > 0:
		return p.glossary.WordAround(text, i, cuts)
	}
	end, value, _ = p.glossary.Word(text, i)
	return end, value
}

// readPlain is read without a program, for who asks for the words alone.
func (b *block) readPlain(l *Lexicon, text []byte) { b.read(&Program{lex: l, native: inHant}, text) }

// fix adds what is fixed, up to the offset end.
func (b *block) fix(f fixed, end int) {
	b.fixed = append(b.fixed, f)
	b.syms, b.ends = append(b.syms, table.Unknown), append(b.ends, end)
}

func (b *block) count(s Symbol) {
	f := b.lex.Flags[s]
	if s != table.Unknown && f&Latin == 0 {
		b.han++
	}
	if f&Chinese != 0 {
		b.chinese++
	}
	switch {
	case f&OnlyHans != 0:
		b.hans++
	case f&Weak != 0:
		b.weak++
	case f&OnlyHant != 0:
		b.hant++
	}
}

// at gives the symbol and the size of the character at i.
func (l *Lexicon) at(text []byte, i int) (s Symbol, size int) {
	if text[i] < utf8.RuneSelf {
		return l.Symbols.Low[text[i]], 1
	}
	r, size := utf8.DecodeRune(text[i:])
	if r == utf8.RuneError && size == 1 {
		return table.Unknown, 1
	}
	return l.Symbols.Of(r), size
}
