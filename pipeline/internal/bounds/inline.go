package bounds

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// An inline is a parser of inlines that rests in blocks that are over a bound.
type inline struct {
	parser.InlineParser

	// before charges for what the parser may do, and tells whether it may.
	before func(*call) bool
	// after charges for what it did, where that shows by what it made.
	after func(*call, ast.Node)
}

// A call is that of a parser of inlines.
type call struct {
	m     *Meter
	block text.Reader
	pc    parser.Context
	line  []byte // what is left of the line
	at    text.Segment
	index int // of the line in the block
}

// Parse implements [parser.InlineParser].
func (p *inline) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	m := pc.Get(key).(*Meter)
	if !m.enter(parent) {
		return nil
	}
	c := &m.call // one at a time, so that none has to be allocated
	if c.block != block {
		*c = call{m: m, block: block, pc: pc}
	}
	c.line, c.at = block.PeekLine()
	c.index, _ = block.Position()
	if p.before != nil && !p.before(c) {
		return nil
	}
	n := p.InlineParser.Parse(parent, block, pc)
	if n != nil {
		c.m.nodes++
	}
	if p.after != nil {
		p.after(c, n)
	}
	return n
}

func (c *call) charge(steps int, reason string) bool { return c.m.charge(c.pc, steps, reason) }

// linesLeft is the number of lines in the block from here on.
func (c *call) linesLeft() int { return c.m.node.Lines().Len() - c.index }

// bytesLeft is the size of the block from here on in bytes.
func (c *call) bytesLeft() int {
	_, end := extent(c.m.node.Lines())
	return end - c.at.Start
}

// Inline meters a parser of inlines whose work is in proportion to what it
// reads. It counts what others have to look at.
func Inline(p parser.InlineParser) parser.InlineParser { return &inline{InlineParser: p} }

// lineInSpan is the work for a line of a code span: goldmark makes a node.
const lineInSpan = 32

// CodeSpans meters the parser of code spans: what closes a number of backticks
// is looked for to the end of the block.
func CodeSpans(p parser.InlineParser) parser.InlineParser {
	return &inline{InlineParser: p, after: func(c *call, n ast.Node) {
		if n != nil && n.Kind() == ast.KindText { // nothing closes them
			c.charge(c.bytesLeft()+lineInSpan*c.linesLeft(), "too many backticks in one block")
		}
	}}
}

// FootnoteLinks meters the parser of references to footnotes: it goes through
// the footnotes for each. It knows what begins none.
func FootnoteLinks(p parser.InlineParser) parser.InlineParser {
	return &inline{InlineParser: p, before: func(c *call) bool {
		return bytes.HasPrefix(bytes.TrimPrefix(c.line, []byte("!")), []byte("[^")) &&
			c.charge(c.m.footnotes+c.linesLeft(), "too many references to footnotes")
	}}
}
