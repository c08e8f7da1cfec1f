package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// fenceParser is goldmark's parser of fenced code, and takes code that is in no
// container at once: nothing else can come of its lines, and to give each to the
// parser takes time. So such code has one segment for all of its lines.
type fenceParser struct {
	parser.BlockParser
	loose bool // what ends the code may be indented by any width
}

// Open implements [parser.BlockParser].
func (p fenceParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, at := reader.PeekLine()
	n, state := p.BlockParser.Open(parent, reader, pc)
	if n != nil && parent.Kind() == ast.KindDocument && pc.BlockOffset() == 0 && at.Padding == 0 {
		p.takeCode(n.Lines(), reader, line[:len(line)-len(bytes.TrimLeft(line, string(line[:1])))])
	}
	return n, state
}

// takeCode appends the code that a fence opens, and moves on to its end.
func (p fenceParser) takeCode(lines *text.Segments, reader text.Reader, fence []byte) {
	number, line := reader.Position()
	code := text.NewSegment(line.Stop, p.codeEnd(reader.Source(), line.Stop, fence))
	if code.Start < code.Stop {
		reader.SetPosition(number+1, code)
		code.ForceNewline = true
		lines.Append(code)
	}
}

// codeEnd gives where the line begins that ends the code at an offset.
func (p fenceParser) codeEnd(source []byte, from int, fence []byte) int {
	for at := from; ; {
		n := bytes.Index(source[at:], fence)
		if n < 0 {
			return len(source)
		}
		at += n
		start := at
		for start > from && (source[start-1] == ' ' || p.loose && source[start-1] == '\t') {
			start--
		}
		begins := (at-start < 4 || p.loose) && (start == from || source[start-1] == '\n')
		for at < len(source) && source[at] == fence[0] {
			at++
		}
		if begins && util.IsBlank(lineAt(source, at)) {
			return start
		}
	}
}

// lineAt is the rest of the line at an offset.
func lineAt(source []byte, at int) []byte {
	if n := bytes.IndexByte(source[at:], '\n'); n >= 0 {
		return source[at : at+n]
	}
	return source[at:]
}
