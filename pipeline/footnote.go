package pipeline

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// noteEnd returns where a footnote ends to GitHub before it does to goldmark: at a line of
// white space that is not as far indented as its text. What is indented behind that is
// code. It is 0 if there is no such line.
func noteEnd(n *extast.Footnote, source []byte) int {
	if last := n.LastChild(); last == nil || last == n.FirstChild() && last.Kind() == ast.KindParagraph {
		return 0
	}
	at, end := n.Pos(), lastStart(n)
	contained := at > 0 && source[at-1] != '\n'
	for line := range bytes.Lines(source[at:max(at, end)]) {
		if at += len(line); len(bytes.Trim(line, " \t>\r\n")) > 0 {
			continue
		}
		indent := len(bytes.ReplaceAll(bytes.Trim(line, "\r\n"), []byte("\t"), []byte("    ")))
		if indent > 0 && (indent < 4 || contained) {
			return at
		}
	}
	return 0
}

// lastStart returns where the last block below n begins that has lines.
func lastStart(n ast.Node) int {
	start := 0
	for c := n; c != nil && c.Type() == ast.TypeBlock; c = c.LastChild() {
		if c.Lines().Len() > 0 {
			start = c.Lines().At(0).Start
		}
	}
	return start
}

// behindNote reports whether a block is code to GitHub, behind the end of a footnote.
func (c *collector) behindNote(n ast.Node) bool {
	return c.noteEnd > 0 && n.Lines().Len() > 0 && n.Lines().At(0).Start >= c.noteEnd
}
