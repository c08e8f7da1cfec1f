package merge

import (
	"bytes"
	"slices"
)

// byLine merges a region that both sides changed line by line, and reports
// whether that can be done.
func (m *merger) byLine(r region) bool {
	if !m.pairs(ours, r.hunks[ours]) || !m.pairs(theirs, r.hunks[theirs]) {
		return false
	}
	first := [2]int{r.first(ours), r.first(theirs)}
	if m.shared(first, r.hi-r.lo) {
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

// shared reports whether any of n lines that begin at first is in both sides, but not
// at the same place: it would be there twice.
func (m *merger) shared(first [2]int, n int) bool {
	o, t := m.sides[ours], m.sides[theirs]
	for i, e := range o.ids[first[ours]:][:n] {
		j := int(t.places[e]) - 1 - first[theirs]
		if o.places[e] > 0 && j != i && 0 <= j && j < n {
			return true
		}
	}
	return false
}

// pairs reports whether the lines of each hunk of a side became as many others, and
// the first became the first.
func (m *merger) pairs(i int, hs []hunk) bool {
	s := &m.sides[i]
	for _, h := range hs {
		n := h.hi - h.lo
		if n != h.to-h.from || m.moved(i, h) ||
			n > 1 && !s.keepsBreaks(m.base.lines(h.lo, h.hi), s.lines(h.from, h.to)) {
			return false
		}
	}
	return true
}

// moved reports whether a line of a hunk with as many lines on both sides is not the
// edited line of the base in its place, since one of the two is elsewhere in the other
// text: the side's line equals another line of the base, or the base's line is still
// in the side. Where one line moved away and another took its place, both sides'
// changes would be joined to a line that nobody wrote. If 西瓜：有貨 gave way to
// 蘋果：有貨 from above and became 西瓜：缺貨 on the other side, that is not 蘋果：缺貨.
//
// A line that the base has several times says nothing by being in the side. Line ends
// do not count, for the last line may get one by moving.
func (m *merger) moved(i int, h hunk) bool {
	if m.bodies == nil {
		m.bodies = number(alike(m.base), alike(m.sides[ours].text), alike(m.sides[theirs].text))
	}
	base, side := m.bodies[0], m.bodies[1+i]
	for k := range h.hi - h.lo {
		was, is := base.ids[h.lo+k], side.ids[h.from+k]
		if was != is && (base.places[is] != 0 || base.places[was] > 0 && side.places[was] != 0) {
			return true
		}
	}
	return false
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

// alike returns a text with the same end to each line.
func alike(t text) []byte { return append(unended(t.data), '\n') }

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
