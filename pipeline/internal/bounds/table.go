package bounds

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Tables bounds the tables that t makes of paragraphs. goldmark gives each row
// as many cells as the header has, so few bytes can make very many.
func Tables(t parser.ParagraphTransformer) parser.ParagraphTransformer { return tables{t} }

type tables struct{ parser.ParagraphTransformer }

// freeCells is how many cells a table may have beside one for each byte.
const freeCells = 1 << 12

// Transform implements [parser.ParagraphTransformer].
func (t tables) Transform(n *ast.Paragraph, reader text.Reader, pc parser.Context) {
	start, end := extent(n.Lines())
	if mostCells(n.Lines(), reader.Source()) > end-start+freeCells {
		pc.Get(key).(*Meter).note(n.Lines(), "a table of too many columns and rows")
		return
	}
	t.ParagraphTransformer.Transform(n, reader, pc)
}

// mostCells is the number of cells at most that a table in the lines has.
func mostCells(lines *text.Segments, source []byte) int {
	most := 0
	for i := 1; i < lines.Len(); i++ {
		line := lines.At(i)
		if columns := columnsOf(source[line.Start:line.Stop]); columns > 0 {
			most = max(most, columns*(lines.Len()-i))
		}
	}
	return most
}

// columnsOf is the number of columns at most that a delimiter row declares; 0
// for other lines.
func columnsOf(line []byte) int {
	if len(bytes.Trim(line, "|-: \t\r\n")) > 0 {
		return 0
	}
	return 1 + bytes.Count(line, []byte("|"))
}
