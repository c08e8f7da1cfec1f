package bounds

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// maxOpen is how many blocks may be open at a time, lists and their items
// counted both. goldmark goes through them for each line, and through the
// line's beginning for each of them. Nobody nests lists 32 deep; quotes of
// quotes in mail come to 20.
const maxOpen = 64

// A nesting keeps the parser of a kind of container from nesting too deep.
type nesting struct {
	parser.BlockParser
}

// Nesting bounds how deep the containers nest that p parses. What opens more is
// text.
func Nesting(p parser.BlockParser) parser.BlockParser { return nesting{p} }

// Open implements [parser.BlockParser].
func (p nesting) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if len(pc.OpenedBlocks()) < maxOpen {
		return p.BlockParser.Open(parent, reader, pc)
	}
	_, line := reader.PeekLine()
	start := 1 + bytes.LastIndexByte(reader.Source()[:line.Start], '\n')
	m := pc.Get(key).(*Meter)
	m.over = append(m.over, Range{Start: start, End: line.Stop, Reason: "nested too deep"})
	return nil, parser.NoChildren
}

// Footnotes bounds the nesting of footnotes and counts them for the parser of
// references to them.
func Footnotes(p parser.BlockParser) parser.BlockParser { return footnotes{nesting{p}} }

type footnotes struct{ nesting }

// Open implements [parser.BlockParser].
func (p footnotes) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	n, state := p.nesting.Open(parent, reader, pc)
	if n != nil {
		pc.Get(key).(*Meter).footnotes++
	}
	return n, state
}
