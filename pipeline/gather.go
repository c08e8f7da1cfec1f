package pipeline

import (
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// text adds a text node to the run. goldmark divides text at delimiters that
// turned out to be none; neighbours that touch are one piece.
func (c *collector) text(n *ast.Text) {
	if s := (span{n.Segment.Start, n.Segment.Stop}); s.start < s.end && s.start >= c.codeUntil && !c.guarded() {
		if c.prose.end != s.start || c.prose.start == c.prose.end {
			c.piece()
			c.prose = s
		}
		c.prose.end = s.end
	}
	switch {
	case n.HardLineBreak():
		c.barrier()
	case n.SoftLineBreak():
		c.softBreak()
	}
}

// softBreak notes a soft line break. A word goes on over it between Han
// characters, which need no space.
func (c *collector) softBreak() {
	c.piece()
	c.soft = true
	if c.marked {
		c.marked = false
		c.barrier()
	}
}

// piece ends the piece that is growing.
func (c *collector) piece() {
	s := c.prose
	c.prose = span{}
	if s.start < s.end {
		c.protect(s)
	}
}

// add adds a span of prose to the run.
func (c *collector) add(s span) {
	if s.start >= s.end || c.over(s) {
		return
	}
	if c.soft {
		c.soft = false
		if !c.hanAround(s.start) {
			c.endRun()
		}
	}
	c.spans = append(c.spans, s)
}

// over tells whether s lies where the tree cannot be relied on, and ends the run
// if so.
func (c *collector) over(s span) bool {
	if !c.unreliable(s) {
		return false
	}
	c.skip(s.start, s.end)
	return true
}

// hanAround tells whether the run so far ends with a Han character and the
// source goes on with one at start.
func (c *collector) hanAround(start int) bool {
	if len(c.spans) == 0 {
		return false
	}
	before, _ := utf8.DecodeLastRune(c.source[:c.spans[len(c.spans)-1].end])
	after, _ := utf8.DecodeRune(c.source[start:])
	return unicode.Is(unicode.Han, before) && unicode.Is(unicode.Han, after)
}

// barrier ends the run: no phrase reaches over what stands here.
func (c *collector) barrier() {
	c.piece()
	c.endRun()
	c.soft = false
}

func (c *collector) endRun() {
	if len(c.spans) > 0 {
		c.runs.add(c.spans)
		c.spans = c.spans[:0]
	}
}

// aside keeps text that stands beside the run that is being built, a title, for
// a run of its own.
func (c *collector) aside(spans []span) {
	if len(spans) > 0 && !c.guarded() {
		c.asides = append(c.asides, spans)
	}
}

func (c *collector) endBlock() {
	c.barrier()
	c.marked = false
	if !c.guard.lasting {
		c.guard = guard{}
	}
	for _, spans := range c.asides {
		for _, s := range spans {
			c.raw(s)
		}
		c.endRun()
	}
	c.asides = c.asides[:0]
}
