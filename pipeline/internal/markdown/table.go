package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// strictTables makes no table of a paragraph whose header has fewer cells than the row of
// delimiters below it: GFM, section 4.10. goldmark makes one.
type strictTables struct{ parser.ParagraphTransformer }

// Transform implements [parser.ParagraphTransformer].
func (t strictTables) Transform(n *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines, source := n.Lines(), reader.Source()
	for i := 1; i < lines.Len(); i++ {
		row, header := lines.At(i), lines.At(i-1)
		if !delimits(row.Value(source)) {
			continue
		}
		if cells(header.Value(source)) < cells(row.Value(source)) {
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

// cells is the number of cells in a row of a table.
func cells(line []byte) int {
	line = bytes.TrimSpace(line)
	line = bytes.TrimSuffix(bytes.TrimPrefix(line, []byte("|")), []byte("|"))
	return 1 + bytes.Count(line, []byte("|")) - bytes.Count(line, []byte(`\|`))
}
