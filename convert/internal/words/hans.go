package words

import (
	"encoding/binary"
	"math/bits"
	"slices"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"zhmd/convert/internal/han"
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
	// outs gives what becomes of a character, by symbol, as the bytes of its UTF-8
	// form from the lowest on and isHans above them; 0 if that takes another number
	// of bytes than three or depends on whether the character is a word.
	outs    *[1 << 16]uint32
	filter  *trie.Filter // of the words that make a difference
	differs []bool       // by entry; for the first of a word, whether any does
	only    []only       // by symbol: it as a word
	within  bool         // a word of the glossary begins with ASCII
}

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
	if p.native == inHans || p.from == maskHant {
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
	f := &fast{outs: new([1 << 16]uint32), filter: trie.NewFilter(), differs: make([]bool, len(p.lex.Spelt)),
		only: make([]only, len(p.lex.Runes))}
	for s := range p.lex.Runes {
		f.outs[s] = p.outOf(Symbol(s))
	}
	for e := range f.differs {
		p.differing(f, e)
	}
	for s := range f.only {
		f.only[s] = p.lex.onlyOf(Symbol(s))
		if e := f.only[s].entry; e != none && p.hansForm(e) != p.foreign.Char(p.lex.Runes[s]) {
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
	if string(alone) == p.hansForm(int32(e)) {
		return
	}
	if len(hans) > 1 {
		f.filter.AddKey(hans)
		for f.differs[e] = true; !p.lex.first(e); e-- {
			f.differs[e-1] = true
		}
	}
}

// hansForm is what becomes of an entry in Simplified text.
func (p *Program) hansForm(e int32) string {
	if p.regional >= 0 {
		return p.lex.form(e, p.regional)
	}
	return p.lex.form(e, p.target)
}

// first tells whether no other entry of the same word is before e.
func (l *Lexicon) first(e int) bool { return e == 0 || l.Costs[e-1]&More == 0 }

// A writer is output that is being written, and the block that is read for it.
type writer struct {
	*Program
	*fast
	src []byte // the block, and what is around it
	end int    // of the block
	low int    // no word reaches back over it
	buf []byte
	n   int
	any uint32 // all entries of outs that were taken
	// failed tells that there is a character that only Traditional text has.
	failed bool
	lines  *lines // whose blocks are converted, which is own; nil for a block by itself
	own    lines
	window window
	track  bool // uneven is kept
	uneven []stretch
	out    []byte // for edits
}

// A stretch is a part of the source that was not written byte for byte in its place,
// and where in the output what was written is.
type stretch struct{ start, end, outStart, outEnd int }

// note notes that size bytes are about to be written for some characters, from start
// to end in the source, unless all have three bytes before and after.
func (w *writer) note(chars, start, end, size int) {
	if w.track && (size != 3*chars || end-start != size) {
		w.uneven = append(w.uneven, stretch{start, end, w.n, w.n + size})
	}
}

var writers = sync.Pool{New: func() any { return new(writer) }}

// room is what is kept free in the output: any form of a word.
const room = table.MaxRefLen + 17

// block converts the block between two offsets as Simplified text. ok is false if it
// is not such text, and dst is as it was then.
func (w *writer) block(dst []byte, begin, end int, seen *Seen) (out []byte, ok bool) {
	w.low, w.end, w.buf, w.n, w.any, w.failed = begin, end, dst[:cap(dst)], len(dst), 0, false
	for i := begin; i < end && !w.failed; {
		i = w.next(i)
	}
	if w.failed || !w.isHans(begin, end, seen) {
		return dst, false
	}
	return w.buf[:w.n], true
}

// next converts what is at i and gives its end.
func (w *writer) next(i int) int {
	w.reserve(w.end - i)
	if w.src[i] < utf8.RuneSelf {
		return w.ascii(i)
	}
	if end := w.han(i); end > i {
		return end
	}
	return w.other(i)
}

// isHans tells whether the block between two offsets, in which there was no Traditional
// character, is Simplified text, and notes it.
func (w *writer) isHans(begin, end int, seen *Seen) bool {
	if w.any&isName != 0 && isSwitch(w.src[begin:end]) || w.any&isHans == 0 && w.from == maskBoth && seen.Hant >= seen.Hans+seen.Mixed {
		return false
	}
	if w.any&isHans != 0 && !seen.Whole {
		seen.Hans++
	}
	return true
}

// reserve makes room for what n bytes become, at least for one step.
func (w *writer) reserve(n int) {
	if len(w.buf)-w.n < room {
		w.buf = slices.Grow(w.buf[:w.n], n+n/8+2*room)
		w.buf = w.buf[:cap(w.buf)]
	}
}

// ascii copies ASCII from i on and gives where it ends, or where the words end that
// go on over its end.
func (w *writer) ascii(i int) int {
	if w.within {
		return w.glossedASCII(i)
	}
	src, buf, n, end, start, breaks := w.src, w.buf, w.n, w.end, i, uint64(0)
	for i+8 <= end && n+8 <= len(buf) {
		eight := binary.LittleEndian.Uint64(src[i:])
		binary.LittleEndian.PutUint64(buf[n:], eight)
		k := bits.TrailingZeros64(eight&highs) / 8
		breaks |= lineBreaks(eight)
		i, n = i+k, n+k
		if k < 8 {
			break
		}
	}
	for i < end && n < len(buf) && src[i] < utf8.RuneSelf {
		breaks |= lineBreaks(uint64(src[i]) | highs)
		buf[n] = src[i]
		i, n = i+1, n+1
	}
	w.n = n
	if w.lines != nil && breaks != 0 {
		w.lines.inASCII(start, i)
	}
	return w.behindASCII(i)
}

const highs = 0x8080808080808080

// lineBreaks is not 0 if there is a line break in the eight bytes.
func lineBreaks(eight uint64) uint64 {
	x := eight ^ 0x0A0A0A0A0A0A0A0A
	return (x - 0x0101010101010101) &^ x & highs
}

// behindASCII gives i, where ASCII ends, or where the words end that go on over it.
func (w *writer) behindASCII(i int) int {
	if i < w.end && w.src[i] >= utf8.RuneSelf && w.lex.Symbols.Low[w.src[i-1]] != table.Unknown && w.joined(i) && !w.stops(i) {
		return w.decide(i)
	}
	return i
}

// before gives the symbol and the size of the character that ends at i.
func (l *Lexicon) before(text []byte, i int) (s Symbol, size int) {
	if b := text[i-1]; b < utf8.RuneSelf {
		return l.Symbols.Low[b], 1
	}
	r, size := utf8.DecodeLastRune(text[:i])
	if r == utf8.RuneError && size == 1 {
		return table.Unknown, 1
	}
	return l.Symbols.Of(r), size
}

// han converts characters of three bytes from i on, up to one that it leaves to
// others, and gives where that is.
func (w *writer) han(i int) int {
	plain := han.Plain{BMP: w.lex.Symbols.BMP, Outs: w.outs, Filter: w.filter}
	for last := min(w.end-1, len(w.src)-han.Window); i <= last && w.n+room <= len(w.buf); {
		word := han.Load32(w.src, i)
		if !han.IsThree(word) {
			break
		}
		start, all := w.ahead(i)
		key := !all && w.filter.Begins(start)
		if all {
			end := min(last, i+(len(w.buf)-w.n-room)/utf8.UTFMax*3)
			at := plain.Convert(w.buf, w.src, han.Place{N: w.n, I: i, Start: start, Any: w.any}, end)
			if w.n, i, w.any = at.N, at.I, at.Any; !at.Key {
				continue
			}
			start, key = at.Start, true
		}
		next := w.step(i, start, key)
		if next == i {
			break
		}
		i = next
	}
	return i
}

// step converts the character at i, or decides about the words around it, and gives
// the end; i if that is left to others. key tells that a word may begin there that
// makes a difference.
func (w *writer) step(i int, start uint64, key bool) int {
	s := Symbol(start >> 32)
	out := w.outs[s]
	if key && w.glossary != nil {
		if end := w.fixed(i); end > i {
			return end
		}
	}
	switch {
	case s == table.Unknown:
		w.n += copy(w.buf[w.n:], w.src[i:i+3])
		return i + 3
	case out == 0:
		return i
	case key && w.begins(i, s, Symbol(start>>16)):
		return w.decide(i)
	}
	w.any |= out
	han.Store32(w.buf, w.n, out)
	w.n += 3
	return i + 3
}

// ahead gives the symbols of the three characters at i, see [trie.Start]. all tells
// that they take three bytes each, as the first does.
func (w *writer) ahead(i int) (start uint64, all bool) {
	bmp := w.lex.Symbols.BMP
	a, b, c := han.Load32(w.src, i), han.Load32(w.src, i+3), han.Load32(w.src, i+6)
	if han.IsThree(b) && han.IsThree(c) {
		return trie.Start(bmp[han.CodePoint(a)], bmp[han.CodePoint(b)], bmp[han.CodePoint(c)]), true
	}
	var third Symbol
	next, size := w.lex.at(w.src, i+3)
	if i+3+size < len(w.src) {
		third, _ = w.lex.at(w.src, i+3+size)
	}
	return trie.Start(bmp[han.CodePoint(a)], next, third), false
}

// other converts the character at i, which is not one of three bytes that become
// three bytes in all words.
func (w *writer) other(i int) int {
	if end := w.fixed(i); end > i {
		return end
	}
	s, size := w.lex.at(w.src, i)
	switch {
	case w.src[i] == divider && w.lines != nil:
		w.buf[w.n] = divider
		w.n++
		w.lines.end(i+1, i+1, i+1)
		return i + 1
	case isForeign(w.src[i:]):
		w.failed = true
		return i
	case s == table.Unknown || w.lex.Flags[s]&Odd != 0:
		if n := w.describedLen(w.src[:w.end], i); n > size {
			size = n
		}
		out := w.foreign.Append(w.buf[:w.n], w.src[i:i+size])
		w.note(0, i, i+size, len(out)-w.n)
		w.n, w.buf = len(out), out[:cap(out)]
		w.low = i + size
		return w.low
	}
	return w.decide(i)
}

// begins tells whether a word that makes a difference begins at i with the
// character s and then next.
func (w *writer) begins(i int, s, next Symbol) bool {
	lex := w.lex
	node, ok := lex.Trie.Step(lex.Trie.Roots[lex.Class[s]], lex.Class[next])
	if !ok {
		return false
	}
	for j := i + 3; ; {
		if v := node.Value(); v != 0 && int(v-1) < len(w.differs) && w.differs[v-1] {
			return true
		}
		base := node.Base()
		_, size := w.at(j)
		if j += size; base == 0 || j >= len(w.src) {
			return false
		}
		after, _ := w.at(j)
		if node, ok = lex.Trie.Step(base, lex.Class[after]); !ok || after == table.Unknown {
			return false
		}
	}
}
