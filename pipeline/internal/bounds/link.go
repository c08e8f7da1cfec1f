package bounds

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

const tooManyBrackets = "too many brackets in one block"

// A bracket is one that is open, and what there was when it was opened.
type bracket struct {
	at        int // its offset in the source, in bytes
	nodes     int
	line      int
	delimiter *parser.Delimiter // the last one
	open      int               // runs of delimiters that are open
	low       int               // see delimiters
}

// Links meters the parser of links and images. For each bracket that closes
// goldmark goes through all since the one that opened, as links must not hold
// links, and through the rest of the line for a destination.
func Links(p parser.InlineParser) parser.InlineParser {
	return &closing{inline{InlineParser: p, before: beforeBracket, after: afterBracket}}
}

// closing is an inline whose parser is told where blocks end.
type closing struct{ inline }

// CloseBlock implements [parser.CloseBlocker].
func (p *closing) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	p.InlineParser.(parser.CloseBlocker).CloseBlock(parent, block, pc)
}

// openBracket is the work for a bracket that opens: goldmark makes two nodes.
const openBracket = 128

func beforeBracket(c *call) bool {
	if c.line[0] == '[' {
		return c.charge(openBracket, tooManyBrackets)
	}
	if c.line[0] == '!' || len(c.m.brackets) == 0 {
		return true
	}
	open := c.m.brackets[len(c.m.brackets)-1]
	steps := 2*(c.m.nodes-open.nodes) + c.index - open.line
	if last := c.pc.LastDelimiter(); last != nil && last != open.delimiter {
		steps += c.m.node.ChildCount() // to find the first delimiter in the brackets
	}
	return c.charge(steps, tooManyBrackets)
}

func afterBracket(c *call, n ast.Node) {
	switch last := len(c.m.brackets) - 1; {
	case c.line[0] == ']' && last >= 0:
		open := c.m.brackets[last]
		c.m.brackets = c.m.brackets[:last]
		if n != nil {
			c.m.delimiters.endLink(open.open)
		}
		c.m.delimiters.low = min(c.m.delimiters.low, open.low)
		c.charge(c.behind(open, n), tooManyBrackets)
	case c.line[0] != ']' && n != nil:
		d := &c.m.delimiters
		c.m.brackets = append(c.m.brackets, bracket{c.at.Start, c.m.nodes, c.index, c.pc.LastDelimiter(), len(d.open), d.low})
		d.low = len(d.open)
	}
}

// behind is the work for what stands behind a closing bracket: a destination
// that ends nowhere, or a label or a title, which goldmark copies, going through
// the lines from the last one on.
func (c *call) behind(open bracket, n ast.Node) int {
	if link, ok := n.(*ast.Link); ok && link.Reference == nil && link.Title == nil {
		return 0
	}
	steps := c.linesLeft()
	if n == nil {
		steps += c.at.Start - open.at
	}
	if n == nil && len(c.line) > 1 && c.line[1] == '(' {
		steps += len(c.line)
	}
	return steps
}
