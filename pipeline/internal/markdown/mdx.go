package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"zhmd/pipeline/internal/bounds"
	"zhmd/pipeline/internal/html"
	"zhmd/pipeline/internal/jsx"
)

// A Flow is a block of MDX. Tags and expressions on lines of their own are its
// inlines; a module, import and export statements, has none.
type Flow struct {
	ast.BaseBlock
	Module bool
	end    int // the offset in the source at which it ends
}

// KindFlow is the kind of [Flow].
var KindFlow = ast.NewNodeKind("Flow")

// Kind implements [ast.Node].
func (n *Flow) Kind() ast.NodeKind { return KindFlow }

// IsRaw implements [ast.Node].
func (n *Flow) IsRaw() bool { return n.Module }

// Dump implements [ast.Node].
func (n *Flow) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// A flowParser is the parser of what [Flow] is, as in remark-mdx 3. What looks
// like it and is none becomes a paragraph, whose inlines tell why.
type flowParser struct{}

// Trigger implements [parser.BlockParser].
func (flowParser) Trigger() []byte { return []byte{'<', '{', 'i', 'e'} }

// Open implements [parser.BlockParser].
func (flowParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	n := &Flow{}
	switch {
	case line[0] == 'i' || line[0] == 'e':
		if !beginsModule(parent, reader, pc) {
			return nil, parser.NoChildren
		}
		n.Module = true
		n.end = moduleEnd(reader.Source(), segment.Start, pc)
	case !isComment(line):
		n.end = flowEnd(parent, reader, pc)
	}
	if n.end == 0 {
		return nil, parser.NoChildren
	}
	n.Lines().Append(segment)
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

// Continue implements [parser.BlockParser].
func (flowParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	n := node.(*Flow)
	_, segment := reader.PeekLine()
	if segment.Start >= n.end {
		return parser.Close
	}
	n.Lines().Append(segment)
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

// Close implements [parser.BlockParser].
func (flowParser) Close(ast.Node, text.Reader, parser.Context) {}

// CanInterruptParagraph implements [parser.BlockParser].
func (flowParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine implements [parser.BlockParser].
func (flowParser) CanAcceptIndentedLine() bool { return false }

// isComment reports whether text begins with a comment of HTML, which is none of
// MDX, but of Docusaurus.
func isComment(text []byte) bool { return bytes.HasPrefix(text, []byte("<!--")) }

// beginsModule reports whether a module may begin here: in no container, not
// indented, and not in a paragraph.
func beginsModule(parent ast.Node, reader text.Reader, pc parser.Context) bool {
	line, _ := reader.PeekLine()
	last := pc.LastOpenedBlock().Node
	return parent.Kind() == ast.KindDocument && reader.LineOffset() == 0 && (last == nil || last.Kind() != ast.KindParagraph) &&
		(bytes.HasPrefix(line, []byte("import ")) || bytes.HasPrefix(line, []byte("export ")))
}

// moduleEnd returns the end of the module that begins at an offset. If there is
// none the lines up to the next blank one are left alone.
func moduleEnd(source []byte, start int, pc parser.Context) int {
	if charge(pc, 0, source, start) {
		n, read := jsx.Module(source[start:])
		if n > 0 {
			return start + n
		}
		charge(pc, read, source, start)
	}
	end := blockEnd(source, start)
	bounds.Leave(pc, bounds.Range{Start: start, End: end, Reason: "MDX takes this for import and export statements, and it is not; begin the line with another word"})
	return end
}

// blockEnd returns the offset of the next blank line.
func blockEnd(source []byte, offset int) int {
	for line := range bytes.Lines(source[offset:]) {
		if util.IsBlank(line) {
			break
		}
		offset += len(line)
	}
	return offset
}

// flowEnd returns the end of the tags and expressions that the line begins with,
// 0 if they are none on lines of their own. Where they cannot be read, the lines
// up to the next blank one are left.
func flowEnd(parent ast.Node, reader text.Reader, pc parser.Context) int {
	_, segment := reader.PeekLine()
	a := ahead{source: reader.Source(), start: segment.Start, containers: containersOf(parent)}
	for a.add(segment); ; {
		n, state := flowLen(a.text)
		if state == flowGoesOn && a.grow(pc) {
			continue
		}
		end := a.lineEnd(n)
		switch state {
		case flowEnds:
			return end
		case flowInText:
			pc.Set(inlineKey, end)
		default:
			reason := unreadTag
			if a.text[0] == '{' {
				reason = unreadExpression
			}
			start := segment.Start
			if last := pc.LastOpenedBlock().Node; last != nil && last.Kind() == ast.KindParagraph {
				start = last.Lines().At(0).Start
			}
			bounds.Leave(pc, bounds.Range{Start: start, End: blockEnd(a.source, segment.Start), At: segment.Start, Reason: reason})
		}
		return 0
	}
}

// inlineKey holds the offset up to which lines are known to belong to a tag or an
// expression in a paragraph, so that no container begins at one.
var inlineKey = parser.NewContextKey()

// inInline reports whether the line is one of those.
func inInline(reader text.Reader, pc parser.Context) bool {
	end, _ := pc.Get(inlineKey).(int)
	_, segment := reader.PeekLine()
	return segment.Start < end
}

// A flowState is what is known of tags and expressions that begin a line.
type flowState int

const (
	flowUnread flowState = iota // they cannot be read
	flowGoesOn                  // that depends on the next line
	flowEnds                    // they end, and so does the line
	flowInText                  // text follows
)

// flowLen returns how far the tags and expressions that text begins with can be
// read. No expression follows another.
func flowLen(text []byte) (n int, state flowState) {
	more, braces := false, true
	for i := 0; ; {
		start := i
		switch {
		case i == len(text) || text[i] == '\n' || text[i] == '\r':
			return i, flowEnds
		case text[i] == '<' && !(i+1 < len(text) && util.IsSpace(text[i+1])):
			var t html.Token
			t, more = jsx.Tag(text, i)
			i, braces = t.End, true
		case text[i] == '{' && braces:
			i, more = jsx.Expression(text, i)
			braces = false
		default:
			return i, flowInText
		}
		switch {
		case more:
			return start, flowGoesOn
		case i == 0:
			return start, flowUnread
		}
		i = skipBlanks(text, i)
	}
}

// A commentParser is goldmark's parser of blocks of HTML for comments alone.
type commentParser struct{ parser.BlockParser }

// Open implements [parser.BlockParser].
func (p commentParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	if at := pc.BlockOffset(); at < 0 || !isComment(line[at:]) || segment.Start > lastComment(reader.Source(), pc) {
		return nil, parser.NoChildren
	}
	return p.BlockParser.Open(parent, reader, pc)
}

var commentKey = parser.NewContextKey()

// lastComment returns where the last comment of HTML ends, which is looked for
// once.
func lastComment(source []byte, pc parser.Context) int {
	end, ok := pc.Get(commentKey).(int)
	if !ok {
		end = bytes.LastIndex(source, []byte("-->"))
		pc.Set(commentKey, end)
	}
	return end
}

// mdxBlocks are the parsers of blocks of MDX: without indented code, HTML but for
// comments, and definition lists.
func mdxBlocks() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(flowParser{}, first),
		util.Prioritized(bounds.SetextHeadings(), 100),
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(looseList{looseParser{bounds.Nesting(parser.NewListParser())}}, 300),
		util.Prioritized(looseItem{looseParser{parser.NewListItemParser()}}, 400),
		util.Prioritized(bounds.ATXHeadings(), 600),
		util.Prioritized(looseFence{looseParser{fenceParser{parser.NewFencedCodeBlockParser(), true}}}, 700),
		util.Prioritized(looseQuote{looseParser{bounds.Nesting(parser.NewBlockquoteParser())}}, 800),
		util.Prioritized(commentParser{parser.NewHTMLBlockParser()}, 900),
		util.Prioritized(bounds.Footnotes(extension.NewFootnoteBlockParser()), 999),
		util.Prioritized(parser.NewParagraphParser(), 1000),
	}
}

// mdxInlines are the parsers of inlines of MDX.
func mdxInlines() []util.PrioritizedValue {
	return append(commonInlines(),
		util.Prioritized(bounds.Inline(mdxExpressions()), first),
		util.Prioritized(bounds.Inline(mdxTags()), 400),
	)
}
