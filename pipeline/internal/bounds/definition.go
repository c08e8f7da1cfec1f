package bounds

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// chunk is the number of lines in which goldmark is to look for definitions at
// a time. It moves all lines behind a definition for each one.
const chunk = 128

// Definitions has t look for link reference definitions in a few lines at a
// time. A definition of more lines than that is text in a paragraph of more
// than twice as many.
func Definitions(t parser.ParagraphTransformer) parser.ParagraphTransformer {
	return definitions{t}
}

type definitions struct{ parser.ParagraphTransformer }

// Transform implements [parser.ParagraphTransformer].
func (t definitions) Transform(n *ast.Paragraph, reader text.Reader, pc parser.Context) {
	if n.Lines().Len() > 0 && !beginsDefinition(n.Lines().At(0), reader.Source()) {
		return
	}
	blank := n.HasBlankPreviousLines()
	defer n.SetBlankPreviousLines(blank)
	for n.Lines().Len() > 2*chunk {
		lines := firstLines(n.Lines(), reader.Source())
		taken := t.take(n, lines, reader, pc)
		n.Lines().SetSliced(taken, n.Lines().Len())
		if taken == 0 {
			pc.Get(key).(*Meter).longDefinition(n.Lines(), reader.Source())
			return
		}
		n.SetBlankPreviousLines(false) // goldmark gives the first definition the blank lines
	}
	t.ParagraphTransformer.Transform(n, reader, pc)
}

// beginsDefinition tells whether the first line of a paragraph can begin a
// definition, which saves goldmark a reader for each that does not.
func beginsDefinition(line text.Segment, source []byte) bool {
	content := bytes.TrimLeft(source[line.Start:line.Stop], " \t\r\n")
	return len(content) == 0 || content[0] == '['
}

// firstLines is the number of the first lines to be looked at: what follows
// begins like a definition, if there is such a line near.
func firstLines(lines *text.Segments, source []byte) int {
	for i := chunk; i < 2*chunk; i++ {
		line := lines.At(i)
		if bytes.HasPrefix(bytes.TrimLeft(source[line.Start:line.Stop], " "), []byte("[")) {
			return i
		}
	}
	return 2 * chunk
}

// take puts the definitions that the first lines of n begin with in front of n.
// It gives the number of their lines.
func (t definitions) take(n *ast.Paragraph, lines int, reader text.Reader, pc parser.Context) int {
	first := ast.NewParagraph()
	first.SetPos(n.Pos())
	first.SetBlankPreviousLines(n.HasBlankPreviousLines())
	for i := range lines {
		first.Lines().Append(n.Lines().At(i))
	}
	n.Parent().InsertBefore(n.Parent(), n, first)
	t.ParagraphTransformer.Transform(first, reader, pc)
	if first.Parent() == nil {
		return lines
	}
	first.Parent().RemoveChild(first.Parent(), first)
	return lines - first.Lines().Len()
}

// longDefinition notes lines that may be a definition that is too long, whose
// label must not change.
func (m *Meter) longDefinition(lines *text.Segments, source []byte) {
	start := lines.At(0).Start
	if source[start] == '[' && bytes.Contains(source[start:lines.At(2*chunk-1).Stop], []byte("]:")) {
		m.note(lines, "a definition of too many lines")
	}
}
