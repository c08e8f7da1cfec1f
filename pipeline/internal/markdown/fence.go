package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// fenceParser is goldmark's parser of fenced code, and takes the lines of code
// that is in no container at once.
type fenceParser struct{ parser.BlockParser }

// Open implements [parser.BlockParser].
func (p fenceParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, at := reader.PeekLine()
	n, state := p.BlockParser.Open(parent, reader, pc)
	if n == nil {
		return nil, state
	}
	if parent.Kind() == ast.KindDocument && pc.BlockOffset() == 0 && at.Padding == 0 {
		takeCode(n.Lines(), reader, line[:len(line)-len(bytes.TrimLeft(line, string(line[:1])))])
	}
	return n, state
}

// takeCode appends the lines of the code that a fence opens, and moves on to the
// last one.
func takeCode(lines *text.Segments, reader text.Reader, fence []byte) {
	var some [32]text.Segment // so that memory is asked for once for most code
	n := 0
	source := reader.Source()
	number, at := reader.Position()
	for at.Stop < len(source) {
		next := text.NewSegment(at.Stop, len(source))
		if end := bytes.IndexByte(source[next.Start:], '\n'); end >= 0 {
			next.Stop = next.Start + end + 1
		}
		if closesFence(source[next.Start:next.Stop], fence) {
			break
		}
		number, at = number+1, next
		if n == len(some) {
			lines.AppendAll(some[:])
			n = 0
		}
		some[n] = next
		some[n].ForceNewline = true
		n++
	}
	lines.AppendAll(some[:n])
	reader.SetPosition(number, at)
}

// closesFence tells whether a line ends the code that a fence opens.
func closesFence(line, fence []byte) bool {
	indent, at := util.IndentWidth(line, 0)
	rest, ok := bytes.CutPrefix(line[at:], fence)
	return ok && indent < 4 && util.IsBlank(bytes.TrimLeft(rest, string(fence[:1])))
}
