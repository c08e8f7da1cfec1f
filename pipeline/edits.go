package pipeline

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"zhmd/convert"
)

// sourceEdits carries the edits of a run over to the source, in their place. Edits that
// a converter had no right to make are left out: those that lie outside the run,
// out of order, inside a character or over a divider, and one that would empty a piece.
func sourceEdits(r *run, edits []convert.Edit) []convert.Edit {
	at, i := 0, 0             // the piece that the edits have come to
	all := edits[:0]          // as many as have been looked at at most
	var across []convert.Edit // those of edits over several pieces
	for _, e := range edits {
		if e.Start < at || !r.may(e) {
			continue
		}
		at = e.End
		for i+1 < len(r.pieces) && r.pieces[i+1].text <= e.Start {
			i++
		}
		if e.End > r.pieceEnd(i) {
			across = appendAcross(across, r, e)
		} else if e, ok := r.sourceEdit(e, i); ok {
			all = append(all, e)
		}
	}
	return append(all, across...)
}

// may reports whether an edit is of whole characters of the run, and no divider.
func (r *run) may(e convert.Edit) bool {
	return e.Start >= 0 && e.Start <= e.End && e.End <= len(r.text) && r.boundary(e.Start) && r.boundary(e.End) &&
		bytes.IndexByte(r.text[e.Start:e.End], divider) < 0
}

// sourceEdit carries over an edit in piece i.
func (r *run) sourceEdit(e convert.Edit, i int) (edit convert.Edit, ok bool) {
	if e.Start == e.End && e.Start > 0 && r.text[e.Start-1] != divider { // an insertion belongs to what it stands behind
		i = r.pieceAt(e.Start - 1)
	}
	end := r.pieceEnd(i)
	if end > 0 && r.text[end-1] == divider {
		end--
	}
	if e.New == "" && e.Start == r.pieces[i].text && e.End == end {
		return e, false
	}
	by := r.pieces[i].source - r.pieces[i].text
	e.Start, e.End = e.Start+by, e.End+by
	return e, true
}

// appendAcross carries over an edit that spans cuts: character by character, so
// that each stays on its side of the markup. Where there are more or fewer new
// characters than old ones there is no telling which go where.
func appendAcross(dst []convert.Edit, r *run, e convert.Edit) []convert.Edit {
	old := r.text[e.Start:e.End]
	if utf8.RuneCount(old) != utf8.RuneCountInString(e.New) {
		return dst
	}
	for i, j := 0, 0; i < len(old); {
		a, n := utf8.DecodeRune(old[i:])
		b, m := utf8.DecodeRuneInString(e.New[j:])
		if a != b {
			start := r.source(e.Start + i)
			dst = append(dst, convert.Edit{Start: start, End: start + n, New: e.New[j : j+m]})
		}
		i, j = i+n, j+m
	}
	return dst
}

// sortEdits puts edits into the order of the source. Runs come in that order
// but for titles, which stand behind the text that goes on around them, and
// footnotes, which goldmark collects. An insertion comes before the edit of the
// text that it stands in front of.
func sortEdits(edits []convert.Edit) {
	byStart := func(a, b convert.Edit) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return a.End - b.End
	}
	if !slices.IsSortedFunc(edits, byStart) {
		slices.SortStableFunc(edits, byStart)
	}
}
