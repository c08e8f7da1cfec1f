package merge

import (
	"bytes"
	"unicode/utf8"
)

// A Change says that a[Lo:Hi] of one text became b[From:To] of another; in bytes, at
// the boundaries of characters.
type Change struct{ Lo, Hi, From, To int }

// Changes gives what changed from a text to another, in order. Lines that both have are
// found first; where as many lines became others, each is compared with its own, else
// all of them at once, by their characters. Between two changes is something that is
// the same, but for the end of a line.
func Changes(a, b []byte) []Change {
	ts := number(a, b)
	s, t := ts[0], ts[1]
	d := differ{limit: maxWork}
	var all []Change
	for _, h := range d.diffLines(s, t) {
		if h.hi-h.lo != h.to-h.from {
			all = d.characters(all, s, t, h)
			continue
		}
		for i := range h.hi - h.lo {
			all = d.characters(all, s, t, hunk{h.lo + i, h.lo + i + 1, h.from + i, h.from + i + 1, 0})
		}
	}
	return all
}

// characters appends what changed in lines.
func (d *differ) characters(dst []Change, s, t text, lines hunk) []Change {
	a, b := s.lines(lines.lo, lines.hi), t.lines(lines.from, lines.to)
	if bytes.Equal(a, b) {
		return dst
	}
	inner := differ{limit: d.limit}
	x, y := characters(a), characters(b)
	from, to := offsets(x, s.starts[lines.lo]), offsets(y, t.starts[lines.from])
	for _, h := range inner.diff(x, y) {
		dst = append(dst, Change{from[h.lo], from[h.hi], to[h.from], to[h.to]})
	}
	d.limit = inner.limit
	return dst
}

// offsets gives where each character begins, and where the last ends, of a text that
// begins at start.
func offsets(cs []int32, start int) []int {
	at := append(make([]int, 0, len(cs)+1), start)
	for _, c := range cs {
		if c > utf8.MaxRune {
			start++
		} else {
			start += utf8.RuneLen(c)
		}
		at = append(at, start)
	}
	return at
}
