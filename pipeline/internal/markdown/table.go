package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// strictTables makes no table of a paragraph whose header has fewer cells than the row of
// delimiters below it, nor where that row is outside of the quote or the list of the
// header: GFM, section 4.10. goldmark makes one.
type strictTables struct{ parser.ParagraphTransformer }

// Transform implements [parser.ParagraphTransformer].
func (t strictTables) Transform(n *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines, source := n.Lines(), reader.Source()
	for i := 1; i < lines.Len(); i++ {
		row, header := lines.At(i), lines.At(i-1)
		if !delimits(row.Value(source)) {
			continue
		}
		if cells(header.Value(source)) < cells(row.Value(source)) || Outside(n, source, row.Start) {
			pc.Set(differsKey, true)
			return
		}
		break
	}
	t.ParagraphTransformer.Transform(n, reader, pc)
}

// delimits reports whether a line may be the second one of a table.
func delimits(line []byte) bool {
	return bytes.IndexByte(line, '-') >= 0 && len(bytes.Trim(line, "|:- \t\r\n")) == 0
}

// Outside reports whether the line whose text is at an offset belongs to a block, but has
// not the marks of the quotes and lists around it.
func Outside(block ast.Node, source []byte, at int) bool {
	quotes, indent := 0, 0
	for p := block.Parent(); p != nil; p = p.Parent() {
		switch p := p.(type) {
		case *ast.Blockquote:
			quotes++
		case *ast.ListItem:
			indent += p.Offset
		}
	}
	lead := source[bytes.LastIndexByte(source[:at], '\n')+1 : at]
	return bytes.Count(lead, []byte(">")) < quotes || quotes == 0 && len(lead)+3*bytes.Count(lead, []byte("\t")) < indent
}

// cells is the number of cells in a row of a table.
func cells(line []byte) int {
	line = bytes.TrimSpace(line)
	line = bytes.TrimSuffix(bytes.TrimPrefix(line, []byte("|")), []byte("|"))
	return 1 + bytes.Count(line, []byte("|")) - bytes.Count(line, []byte(`\|`))
}
