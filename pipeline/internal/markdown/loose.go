package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A looseParser is a parser of blocks that may be indented by any width, as in
// MDX, which has no indented code: to the parser the line is not indented.
type looseParser struct{ parser.BlockParser }

// loose makes parsers loose that are not yet.
func loose(all []util.PrioritizedValue) []util.PrioritizedValue {
	for i, v := range all {
		if p := v.Value.(parser.BlockParser); !p.CanAcceptIndentedLine() {
			all[i].Value = looseParser{p}
		}
	}
	return all
}

// CanAcceptIndentedLine implements [parser.BlockParser].
func (p looseParser) CanAcceptIndentedLine() bool { return true }

// Open implements [parser.BlockParser].
func (p looseParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	restore := unindent(reader)
	offset, indent := pc.BlockOffset(), pc.BlockIndent()
	if line, _ := reader.PeekLine(); !util.IsBlank(line) {
		pc.SetBlockOffset(0)
		pc.SetBlockIndent(0)
	}
	n, state := p.BlockParser.Open(parent, reader, pc)
	pc.SetBlockOffset(offset)
	pc.SetBlockIndent(indent)
	if n == nil {
		restore()
	}
	return n, state
}

// unindent moves on behind the indentation of a line that is not blank; restore
// moves back.
func unindent(reader text.Reader) (restore func()) {
	line, _ := reader.PeekLine()
	number, position := reader.Position()
	if _, at := util.IndentWidth(line, 0); !util.IsBlank(line) {
		reader.Advance(at)
	}
	return func() {
		reader.SetPosition(number, position)
		reader.Advance(0) // the reader has kept the line
	}
}

// A looseFence is a looseParser of fenced code, which may end indented too.
type looseFence struct{ looseParser }

// Continue implements [parser.BlockParser].
func (p looseFence) Continue(n ast.Node, reader text.Reader, pc parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if text := bytes.TrimLeft(line, " \t"); bytes.HasPrefix(text, []byte("```")) || bytes.HasPrefix(text, []byte("~~~")) {
		unindent(reader)
	}
	return p.BlockParser.Continue(n, reader, pc)
}

// A looseQuote is a looseParser of block quotes.
type looseQuote struct{ looseParser }

// Open implements [parser.BlockParser].
func (p looseQuote) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if inInline(reader, pc) {
		return nil, parser.NoChildren
	}
	return p.looseParser.Open(parent, reader, pc)
}

// Continue implements [parser.BlockParser].
func (p looseQuote) Continue(n ast.Node, reader text.Reader, pc parser.Context) parser.State {
	restore := unindent(reader)
	state := p.BlockParser.Continue(n, reader, pc)
	if state&parser.Continue == 0 {
		restore()
	}
	return state
}

// A looseList is a looseParser of lists.
type looseList struct{ looseParser }

// Open implements [parser.BlockParser]. The line is the first item's.
func (p looseList) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if inInline(reader, pc) {
		return nil, parser.NoChildren
	}
	defer unindent(reader)()
	return p.looseParser.Open(parent, reader, pc)
}

// Continue implements [parser.BlockParser].
func (p looseList) Continue(n ast.Node, reader text.Reader, pc parser.Context) parser.State {
	return continueOutside(p.BlockParser, n.LastChild(), n, reader, pc)
}

// A looseItem is a looseParser of list items.
type looseItem struct{ looseParser }

// Open implements [parser.BlockParser]. All white space before the content counts,
// and tabs by the column that they are in.
func (p looseItem) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	start := reader.LineOffset()
	line, _ := reader.PeekLine()
	width, _ := util.IndentWidth(line, start)
	n, state := p.looseParser.Open(parent, reader, pc)
	item, ok := n.(*ast.ListItem)
	if !ok {
		return n, state
	}
	if rest, _ := reader.PeekLine(); state&parser.HasChildren != 0 && !util.IsBlank(rest) {
		_, at := util.IndentWidth(rest, reader.LineOffset())
		reader.Advance(at)
		item.Offset = reader.LineOffset() - start
	} else {
		item.Offset += width
	}
	return n, state
}

// Continue implements [parser.BlockParser].
func (p looseItem) Continue(n ast.Node, reader text.Reader, pc parser.Context) parser.State {
	return continueOutside(p.BlockParser, n.Parent().LastChild(), n, reader, pc)
}

// continueOutside continues a list or an item of it. A line that is indented less
// than the last item's content may begin another item, however far it is indented.
func continueOutside(p parser.BlockParser, last, n ast.Node, reader text.Reader, pc parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if width, _ := util.IndentWidth(line, reader.LineOffset()); width < last.(*ast.ListItem).Offset {
		defer unindent(reader)()
	}
	return p.Continue(n, reader, pc)
}
