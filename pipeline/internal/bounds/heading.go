package bounds

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
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
	open := bytes.IndexByte(line, '{')
	alone := idAlone(line, open)
	if open >= 0 && !alone && attributes(line) <= maxAttributes {
		return p.BlockParser.Open(parent, reader, pc)
	}
	n, state := p.plain.Open(parent, reader, pc)
	switch {
	case n == nil || open < 0:
	case alone:
		leaveID(n.Lines(), reader.Source())
	default:
		pc.Get(key).(*Meter).tooManyAttributes(at)
	}
	return n, state
}

// idAlone tells whether the only attribute of a heading is an id, {#id}, at the
// offset open behind some text: goldmark goes to it byte by byte.
func idAlone(line []byte, open int) bool {
	if open < 0 || bytes.IndexByte(line[:open], '\\') >= 0 {
		return false
	}
	before := util.TrimRightSpace(line[:open])
	return len(before) > 0 && before[len(before)-1] != '#' && idIn(line[open:]) != nil
}

// idIn gives the id of {#id} with nothing behind it in the line; nil for anything else.
func idIn(line []byte) []byte {
	id, ok := bytes.CutPrefix(line, []byte("{#"))
	n := 0
	for n < len(id) && !util.IsSpace(id[n]) && (!util.IsPunct(id[n]) || bytes.IndexByte([]byte("_-:."), id[n]) >= 0) {
		n++
	}
	if !ok || n == 0 || n == len(id) || id[n] != '}' || !util.IsBlank(id[n+1:]) {
		return nil
	}
	return id[:n]
}

// leaveID ends the text of a heading before the {#id} that its line ends with. It makes no
// attribute of that, which takes more memory than the heading: [ID] finds it where it is.
func leaveID(lines *text.Segments, source []byte) {
	line := lines.At(0)
	line.Stop = line.Start + bytes.IndexByte(source[line.Start:line.Stop], '{')
	lines.Set(0, line.TrimRightSpace(source))
}

// ID gives the id that a heading is given in braces, nil if it has none. source is what was
// parsed.
func ID(n *ast.Heading, source []byte) []byte {
	if id, ok := n.AttributeString("id"); ok {
		if text, ok := id.([]byte); ok {
			return text
		}
		return fmt.Append(nil, id) // a number and the like
	}
	if n.Attributes() != nil || n.Lines().Len() != 1 {
		return nil
	}
	rest, _, _ := bytes.Cut(source[n.Lines().At(0).Stop:], []byte("\n"))
	return idIn(bytes.TrimLeft(rest, " \t"))
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
