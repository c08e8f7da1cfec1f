package pipeline

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"zhmd/pipeline/internal/markdown"
)

// outside tells whether a row of a table is indented so far that it is code to
// other programs than goldmark, or may be code in a paragraph outside of the quote or
// the list of the table: GFM, section 4.10, ends a table there.
func (c *collector) outside(row *extast.TableRow) bool {
	header := row.Parent().FirstChild()
	if at := row.Pos(); markdown.Outside(row.Parent(), c.source, at) && bytes.ContainsAny(lineFrom(c.source, at), "`[<") {
		return true
	}
	return c.indent(row.FirstChild()) >= c.indent(header.FirstChild())+4
}

// indent counts the white space before the line's first cell.
func (c *collector) indent(cell ast.Node) int {
	if cell == nil || cell.Lines().Len() == 0 {
		return 0
	}
	line := c.source[:cell.Lines().At(0).Start]
	line = line[bytes.LastIndexByte(line, '\n')+1:]
	if bar := bytes.TrimRight(line, " \t"); bytes.HasSuffix(bar, []byte("|")) {
		line = bar[:len(bar)-1]
	}
	width := 0
	for i := len(line) - 1; i >= 0 && (line[i] == ' ' || line[i] == '\t'); i-- {
		if width++; line[i] == '\t' {
			width += 3
		}
	}
	return width
}
