package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

var differsKey = parser.NewContextKey()

// inert reports whether plain Markdown reads what is around b as if b were a word:
// nothing in it can begin, end or hold code, a link or HTML.
func inert(b []byte) bool {
	return !bytes.ContainsAny(b, "`~<[]") && !bytes.Contains(b, []byte("://")) && !bytes.Contains(b, []byte("www."))
}

// noteMarkup notes that plain Markdown may read the document otherwise, unless the markup
// of a dialect in a line is inert.
func noteMarkup(pc parser.Context, markup []byte) {
	if !inert(markup) {
		pc.Set(differsKey, true)
	}
}

// noteBlock does so for the lines of a block of a dialect in a parent. The paragraph that it
// ends, if there is one, goes on in it to plain Markdown, and so does the block in what
// follows it.
func noteBlock(pc parser.Context, source []byte, parent, ended ast.Node, lines *text.Segments) {
	var paragraph []byte
	left := false // the parent of the paragraph, which may go on
	if ended != nil {
		paragraph, left = ended.Lines().Value(source), ended.Parent() != parent
	}
	last := lines.At(lines.Len() - 1)
	next, block := lineAt(source, last.Stop), bytes.Trim(lines.Value(source), " \t\r\n")
	differs := lines.Len() > 1 && outlasts(block[1:])
	switch {
	case !util.IsBlank(bytes.TrimLeft(next, " \t>")):
		differs = differs || left || !inert(paragraph) || !inert(block[1:]) || interrupted(next) || leaves(source, last.Start, next)
	case !inert(paragraph):
		differs = differs || bytes.ContainsAny(block[1:], "`~<>])")
	}
	if differs {
		pc.Set(differsKey, true)
	}
}

// leaves reports whether a line may not be in the containers that a line is in which has
// its text at an offset: it would go on in them if that were a paragraph.
func leaves(source []byte, at int, next []byte) bool {
	for _, c := range source[bytes.LastIndexByte(source[:at], '\n')+1 : at] {
		if len(next) == 0 || next[0] != c && (next[0] != ' ' || c == '>') {
			return true
		}
		next = next[1:]
	}
	return false
}

// outlasts reports whether what a blank line does not end may begin in a block.
func outlasts(block []byte) bool {
	return bytes.ContainsAny(block, "`~<") || bytes.Contains(block, []byte("]:"))
}

// interrupted reports whether a line begins with what is something else in a paragraph:
// HTML, a definition, code, a list, the second line of a table or of a heading.
func interrupted(line []byte) bool {
	content := bytes.TrimLeft(line, " \t>")
	indent := line[:len(line)-len(content)]
	return content[0] == '<' || content[0] >= '0' && content[0] <= '9' || content[0] == '[' && bytes.Contains(content, []byte("]:")) ||
		bytes.Contains(indent, []byte("    ")) || bytes.IndexByte(indent, '\t') >= 0 ||
		len(bytes.Trim(content, "|:-=*+ \t\r")) == 0
}
