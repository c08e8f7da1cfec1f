package merge

import (
	"bytes"
	"slices"
)

// byLine merges a region that both sides changed line by line, and reports
// whether that can be done.
func (m *merger) byLine(r region) bool {
	if !m.pairs(&m.sides[ours], r.hunks[ours]) || !m.pairs(&m.sides[theirs], r.hunks[theirs]) {
		return false
	}
	first := [2]int{r.first(ours), r.first(theirs)}
	if m.moved(first, r.hi-r.lo) {
		return false
	}
	for i := range r.hi - r.lo {
		b, o, t := m.base.line(r.lo+i), m.sides[ours].line(first[ours]+i), m.sides[theirs].line(first[theirs]+i)
		if line, ok := m.line(b, o, t); ok {
			m.write(line)
		} else {
			m.conflict(o, t)
		}
	}
	return true
}

// moved tells whether any of n lines that begin at first is in both sides, but not
// at the same place: it would be there twice.
func (m *merger) moved(first [2]int, n int) bool {
	o, t := m.sides[ours], m.sides[theirs]
	for i, e := range o.ids[first[ours]:][:n] {
		j := int(t.places[e]) - 1 - first[theirs]
		if o.places[e] > 0 && j != i && 0 <= j && j < n {
			return true
		}
	}
	return false
}

// pairs tells whether the lines of each hunk became as many others, and the
// first became the first.
func (m *merger) pairs(s *side, hs []hunk) bool {
	for _, h := range hs {
		n := h.hi - h.lo
		if n != h.to-h.from || n > 1 && !s.keepsBreaks(m.base.lines(h.lo, h.hi), s.lines(h.from, h.to)) {
			return false
		}
	}
	return true
}

// keepsBreaks tells whether some lines became others in their order. It may be
// that a line was removed and one added, or that text was wrapped anew: then the
// breaks between them moved. Or all was written anew, which leaves little but
// characters by chance.
func (s *side) keepsBreaks(from, to []byte) bool {
	a, b := characters(unended(from)), characters(unended(to))
	kept, at := 0, 0
	for _, h := range append(s.diff(a, b), hunk{len(a), len(a), len(b), len(b), 0}) {
		if slices.Contains(a[h.lo:h.hi], '\n') || slices.Contains(b[h.from:h.to], '\n') {
			return false
		}
		if n := h.lo - at; n > 2 {
			kept += n
		}
		at = h.hi
	}
	return 3*kept >= min(len(a), len(b))
}

// unended gives lines with one character between them.
func unended(lines []byte) []byte {
	return bytes.TrimSuffix(bytes.ReplaceAll(lines, []byte("\r\n"), []byte("\n")), []byte("\n"))
}

// line merges a line; what ends it apart from the rest.
func (m *merger) line(b, o, t []byte) ([]byte, bool) {
	b, bEnd := cutEnd(b)
	o, oEnd := cutEnd(o)
	t, tEnd := cutEnd(t)
	end, ok := pick(bEnd, oEnd, tEnd)
	if !ok {
		return nil, false
	}
	line, ok := pick(b, o, t)
	if !ok {
		line, ok = m.byCharacter(b, o, t)
	}
	return slices.Concat(line, end), ok
}

func cutEnd(line []byte) (rest, end []byte) {
	rest = bytes.TrimSuffix(line, []byte("\n"))
	if len(rest) < len(line) {
		rest = bytes.TrimSuffix(rest, []byte("\r"))
	}
	return rest, line[len(rest):]
}

// pick merges what is taken as a whole.
func pick(b, o, t []byte) ([]byte, bool) {
	if bytes.Equal(o, b) {
		return t, true
	}
	return o, bytes.Equal(t, b) || bytes.Equal(o, t)
}
