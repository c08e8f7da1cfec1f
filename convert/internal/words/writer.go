package words

import (
	"slices"
	"sync"
	"unicode/utf8"

	"zhmd/convert/internal/table"
)

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
	failed  bool
	first   int        // where the block begins
	domains uint32     // of the text, as bits
	hits    hits       // regional words that were written in the block
	pending uint32     // domains in which some would have been others
	by      *condition // that was met last, when looking for a word that makes a difference
	byEntry int32      // and its entry; none for none
	byStart int
	lines   *lines // whose blocks are converted, which is own; nil for a block by itself
	own     lines
	window  window
	track   bool // uneven is kept
	uneven  []stretch
	out     []byte // for edits
}

// A stretch is a part of the source that was not written byte for byte in its place,
// and where in the output what was written is. ofUser tells that it is a word of the
// glossary.
type stretch struct {
	start, end, outStart, outEnd int
	ofUser                       bool
}

// note notes that size bytes are about to be written for what is from start to end in the
// source, unless that is even: characters of three bytes, each by another such.
func (w *writer) note(start, end, size int, even bool) {
	if w.track && !even {
		w.uneven = append(w.uneven, stretch{start, end, w.n, w.n + size, false})
	}
}

// threes tells whether s is so many characters of three bytes.
func threes(s string, chars int) bool {
	if len(s) != 3*chars {
		return false
	}
	for i := 0; i < len(s); i += 3 {
		if s[i]&0xF0 != 0xE0 {
			return false
		}
	}
	return true
}

var writers = sync.Pool{New: func() any { return new(writer) }}

// room is what is kept free in the output: any form of a word.
const room = table.MaxRefLen + 17

// block converts the block between two offsets as Simplified text. ok is false if it
// is not such text, and dst is as it was then.
func (w *writer) block(dst []byte, begin, end int, seen *Seen) (out []byte, ok bool) {
	for domains := seen.domains(); ; {
		w.once(dst, begin, end, domains)
		more := w.untold(begin, end)
		if w.failed || more == 0 && !w.isHans(begin, end, seen) {
			return dst, false
		}
		if more == 0 {
			return w.buf[:w.n], true
		}
		domains |= more
	}
}

// once does it for a block of which some domains are known.
func (w *writer) once(dst []byte, begin, end int, domains uint32) {
	w.first, w.low, w.end, w.buf, w.n, w.any, w.failed = begin, begin, end, dst[:cap(dst)], len(dst), 0, false
	w.hits, w.pending, w.domains, w.uneven = hits{}, 0, domains, w.uneven[:0]
	for i := begin; i < end && !w.failed; {
		i = w.next(i)
	}
}

// untold gives the domains of the words between two offsets that were not known when
// these were written, and would have made some others.
func (w *writer) untold(begin, end int) uint32 {
	if w.pending&^w.domains == 0 {
		return 0
	}
	if w.lex.maybe(w.src[begin:end], w.domains)&w.pending&^w.domains == 0 {
		return 0
	}
	b := blocks.Get().(*block)
	defer blocks.Put(b)
	b.read(w.Program, w.src[begin:end])
	b.domains = 0
	w.weigh(b, b.search(maskHans, w.lex.Switch))
	return b.domains & w.pending &^ w.domains
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
	seen.count(&w.hits)
	return true
}

// reserve makes room for what n bytes become, at least for one step.
func (w *writer) reserve(n int) {
	if len(w.buf)-w.n < room {
		w.buf = slices.Grow(w.buf[:w.n], n+n/8+2*room)
		w.buf = w.buf[:cap(w.buf)]
	}
}
