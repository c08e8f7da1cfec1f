package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// htmlBlockParser is goldmark's, which tries seven patterns at each line that
// begins with <, but for lines that the name of a tag or the lack of one is enough
// to decide about.
type htmlBlockParser struct{ parser.BlockParser }

// Open implements [parser.BlockParser].
func (p htmlBlockParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	at := pc.BlockOffset()
	switch {
	case at < 0 || bytes.IndexByte(line[:at], '\t') >= 0:
	case beginsBlock(line[at:]):
		n := ast.NewHTMLBlock(ast.HTMLBlockType6)
		reader.AdvanceToEOL()
		n.Lines().Append(segment)
		return n, parser.NoChildren
	case beginsNoHTML(line[at:]):
		return nil, parser.NoChildren
	}
	return p.BlockParser.Open(parent, reader, pc)
}

// beginsBlock tells whether a line begins with the tag of an element that is a
// block whatever else is in the line.
func beginsBlock(line []byte) bool {
	i := 1
	if i < len(line) && line[i] == '/' {
		i++
	}
	end := tagNameEnd(line, i)
	if name := line[i:end]; end == len(line) || !blockElements[string(name)] && !blockElements[string(bytes.ToLower(name))] {
		return false
	}
	return line[end] == ' ' || line[end] == '>' || line[end] == '\n' || bytes.HasPrefix(line[end:], []byte("/>"))
}

// beginsNoHTML tells whether a line that begins with < has no tag, comment or the
// like behind that.
func beginsNoHTML(line []byte) bool {
	return len(line) < 2 || !isLetter(line[1]) && line[1] != '/' && line[1] != '!' && line[1] != '?'
}

// blockElements are those of CommonMark, section 4.6, start condition 6, that
// goldmark knows.
var blockElements = setOf("address article aside base basefont blockquote body caption center col colgroup dd details " +
	"dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html " +
	"iframe legend li link main menu menuitem meta nav noframes ol optgroup option p param search section summary table " +
	"tbody td tfoot th thead title tr track ul")

func setOf(words string) map[string]bool {
	all := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		all[word] = true
	}
	return all
}
