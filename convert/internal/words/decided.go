package words

import (
	"slices"

	"zhmd/convert/internal/table"
)

// decided writes the words of the window of n characters between two places.
func (w *writer) decided(from, i, to, n int) int {
	w.n -= i - from
	w.search(n, w.src[from:to])
	w.write(from, n, w.src[from:to])
	return to
}

// write writes the way through the first n characters of text, which begins at from.
func (w *writer) write(from, n int, text []byte) {
	win := &w.window
	var steps [maxWindow]int32
	count := 0
	for j := n; j > 0; j = int(win.places[j].from) {
		steps[count] = int32(j)
		count++
	}
	for count--; count >= 0; count-- {
		j := int(steps[count])
		w.writeWord(text, from, int(win.places[j].from), j, win.places[j].entry)
	}
}

// writeWord writes what becomes of an entry, in the window that begins at from.
func (w *writer) writeWord(text []byte, from, k, j int, e int32) {
	at := 0
	if k > 0 {
		at = int(w.window.ends[k-1])
	}
	if e != none && int(e) < len(w.lex.Spelt) {
		end := from + int(w.window.ends[j-1])
		w.put(j-k, from+at, end, e)
		return
	}
	for ; k < j; k++ {
		end := int(w.window.ends[k])
		if s := w.window.syms[k]; s == table.Unknown {
			w.makeRoom(end - at)
			w.n += copy(w.buf[w.n:], text[at:end])
		} else {
			w.any |= w.oddOf(s)
			out := w.foreign.AppendChar(w.buf[:w.n], w.lex.Runes[s])
			w.note(from+at, from+end, len(out)-w.n, len(out)-w.n == 3 && end-at == 3)
			w.n, w.buf = len(out), out[:cap(out)]
		}
		at = end
	}
}

// makeRoom makes room for n bytes: none is kept for all words of a window.
func (w *writer) makeRoom(n int) {
	if len(w.buf)-w.n < n {
		w.buf = slices.Grow(w.buf[:w.n], n+room)
		w.buf = w.buf[:cap(w.buf)]
	}
}

// decideLong is decide for a window that is too long.
func (w *writer) decideLong(from, i int) int {
	_, size := w.lex.at(w.src, i)
	to := i + size
	for to < w.end && w.joined(to) && !w.stops(to) {
		_, size = w.lex.at(w.src, to)
		to += size
	}
	b := blocks.Get().(*block)
	defer blocks.Put(b)
	b.read(w.Program, w.src[from:to])
	b.hits, b.domains = hits{}, w.domains
	b.around, b.offset = w.src[w.first:max(w.end, to)], from-w.first
	w.pending = ^uint32(0) // it is not known what would
	w.any |= isOdd
	if w.failed = b.hant > 0; w.failed {
		return to
	}
	if b.hans > 0 {
		w.any |= isHans
	}
	w.n -= i - from
	out := w.buf[:w.n]
	for _, s := range b.search(maskHans, w.lex.Switch) {
		n := len(out)
		out = w.Program.write(out, b, s, w.lex.Switch, false)
		w.n = n
		w.note(from+b.start(s.from), from+b.ends[s.to-1], len(out)-n, false)
	}
	b.hits.to(&w.hits)
	w.n, w.buf = len(out), out[:cap(out)]
	return to
}
