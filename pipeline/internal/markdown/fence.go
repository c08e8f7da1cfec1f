package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// fenceParser is goldmark's parser of fenced code, and makes room for some lines
// at once.
type fenceParser struct{ parser.BlockParser }

// Open implements [parser.BlockParser].
func (p fenceParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	n, state := p.BlockParser.Open(parent, reader, pc)
	if n != nil {
		var room [fenceRoom]text.Segment
		n.Lines().AppendAll(room[:])
		n.Lines().SetSliced(0, 0)
	}
	return n, state
}

// fenceRoom is how many lines most code has at most.
const fenceRoom = 16
