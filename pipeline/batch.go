package pipeline

import (
	"bytes"
	"slices"

	"zhmd/convert"
)

// A prose is the runs of a source, ready to be converted. They are many and
// short, and to call a converter takes time. So there are texts of many runs, with
// a byte between them that no character has and that divides text.
type prose struct {
	source []byte
	runs   runs
	solos  []span // the runs that have one piece, in the order of the source
	joined []byte // their texts, each with a divider behind it
	mixed  mixed  // the other runs
}

const divider = 0xFF

// mixed are the runs that have several pieces.
type mixed struct {
	text []byte // of all, each with a divider behind it
	cuts []int  // offsets in text
	runs []run
	ends []int // of their texts in text
}

func newProse(source []byte, r runs) prose {
	p := prose{source: source, runs: r, mixed: newMixed(source, &r)}
	p.solos = make([]span, 0, len(r.counts)-len(p.mixed.runs))
	for spans := range r.each {
		if len(spans) == 1 {
			p.solos = append(p.solos, spans[0])
		}
	}
	byStart := func(a, b span) int { return a.start - b.start }
	if !slices.IsSortedFunc(p.solos, byStart) {
		slices.SortFunc(p.solos, byStart)
	}
	return p
}

// join makes the text of the solos.
func (p *prose) join() {
	size := 0
	for _, s := range p.solos {
		size += s.end - s.start + 1
	}
	p.joined = make([]byte, 0, size)
	for _, s := range p.solos {
		p.joined = append(append(p.joined, p.source[s.start:s.end]...), divider)
	}
}

// divided tells whether in the text of the solos there is no divider but those
// between them.
func (p *prose) divided() bool {
	return bytes.Count(p.joined, []byte{divider}) == len(p.solos)
}

// edits appends the edits of each run by c, around words, as edits of the source,
// in its order.
func (p *prose) edits(dst []convert.Edit, c convert.Converter, words *lexicon) []convert.Edit {
	var some []convert.Edit
	one, others := run{pieces: make([]piece, 1)}, p.mixed.runs
	for spans := range p.runs.each {
		r := &one
		if len(spans) == 1 {
			r.text, r.pieces[0].source = p.source[spans[0].start:spans[0].end:spans[0].end], spans[0].start
		} else {
			r, others = &others[0], others[1:]
		}
		some = words.edits(some[:0], c, r)
		dst = appendSourceEdits(dst, r, some)
	}
	sortEdits(dst)
	return dst
}

// newMixed makes the runs of several pieces, with memory for all of them at once.
func newMixed(source []byte, r *runs) mixed {
	n, pieces, size := r.mixed()
	m := mixed{text: make([]byte, 0, size+n), runs: make([]run, 0, n), ends: make([]int, 0, n), cuts: make([]int, 0, pieces-n)}
	a, cuts := make([]piece, 0, pieces), make([]int, 0, pieces-n)
	for spans := range r.each {
		if len(spans) == 1 {
			continue
		}
		base, first, cut := len(m.text), len(a), len(cuts)
		for i, s := range spans {
			if i > 0 {
				m.cuts, cuts = append(m.cuts, len(m.text)), append(cuts, len(m.text)-base)
			}
			a = append(a, piece{len(m.text) - base, s.start})
			m.text = append(m.text, source[s.start:s.end]...)
		}
		end := len(m.text)
		m.runs = append(m.runs, run{text: m.text[base:end:end], pieces: a[first:len(a):len(a)], cuts: cuts[cut:len(cuts):len(cuts)]})
		m.ends, m.text = append(m.ends, end), append(m.text, divider)
	}
	return m
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
