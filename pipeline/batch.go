package pipeline

import (
	"bytes"
	"slices"

	"zhmd/convert"
)

// Runs are many and short, and to call a converter takes time. So those of a
// document are converted in one go, with a byte between them that no character
// has and that divides text.
const divider = 0xFF

// solos are the runs that have one piece. They are converted without a list of
// edits.
type solos struct {
	text  []byte // of all of them, each with a divider behind it
	spans []span // in the order of the source
}

// mixed are the other runs.
type mixed struct {
	text []byte // the same
	runs []run
	ends []int // of their texts in text
	cuts []int // offsets in text
}

// divide sorts runs by their number of pieces.
func (d *Document) divide() {
	d.solos.spans = make([]span, 0, len(d.runs))
	size := 0
	for _, r := range d.runs {
		if len(r.pieces) > 1 {
			d.mixed.add(r)
			continue
		}
		start := r.pieces[0].source
		d.solos.spans = append(d.solos.spans, span{start, start + len(r.text)})
		size += len(r.text) + 1
	}
	d.solos.join(d.body, size)
}

// join puts the spans into order and their texts, which have so many bytes with
// their dividers, into one.
func (s *solos) join(source []byte, size int) {
	byStart := func(a, b span) int { return a.start - b.start }
	if !slices.IsSortedFunc(s.spans, byStart) {
		slices.SortFunc(s.spans, byStart)
	}
	s.text = make([]byte, 0, size)
	for _, one := range s.spans {
		s.text = append(append(s.text, source[one.start:one.end]...), divider)
	}
}

func (m *mixed) add(r run) {
	base := len(m.text)
	m.text = append(append(m.text, r.text...), divider)
	m.runs = append(m.runs, r)
	m.ends = append(m.ends, base+len(r.text))
	for _, cut := range r.cuts {
		m.cuts = append(m.cuts, base+cut)
	}
}

// divided tells whether there is no divider but those between the runs.
func (d *Document) divided() bool {
	return bytes.Count(d.solos.text, []byte{divider}) == len(d.solos.spans)
}

// edits appends what c changes in the runs to dst, as edits of the source. It
// finds them in some.
func (m *mixed) edits(dst, some []convert.Edit, c convert.Converter) (all, found []convert.Edit) {
	found = c.Edits(some, m.text, m.cuts)
	rest, base := found, 0
	for i, end := range m.ends {
		n := 0
		for n < len(rest) && rest[n].Start <= end {
			n++
		}
		move(rest[:n], -base)
		dst = appendSourceEdits(dst, &m.runs[i], rest[:n])
		rest, base = rest[n:], end+1
	}
	sortEdits(dst)
	return dst, found
}
