package words

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"unicode/utf8"

	"zhmd/convert/internal/han"
	"zhmd/convert/internal/table"
)

// A block is a text that is converted at once, a line for the most part, as the
// characters that matter: what stands between words is one of them, however long it is.
type block struct {
	lex  *Lexicon
	text []byte
	syms []Symbol // Unknown for what is in no word
	ends []int    // by character, where it ends in text
	pins []pin    // in order

	hans, hant bool // it has characters that only this script has
	weak       bool // and some of hant that lose that with the shape of a region
	kept       Flag // of the characters of what is kept
	letters

	invalid bool   // its last byte is not UTF-8
	open    bool   // neither it nor the document tells of the region
	names   *Names // of the document; nil if there are none
	topics  uint32 // of the text, as bits

	lattice lattice
	steps   []step
	traced  func(edge) // of every arc that is tried; nil for none
}

// A pin is a character of a block that is no matter of words.
type pin struct {
	at    int
	kind  pinKind
	value string // what is written for it; of pinForeign nothing
}

type pinKind uint8

const (
	pinGlossary pinKind = iota // a word of the glossary
	pinKept                    // what stays in Traditional text, see keptWords
	pinForeign                 // text between words that OpenCC changes: compatibility ideographs
)

// start returns where in the text the character i begins.
func (b *block) start(i int) int {
	if i == 0 {
		return 0
	}
	return b.ends[i-1]
}

// weakToHant is how far apart these flags are.
const weakToHant = 3

// reset makes b a block of text that is not read yet, with room for its characters.
func (b *block) reset(lex *Lexicon, text []byte) {
	if cap(b.syms) < len(text) {
		b.syms, b.ends = make([]Symbol, 0, len(text)+len(text)/4), make([]int, 0, len(text)+len(text)/4)
	}
	b.lex, b.text, b.syms, b.ends, b.pins = lex, text, b.syms[:0], b.ends[:0], b.pins[:0]
	b.kept, b.letters, b.names, b.open, b.invalid = 0, letters{}, nil, false, false
}

// read makes b the block of text, up to a byte that is not UTF-8, with the program's pins in
// it. A word of the glossary that reaches over one of the cuts has to have its number of
// characters there.
func (b *block) read(p *Program, text []byte, cuts []int) {
	b.reset(p.lex, text)
	all, strong := Flag(0), Flag(0) // OnlyHant of what is not weak is in strong
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i = b.readASCII(p, i, cuts)
			continue
		}
		end, some := b.readHan(p, i)
		if end == i {
			end, some = b.readOther(p, i, cuts)
		}
		all |= some
		strong |= some &^ (some & Weak >> weakToHant)
		if i = end; b.invalid {
			b.text = text[:i]
			break
		}
	}
	all |= b.kept
	b.hans, b.hant, b.weak = all&OnlyHans != 0, strong&OnlyHant != 0, all&Weak != 0
	if b.kana > 0 || b.hangul > 0 {
		b.countLetters()
	}
}

// readHan reads characters of three bytes that may be in words, but for what a pin may
// begin with and what is odd, from i on, and returns where it stopped and their flags. It
// stops behind one that is Weak.
func (b *block) readHan(p *Program, i int) (end int, all Flag) {
	bmp, flags, pins, text := p.lex.Symbols.BMP, p.lex.Flags, p.pinStarts, b.text
	n := len(b.syms)
	syms, ends := b.syms[:cap(b.syms)], b.ends[:cap(b.ends)]
	for i+4 <= len(text) && n < len(syms) && n < len(ends) {
		word := binary.LittleEndian.Uint32(text[i:])
		if !han.IsThree(word) {
			break
		}
		s := bmp[han.CodePoint(word)]
		f := flags[s]
		if s == table.Unknown || f&Odd != 0 || pins != nil && pins.has(s) {
			break
		}
		i += 3
		syms[n], ends[n] = s, i
		n++
		if all |= f; f&Weak != 0 {
			break
		}
	}
	b.syms, b.ends = syms[:n], ends[:n]
	return i, all
}

// readOther reads the character at i, which is not ASCII, or the pin there, and returns
// its end and flags.
func (b *block) readOther(p *Program, i int, cuts []int) (end int, f Flag) {
	s, size := p.lex.at(b.text, i)
	b.invalid = size == 1
	if p.pinStarts != nil && p.pinStarts.has(s) {
		if end := b.readPin(p, i, size, cuts); end > i {
			return end, 0
		}
	}
	switch f = p.lex.Flags[s]; {
	case f&Odd != 0:
		return b.readOdd(p, i, size), 0
	case s == table.Unknown:
		b.pushBetween(i + size)
	default:
		b.push(s, i+size)
	}
	return i + size, f
}

// readASCII reads the ASCII at i, or the pin there, and returns its end. As characters it
// reads what may be in a word with those on both sides.
func (b *block) readASCII(p *Program, i int, cuts []int) int {
	end := i + asciiLen(b.text[i:])
	if p.asciiStarts != nil {
		for j := i; j < end; j++ {
			if !p.asciiStarts.has(Symbol(b.text[j])) {
				continue
			}
			if to, value := p.ofUser(b.text, j, cuts); to > j {
				b.pushASCII(i, j)
				b.pushPin(to, pinGlossary, value)
				return to
			}
		}
	}
	b.pushASCII(i, end)
	return end
}

func (b *block) pushASCII(i, end int) {
	low := &b.lex.Symbols.Low
	if n := len(b.syms); n > 0 && b.syms[n-1] != table.Unknown {
		for limit := min(end, i+maxWord); i < limit && low[b.text[i]] != table.Unknown; i++ {
			b.push(low[b.text[i]], i+1)
		}
	}
	last := end
	if end < len(b.text) {
		for limit := max(i, end-maxWord); last > limit && low[b.text[last-1]] != table.Unknown; {
			last--
		}
	}
	if last > i {
		b.pushBetween(last)
	}
	for ; last < end; last++ {
		b.push(low[b.text[last]], last+1)
	}
}

func (b *block) push(s Symbol, end int) { b.syms, b.ends = append(b.syms, s), append(b.ends, end) }

func (b *block) pushPin(end int, kind pinKind, value string) {
	b.push(table.Unknown, end)
	b.pins = append(b.pins, pin{len(b.syms) - 1, kind, value})
}

// pushBetween adds text between words up to an offset.
func (b *block) pushBetween(end int) {
	if n := len(b.syms); n > 0 && b.syms[n-1] == table.Unknown && !b.endsInPin() {
		b.ends[n-1] = end
		return
	}
	b.push(table.Unknown, end)
}

// endsInPin reports whether the last character is what somebody has fixed.
func (b *block) endsInPin() bool {
	n := len(b.pins)
	return n > 0 && b.pins[n-1].at == len(b.syms)-1 && b.pins[n-1].kind != pinForeign
}

// readPin reads the pin at i, where a character of a size is, and returns its end; 0 if
// there is none.
func (b *block) readPin(p *Program, i, size int, cuts []int) int {
	end, value := p.ofUser(b.text, i, cuts)
	kind := pinGlossary
	if end <= i {
		if kind, end = pinKept, p.keptEnd(b.text, i, size, cuts); end <= i {
			return 0
		}
		value = string(b.text[i:end])
		b.kept |= b.lex.keptFlags(value)
	}
	b.pushPin(end, kind, value)
	return end
}

// readOdd reads the odd character at i, with the sequence that it describes, and returns
// the end.
func (b *block) readOdd(p *Program, i, size int) int {
	b.note(b.text[i:])
	end := i + max(size, p.describedLen(bytes.TrimSuffix(b.text, []byte("\n")), i))
	b.pushBetween(end)
	if n := len(b.pins); n == 0 || b.pins[n-1].at < len(b.syms)-1 {
		b.pins = append(b.pins, pin{at: len(b.syms) - 1, kind: pinForeign})
	}
	return end
}

// ofUser returns the end of the word of the glossary at i and what becomes of it; 0 if
// there is none.
func (p *Program) ofUser(text []byte, i int, cuts []int) (end int, value string) {
	switch {
	case p.glossary == nil:
		return 0, ""
	case len(cuts) > 0:
		return p.glossary.WordAround(text, i, cuts)
	}
	return p.glossary.Word(text, i)
}

// describedLen returns the length of the ideographic description sequence at i, whose
// characters stay; 0 if there is none. An invalid byte is in none; text has no line break.
func (p *Program) describedLen(text []byte, i int) int {
	switch {
	case len(text)-i < 3 || text[i] != 0xE2 || text[i+1] != 0xBF:
		return 0
	case p.glossary != nil:
		return p.glossary.Description(text, i)
	case p.foreign != nil:
		return p.foreign.Description(text, i)
	}
	return 0
}

// countLetters counts the characters by what they tell of the language.
func (b *block) countLetters() {
	for _, s := range b.syms {
		b.han += one(s != table.Unknown && b.lex.Flags[s]&Latin == 0)
		b.chinese += one(b.lex.Flags[s]&Chinese != 0)
	}
	for i := range b.pins {
		if pin := &b.pins[i]; pin.kind == pinKept {
			b.han += utf8.RuneCountInString(pin.value)
			b.chinese += one(b.lex.keptFlags(pin.value)&Chinese != 0)
		}
	}
}

// asciiLen returns the length of the ASCII that text begins with.
func asciiLen(text []byte) (n int) {
	for ; n+8 <= len(text); n += 8 {
		if high := binary.LittleEndian.Uint64(text[n:]) & 0x8080808080808080; high != 0 {
			return n + bits.TrailingZeros64(high)/8
		}
	}
	for n < len(text) && text[n] < utf8.RuneSelf {
		n++
	}
	return n
}

// at returns the symbol and the size of the character at i.
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

// symbolAt is at for any offset: at the end it returns Unknown.
func (l *Lexicon) symbolAt(text []byte, i int) (s Symbol, size int) {
	switch {
	case i+4 <= len(text) && han.IsThree(binary.LittleEndian.Uint32(text[i:])):
		return l.Symbols.BMP[han.CodePoint(binary.LittleEndian.Uint32(text[i:]))], 3
	case i >= len(text):
		return table.Unknown, 1
	}
	return l.at(text, i)
}
