package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A Container is a line that opens or closes a container, ::: tip 标题. What is
// in the container are the blocks behind it. Its text is the title.
type Container struct {
	ast.BaseBlock
	Marker text.Segment // what stands before the title
}

// KindContainer is the kind of [Container].
var KindContainer = ast.NewNodeKind("Container")

// Kind implements [ast.Node].
func (n *Container) Kind() ast.NodeKind { return KindContainer }

// Dump implements [ast.Node].
func (n *Container) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// markerLen is the length of the marker that a line begins with, with the type; 0
// if it has none: markdown-it-container and remark-directive take :::, Pymdown's
// blocks ///, with a bar before the title.
func markerLen(line []byte) int {
	i := 0
	for i < len(line) && line[i] == line[0] && (line[i] == ':' || line[i] == '/') {
		i++
	}
	if i < len(":::") {
		return 0
	}
	i = skipBlanks(line, typeEnd(line, skipBlanks(line, i)))
	if i < len(line) && line[i] == '|' {
		i = skipBlanks(line, i+1)
	}
	return i
}

// typeEnd is the end of the type of a container at i: {.name} or a word in which
// Markdown does not begin.
func typeEnd(line []byte, i int) int {
	if n := bytes.IndexAny(line[i:], "}\n"); n > 0 && line[i] == '{' && line[i+n] == '}' {
		return i + n + 1
	}
	for i < len(line) && bytes.IndexByte([]byte(" \t\n\f\r[]{|<`\\*_"), line[i]) < 0 {
		i++
	}
	return i
}

// A containerParser makes a [Container] of each line that opens or closes one.
// That is enough: all that matters is where a line does not go on in the next.
type containerParser struct{ noChildren }

// Trigger implements [parser.BlockParser].
func (containerParser) Trigger() []byte { return []byte{':', '/'} }

// Open implements [parser.BlockParser].
func (containerParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	at := max(pc.BlockOffset(), 0)
	marker := markerLen(line[at:])
	rest := reader.Source()[segment.Stop:]
	if marker == 0 || !closed(line[at:]) || isTerm(rest) {
		return nil, parser.NoChildren
	}
	paragraph, ok := mayInterrupt(reader.Source(), pc)
	if !ok {
		return nil, parser.NoChildren
	}
	lines := text.NewSegments()
	lines.Append(segment)
	noteBlock(pc, reader.Source(), parent, paragraph, lines)
	start := segment.Start - segment.Padding + at
	n := &Container{Marker: text.NewSegment(start, start+marker)}
	title := bytes.TrimRight(line[at+marker:], " \t\r\n")
	if len(title) > 0 {
		n.Lines().Append(text.NewSegment(n.Marker.Stop, n.Marker.Stop+len(title)))
	}
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

// isTerm tells whether a definition follows: then the line may be its term, or
// the end of it.
func isTerm(rest []byte) bool {
	for line := range bytes.Lines(rest) {
		if text := bytes.TrimLeft(line, " \t>"); len(bytes.TrimSpace(text)) > 0 {
			return len(text) > 1 && text[0] == ':' && (text[1] == ' ' || text[1] == '\t')
		}
	}
	return false
}

// noChildren is what the parsers of blocks of one line have in common.
type noChildren struct{}

// Continue implements [parser.BlockParser].
func (noChildren) Continue(ast.Node, text.Reader, parser.Context) parser.State { return parser.Close }

// Close implements [parser.BlockParser].
func (noChildren) Close(ast.Node, text.Reader, parser.Context) {}

// CanInterruptParagraph implements [parser.BlockParser].
func (noChildren) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine implements [parser.BlockParser].
func (noChildren) CanAcceptIndentedLine() bool { return false }
