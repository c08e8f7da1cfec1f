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
	var room [fenceRoom]text.Segment
	n.Lines().AppendAll(room[:])
	n.Lines().SetSliced(0, 0)
	if parent.Kind() == ast.KindDocument && pc.BlockOffset() == 0 && at.Padding == 0 {
		takeCode(n.Lines(), reader, line[:len(line)-len(bytes.TrimLeft(line, string(line[:1])))])
	}
	return n, state
}

// fenceRoom is how many lines most code has at most.
const fenceRoom = 16

// takeCode appends the lines of the code that a fence opens, and moves on to the
// last one.
func takeCode(lines *text.Segments, reader text.Reader, fence []byte) {
	source := reader.Source()
	number, at := reader.Position()
	for at.Stop < len(source) {
		next := text.NewSegment(at.Stop, len(source))
		if n := bytes.IndexByte(source[next.Start:], '\n'); n >= 0 {
			next.Stop = next.Start + n + 1
		}
		if closesFence(source[next.Start:next.Stop], fence) {
			break
		}
		number, at = number+1, next
		next.ForceNewline = true
		lines.Append(next)
	}
	reader.SetPosition(number, at)
}

// closesFence tells whether a line ends the code that a fence opens.
func closesFence(line, fence []byte) bool {
	indent, at := util.IndentWidth(line, 0)
	rest, ok := bytes.CutPrefix(line[at:], fence)
	return ok && indent < 4 && util.IsBlank(bytes.TrimLeft(rest, string(fence[:1])))
}
