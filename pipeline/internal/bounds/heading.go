package bounds

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// maxAttributes is how many characters of attributes a heading may have from its
// first { on. goldmark tries each {, and puts each attribute into a list that it
// goes through.
const maxAttributes = 64

// A heading keeps goldmark from looking for attributes where there are too
// many.
type heading struct {
	parser.BlockParser
	plain parser.BlockParser
}

// ATXHeadings bounds the attributes of headings that begin with #.
func ATXHeadings() parser.BlockParser {
	return heading{parser.NewATXHeadingParser(parser.WithHeadingAttribute()), parser.NewATXHeadingParser()}
}

// Open implements [parser.BlockParser].
func (p heading) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, at := reader.PeekLine()
	if attributes(line) <= maxAttributes {
		return p.BlockParser.Open(parent, reader, pc)
	}
	n, state := p.plain.Open(parent, reader, pc)
	if n != nil {
		pc.Get(key).(*Meter).tooManyAttributes(at)
	}
	return n, state
}

func (m *Meter) tooManyAttributes(line text.Segment) {
	m.over = append(m.over, Range{Start: line.Start, End: line.Stop, Reason: "too many attributes of one heading"})
}

// attributes counts what may be part of attributes in a line.
func attributes(line []byte) int {
	open := bytes.IndexByte(line, '{')
	if open < 0 {
		return 0
	}
	n := 0
	for _, c := range line[open:] {
		switch c {
		case '{', '[', '=', '#', '.':
			n++
		}
	}
	return n
}

// SetextHeadings bounds the attributes of headings that are underlined.
func SetextHeadings() parser.BlockParser {
	return setext{parser.NewSetextHeadingParser(parser.WithHeadingAttribute()), parser.NewSetextHeadingParser()}
}

type setext struct {
	parser.BlockParser
	plain parser.BlockParser
}

// Open implements [parser.BlockParser].
func (p setext) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	last := pc.LastOpenedBlock().Node
	n, state := p.BlockParser.Open(parent, reader, pc)
	if n == nil {
		return nil, state
	}
	lines := last.Lines()
	line := lines.At(lines.Len() - 1)
	if attributes(line.Value(reader.Source())) > maxAttributes {
		m := pc.Get(key).(*Meter)
		m.plain = n
		m.tooManyAttributes(line)
	}
	return n, state
}

// Close implements [parser.BlockParser].
func (p setext) Close(n ast.Node, reader text.Reader, pc parser.Context) {
	if n == pc.Get(key).(*Meter).plain {
		p.plain.Close(n, reader, pc)
		return
	}
	p.BlockParser.Close(n, reader, pc)
}
