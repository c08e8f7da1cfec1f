package markdown

import (
	"regexp"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// An Admonition is one of MkDocs', !!! note "标题", or a tab of its, with what
// is indented below it. Its title is a block of text, its first child.
type Admonition struct {
	ast.BaseBlock
	Marker text.Segment // what stands before the title
}

// KindAdmonition is the kind of [Admonition].
var KindAdmonition = ast.NewNodeKind("Admonition")

// Kind implements [ast.Node].
func (n *Admonition) Kind() ast.NodeKind { return KindAdmonition }

// Dump implements [ast.Node].
func (n *Admonition) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// admonitionLine is Python-Markdown's syntax, and that of Pymdown's details and
// tabs, with a type in ASCII where there is no title: !!! 注意 is emphatic text.
var admonitionLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:(?:!!!|\?\?\?\+?) ?(?:[\w-]+(?: +[\w-]+)*(?: +"(.*)")?|[\p{L}\d_-]+ +"(.*)")|===[!+]? +"(.*)")[ \t]*\r?\n?$`)
})

type admonitionParser struct{}

// Trigger implements [parser.BlockParser].
func (admonitionParser) Trigger() []byte { return []byte{'!', '?', '='} }

// Open implements [parser.BlockParser].
func (admonitionParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	at := max(pc.BlockOffset(), 0)
	m := admonitionLine().FindSubmatchIndex(line[at:])
	if m == nil || !closed(line[at:]) {
		return nil, parser.NoChildren
	}
	if _, ok := mayInterrupt(reader.Source(), pc); !ok {
		return nil, parser.NoChildren
	}
	start := segment.Start - segment.Padding + at
	n := &Admonition{Marker: text.NewSegment(start, start)}
	for group := 2; group < len(m); group += 2 {
		if from, to := m[group], m[group+1]; from < to {
			title := ast.NewTextBlock()
			title.Lines().Append(text.NewSegment(start+from, start+to))
			title.SetPos(start + from)
			n.AppendChild(n, title)
			n.Marker.Stop = start + from
		}
	}
	reader.AdvanceToEOL()
	return n, parser.HasChildren
}

// Continue implements [parser.BlockParser].
func (admonitionParser) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	at, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if at < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(at, padding)
	return parser.Continue | parser.HasChildren
}

// Close implements [parser.BlockParser].
func (admonitionParser) Close(ast.Node, text.Reader, parser.Context) {}

// CanInterruptParagraph implements [parser.BlockParser].
func (admonitionParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine implements [parser.BlockParser].
func (admonitionParser) CanAcceptIndentedLine() bool { return false }
