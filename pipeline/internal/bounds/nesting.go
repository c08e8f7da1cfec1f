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

// goldmark keeps a note of each line for each block that is open, until none is:
// that may take a thousand times the memory of a document of blank lines in deep
// lists. Containers may go on for so many lines, each line counted for each of
// them. People write less than one for each byte.
const (
	linesPerByte = 2
	freeLines    = 1 << 13
)

// A nesting keeps the parser of a kind of container from nesting too deep.
type nesting struct {
	parser.BlockParser
}

// Nesting bounds how deep the containers nest that p parses, and for how many lines. What
// opens more is text, and where there are too many lines all containers end.
func Nesting(p parser.BlockParser) parser.BlockParser { return nesting{p} }

// Open implements [parser.BlockParser].
func (p nesting) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	m := pc.Get(key).(*Meter)
	if len(pc.OpenedBlocks()) < maxOpen && m.mayGoOn(reader) {
		return p.BlockParser.Open(parent, reader, pc)
	}
	_, line := reader.PeekLine()
	m.tooDeep(reader, pc, line.Stop)
	return nil, parser.NoChildren
}

// Continue implements [parser.BlockParser].
func (p nesting) Continue(n ast.Node, reader text.Reader, pc parser.Context) parser.State {
	m := pc.Get(key).(*Meter)
	if m.lines++; m.mayGoOn(reader) {
		return p.BlockParser.Continue(n, reader, pc)
	}
	m.tooDeep(reader, pc, len(reader.Source()))
	return parser.Close
}

// mayGoOn reports whether containers may go on for another line.
func (m *Meter) mayGoOn(reader text.Reader) bool {
	return m.lines <= freeLines+linesPerByte*len(reader.Source())
}

// tooDeep notes the source from the start of the line to an end, with the lines before that
// are in one block with it, wrongly or no longer.
func (m *Meter) tooDeep(reader text.Reader, pc parser.Context, end int) {
	_, line := reader.PeekLine()
	start := line.Start
	if last := pc.LastOpenedBlock().Node; last != nil && last.Lines().Len() > 0 {
		start = last.Lines().At(0).Start
	}
	start = 1 + bytes.LastIndexByte(reader.Source()[:start], '\n')
	m.over = append(m.over, Range{Start: start, End: end, Reason: "nested too deep", At: line.Start})
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
