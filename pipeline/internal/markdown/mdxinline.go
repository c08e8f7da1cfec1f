package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"zhmd/pipeline/internal/bounds"
	"zhmd/pipeline/internal/jsx"
)

// An mdxParser is the parser of one kind of MDX's inlines. Where there is none
// MDX reads nothing of the document; then the block is left as it is.
type mdxParser struct {
	trigger string
	reason  string // for people, if there is none
	// length returns the length of the inline that text begins with, 0 if there
	// is none; more reports that there may be one in a longer text.
	length func(text []byte) (n int, more bool)
	node   func(*text.Segments) ast.Node
}

// What is said of what MDX cannot read.
const (
	unreadTag        = "MDX cannot read the tag that begins here; write \\< for a mere <, and [text](url) for a link"
	unreadExpression = "MDX cannot read the expression that begins here; write \\{ for a mere {"
)

// mdxTags is the parser of tags, and of comments of HTML.
func mdxTags() *mdxParser {
	return &mdxParser{"<", unreadTag, func(text []byte) (int, bool) {
		if isComment(text) {
			end := max(closer("-->")(text, 0), 0)
			return end, end == 0
		}
		t, more := jsx.Tag(text, 0)
		return t.End, more
	}, func(s *text.Segments) ast.Node {
		n := ast.NewRawHTML()
		n.Segments = s
		return n
	}}
}

// mdxExpressions is the parser of expressions.
func mdxExpressions() *mdxParser {
	return &mdxParser{"{", unreadExpression, func(text []byte) (int, bool) {
		return jsx.Expression(text, 0)
	}, func(s *text.Segments) ast.Node { return &Opaque{Segments: s} }}
}

// Trigger implements [parser.InlineParser].
func (p *mdxParser) Trigger() []byte { return []byte(p.trigger) }

var unreadKey = parser.NewContextKey()

// Parse implements [parser.InlineParser].
func (p *mdxParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	_, segment := block.PeekLine()
	if pc.Get(unreadKey) == parent || p.trigger == "<" && beforeSpace(parent, block) {
		return nil
	}
	for lines := 1; ; lines *= 2 {
		text, last := joined(block, lines)
		n, more := p.length(text)
		if n > 0 {
			return p.node(take(block, n))
		}
		if !more || last {
			break
		}
	}
	pc.Set(unreadKey, parent)
	first, end := parent.Lines().At(0), parent.Lines().At(parent.Lines().Len()-1)
	bounds.Leave(pc, bounds.Range{Start: first.Start, End: end.Stop, At: segment.Start, Reason: p.reason})
	return &Opaque{Segments: take(block, 1)} // for the shape of the block, which a version must not get
}

// beforeSpace reports whether white space follows a <, which the end of a block
// is not; a paragraph ends behind the spaces of its last line.
func beforeSpace(parent ast.Node, block text.Reader) bool {
	line, segment := block.PeekLine()
	if len(line) > 1 {
		return util.IsSpace(line[1])
	}
	before, rest := block.Source()[:parent.Lines().At(0).Start], block.Source()[segment.Stop:]
	atx := parent.Kind() == ast.KindHeading && bytes.HasSuffix(bytes.TrimRight(before, " \t"), []byte("#"))
	return !atx && len(rest) > 0 && (rest[0] == ' ' || rest[0] == '\t')
}

// joined returns the text of the next lines of a block; last reports that there
// are no more.
func joined(block text.Reader, lines int) (all []byte, last bool) {
	line, at := block.Position()
	defer block.SetPosition(line, at)
	for range lines {
		next, _ := block.PeekLine()
		if next == nil {
			return all, true
		}
		if all == nil {
			all = next[:len(next):len(next)]
		} else {
			all = append(all, next...)
		}
		block.AdvanceLine()
	}
	next, _ := block.PeekLine()
	return all, next == nil
}
