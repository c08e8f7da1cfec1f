package bounds

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
)

const tooManyDelimiters = "too many delimiters in one block"

// Delimiters meters a parser of emphasis or of strikethrough. At the end of a
// block goldmark goes back from each run of delimiters that may close to the one
// that it closes, past all others. How far that will be is worked out before.
func Delimiters(p parser.InlineParser) parser.InlineParser {
	return &inline{InlineParser: p, before: func(c *call) bool {
		if c.line[0] == '~' && c.block.PrecendingCharacter() == '~' {
			return false // the parser would look at the whole run again to say the same
		}
		return c.charge(c.m.delimiters.owed, tooManyDelimiters)
	}, after: func(c *call, n ast.Node) {
		if d, ok := n.(*parser.Delimiter); ok {
			c.m.delimiters.add(delimiter{d.Char, d.CanOpen, d.CanClose, d.Length, d.OriginalLength})
		}
	}}
}

// A delimiter is what of a run of delimiters says what it closes.
type delimiter struct {
	char              byte
	canOpen, canClose bool
	length, original  int
}

// delimiters are the runs of a block that nothing has closed so far.
type delimiters struct {
	open []delimiter
	all  int // runs so far
	owed int // the work for the last run, to be charged

	// low is the least index in open of what was closed since the last bracket
	// that is open.
	low int
	// crossed tells that a run in a link was taken to close one before it, which
	// it does not. Then open cannot be relied on.
	crossed bool
}

// add works out what d closes.
func (s *delimiters) add(d delimiter) {
	s.all++
	if s.crossed {
		s.owed = s.all
		return
	}
	s.owed = 1
	for d.canClose {
		i, maybe := s.openerOf(&d)
		if i < 0 {
			if !maybe && !d.canOpen {
				return
			}
			break
		}
		if s.close(i, &d); d.length == 0 {
			return
		}
	}
	s.open = append(s.open, d)
}

// openerOf gives the index of the run that d closes, or -1; then maybe tells
// whether there was one of d's kind.
func (s *delimiters) openerOf(d *delimiter) (i int, maybe bool) {
	for i := len(s.open) - 1; i >= 0; i-- {
		s.owed++
		o := &s.open[i]
		if !o.canOpen || o.char != d.char {
			continue
		}
		maybe = true
		if o.uses(d) > 0 {
			return i, true
		}
	}
	return -1, maybe
}

// uses is how many delimiters d and the run that it closes make one node of, 0 if
// they make none: what goldmark's [parser.Delimiter.CalcComsumption] says.
func (o *delimiter) uses(d *delimiter) int {
	switch {
	case (o.canClose || d.canOpen) && (o.original+d.original)%3 == 0 && d.original%3 != 0:
		return 0
	case o.length >= 2 && d.length >= 2:
		return 2
	}
	return 1
}

// close has d close as much of run i as it can at a time.
func (s *delimiters) close(i int, d *delimiter) {
	s.low = min(s.low, i)
	o := &s.open[i]
	n := o.uses(d)
	d.length -= n
	o.length -= n
	s.open = s.open[:i+1]
	if o.length == 0 {
		s.open = s.open[:i]
	}
}

// endLink closes all runs since a link's bracket, behind the first n.
func (s *delimiters) endLink(n int) {
	s.crossed = s.crossed || s.low < n
	s.open = s.open[:min(n, len(s.open))]
}
