package pipeline

import (
	"sort"
	"unicode/utf8"
)

// A run is prose that belongs together: the text of one block without its
// markup, as pieces of the source. A phrase may begin in one piece and end in
// the next.
type run struct {
	text   []byte
	pieces []piece // never empty, the first at text offset 0
	cuts   []int   // the text offsets of the pieces that do not stand behind a divider
}

// A piece is a part of a run that is contiguous in the source. It lasts up to
// the next piece. Offsets are bytes.
type piece struct {
	text   int // where it begins in the run
	source int // where it begins in the source
}

// A span is a range of the source in bytes.
type span struct{ start, end int }

// newRun makes the run of spans that are not empty, in ascending order and do
// not touch.
func newRun(source []byte, spans []span) run {
	if len(spans) == 1 {
		s := spans[0]
		return run{text: source[s.start:s.end:s.end], pieces: []piece{{0, s.start}}}
	}
	size := 0
	for _, s := range spans {
		size += s.end - s.start
	}
	r := run{text: make([]byte, 0, size), pieces: make([]piece, 0, len(spans))}
	for _, s := range spans {
		r.add(source[s.start:s.end], s.start)
	}
	return r
}

// add adds a piece of the source.
func (r *run) add(text []byte, source int) {
	if n := len(r.text); n > 0 && r.text[n-1] != divider {
		r.cuts = append(r.cuts, n)
	}
	r.pieces = append(r.pieces, piece{len(r.text), source})
	r.text = append(r.text, text...)
}

// divide adds a divider, which belongs to the piece before it.
func (r *run) divide() { r.text = append(r.text, divider) }

// pieceAt is the index of the piece that holds the byte at the text offset.
func (r *run) pieceAt(text int) int {
	return sort.Search(len(r.pieces), func(i int) bool { return r.pieces[i].text > text }) - 1
}

// source gives the source offset of the byte at the text offset.
func (r *run) source(text int) int {
	p := r.pieces[r.pieceAt(text)]
	return p.source + text - p.text
}

// spans gives where a part of the text, between two offsets, is in the source.
func (r *run) spans(from, to int) []span {
	var all []span
	for from < to {
		end := min(to, r.pieceEnd(r.pieceAt(from)))
		start := r.source(from)
		all = append(all, span{start, start + end - from})
		from = end
	}
	return all
}

// boundary tells whether no character lies on both sides of a text offset.
func (r *run) boundary(text int) bool {
	return text == len(r.text) || utf8.RuneStart(r.text[text])
}

// pieceEnd is the text offset at which piece i ends.
func (r *run) pieceEnd(i int) int {
	if i+1 < len(r.pieces) {
		return r.pieces[i+1].text
	}
	return len(r.text)
}
