package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// rawHTMLParser is goldmark's, but for tags in one line: its patterns take ten
// times as long for these.
type rawHTMLParser struct{ parser.InlineParser }

// Parse implements [parser.InlineParser].
func (p rawHTMLParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, at := block.PeekLine()
	n := tagLen(line)
	if n == 0 {
		return p.InlineParser.Parse(parent, block, pc)
	}
	node := ast.NewRawHTML()
	node.Segments.Append(text.NewSegment(at.Start, at.Start+n))
	block.Advance(n)
	return node
}

// tagLen is the length of the tag that a line begins with, by CommonMark, section
// 6.6. It is 0 where that is not plain: for a tag that is not all ASCII, or does
// not end in the line.
func tagLen(line []byte) int {
	i, closing := 1, len(line) > 1 && line[1] == '/'
	if closing {
		i++
	}
	if i >= len(line) || !isLetter(line[i]) {
		return 0
	}
	for i = tagNameEnd(line, i); i > 0 && i < len(line); {
		next := skipBlanks(line, i)
		switch {
		case next < len(line) && line[next] == '>':
			return next + 1
		case closing || next == len(line):
			return 0
		case bytes.HasPrefix(line[next:], []byte("/>")):
			return next + 2
		case next == i:
			return 0
		}
		i = attributeEnd(line, next)
	}
	return 0
}

// tagNameEnd is the end of the name of a tag at i.
func tagNameEnd(line []byte, i int) int {
	for i < len(line) && (util.IsAlphaNumeric(line[i]) || line[i] == '-') {
		i++
	}
	return i
}

// attributeEnd is the end of the attribute at i; 0 if there is none that is plain.
func attributeEnd(line []byte, i int) int {
	if !isLetter(line[i]) && line[i] != '_' && line[i] != ':' {
		return 0
	}
	for i < len(line) && (util.IsAlphaNumeric(line[i]) || bytes.IndexByte([]byte(":._-"), line[i]) >= 0) {
		i++
	}
	equals := skipBlanks(line, i)
	if equals == len(line) || line[equals] != '=' {
		return i
	}
	return valueEnd(line, skipBlanks(line, equals+1))
}

// valueEnd is the same for the value of an attribute.
func valueEnd(line []byte, i int) int {
	if i < len(line) && (line[i] == '"' || line[i] == '\'') {
		n := bytes.IndexByte(line[i+1:], line[i])
		if n < 0 || !isASCII(line[i+1:i+1+n]) {
			return 0
		}
		return i + n + 2
	}
	start := i
	for i < len(line) && line[i] > ' ' && line[i] < 0x80 && bytes.IndexByte([]byte("\"'=<>`"), line[i]) < 0 {
		i++
	}
	if i == start {
		return 0
	}
	return i
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }
