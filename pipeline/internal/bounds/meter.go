// Package bounds keeps goldmark's work in proportion to its input. goldmark
// takes quadratic time on some inputs and cannot be interrupted, but it calls
// its parsers for all that costs time. The parsers here stand around goldmark's
// and take part in a document until the work for one of its blocks grows out of
// proportion: then they leave the rest of that block plain text and note it as
// a [Range].
//
// Call [Attach] for each parse.
package bounds

import (
	"cmp"
	"slices"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Work is counted in steps: one look at a node, a line or a byte. goldmark
// takes from 1 to 5 ns for a step.
const (
	// freePerByte is the work that a block may cause for each of its bytes. No
	// document has so many bytes that this adds up to much, and it takes a
	// delimiter every ten bytes that matches none, in a paragraph of 6 KB, to go
	// over it.
	freePerByte = 32

	// freePerBlock lets short blocks be as odd as they like.
	freePerBlock = 1 << 12

	// maxExtra is the work beyond that in a document, and a quarter of it the
	// work beyond that in a block: 4,000 delimiters that match none.
	maxExtra = 1 << 25
)

// A Range is a part of a source that is over a bound: what the tree says of it
// cannot be relied on, and it is no prose. Offsets are bytes.
type Range struct {
	Start, End int
	Reason     string // for people: "too many brackets in one block"
	At         int    // the cause of it, if that is not at the start
}

// Place returns the offset of the cause of the range.
func (r Range) Place() int { return max(r.Start, r.At) }

// Leave notes a part of the source that a parser cannot read.
func Leave(pc parser.Context, r Range) {
	m := pc.Get(key).(*Meter)
	m.over = append(m.over, r)
}

// A Meter counts the work of one parse.
type Meter struct {
	left int // of maxExtra
	over []Range

	lines     int      // for which containers have gone on so far
	footnotes int      // definitions of footnotes so far
	plain     ast.Node // the heading whose attributes are not looked for

	block // whose inlines are being parsed
	call  call
}

// A block is what a meter knows of the block that goldmark is in.
type block struct {
	node       ast.Node
	work       int // steps
	free       int // steps that draw on no extra work
	extra      int // steps that did
	full       bool
	nodes      int // inline nodes so far
	delimiters delimiters
	brackets   []bracket
}

var key = parser.NewContextKey()

// Attach makes the meter for a parse with pc.
func Attach(pc parser.Context) *Meter {
	m := &Meter{left: maxExtra}
	pc.Set(key, m)
	return m
}

// Over gives what was over a bound, in the order of the source. Ranges do not
// overlap.
func (m *Meter) Over() []Range {
	slices.SortStableFunc(m.over, func(a, b Range) int { return cmp.Compare(a.Start, b.Start) })
	var all []Range
	for _, r := range m.over {
		if last := len(all) - 1; last >= 0 && r.Start <= all[last].End {
			all[last].End = max(all[last].End, r.End)
			continue
		}
		all = append(all, r)
	}
	return all
}

// enter makes node the block whose inlines are parsed. It tells whether they
// still are.
func (m *Meter) enter(node ast.Node) bool {
	if node != m.block.node {
		start, end := extent(node.Lines())
		open := m.delimiters.open
		m.block = block{node: node, free: freePerBlock + freePerByte*(end-start), brackets: m.brackets[:0]}
		m.delimiters.open = open[:0]
	}
	return !m.full
}

// charge counts work in the block. If that is more than the block may cause, it
// drops the block and gives false.
func (m *Meter) charge(pc parser.Context, steps int, reason string) bool {
	m.work += steps
	if m.work <= m.free {
		return true
	}
	steps = min(steps, m.work-m.free)
	if steps <= m.left && m.extra+steps <= maxExtra/4 {
		m.left -= steps
		m.extra += steps
		return true
	}
	m.drop(pc, reason)
	return false
}

// drop makes the rest of the block text. The delimiters go without being
// matched, which is what would take the time.
func (m *Meter) drop(pc parser.Context, reason string) {
	m.full = true
	pc.ClearDelimiters(nil)
	m.note(m.block.node.Lines(), reason)
}

func (m *Meter) note(lines *text.Segments, reason string) {
	start, end := extent(lines)
	m.over = append(m.over, Range{Start: start, End: end, Reason: reason})
}

// extent gives the offsets in bytes at which lines begin and end.
func extent(lines *text.Segments) (start, end int) {
	if lines.Len() == 0 {
		return 0, 0
	}
	return lines.At(0).Start, lines.At(lines.Len() - 1).Stop
}
