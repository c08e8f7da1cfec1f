package markdown

import (
	"bytes"
	"regexp"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A RawBlock is lines that are no prose and are left alone: a formula, a line that
// includes a file, a tag over several lines.
type RawBlock struct {
	ast.BaseBlock
	find      finder   // of the end of the block; nil if it is one line
	paragraph ast.Node // that it ended
}

// KindRawBlock is the kind of [RawBlock].
var KindRawBlock = ast.NewNodeKind("RawBlock")

// Kind implements [ast.Node].
func (n *RawBlock) Kind() ast.NodeKind { return KindRawBlock }

// IsRaw implements [ast.Node].
func (n *RawBlock) IsRaw() bool { return true }

// Dump implements [ast.Node].
func (n *RawBlock) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// A rawBlockParser makes one kind of [RawBlock].
type rawBlockParser struct {
	trigger    string
	interrupts bool // a paragraph
	// open gives the finder of the end of the block that begins with line,
	// which the rest of the source follows; ok is false if none does.
	open func(line, rest []byte) (find finder, ok bool)
}

// Trigger implements [parser.BlockParser].
func (p *rawBlockParser) Trigger() []byte { return []byte(p.trigger) }

// Open implements [parser.BlockParser].
func (p *rawBlockParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	at := max(pc.BlockOffset(), 0)
	find, ok := p.open(line[at:], reader.Source()[segment.Stop:])
	if !ok {
		return nil, parser.NoChildren
	}
	paragraph, ok := mayInterrupt(reader.Source(), pc)
	if !ok {
		return nil, parser.NoChildren
	}
	n := &RawBlock{find: find, paragraph: paragraph}
	n.Lines().Append(segment)
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

// Continue implements [parser.BlockParser].
func (p *rawBlockParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	n := node.(*RawBlock)
	if n.find == nil {
		return parser.Close
	}
	line, segment := reader.PeekLine()
	n.Lines().Append(segment)
	reader.AdvanceToEOL()
	if n.find(line, 0) >= 0 {
		return parser.Close
	}
	return parser.Continue | parser.NoChildren
}

// Close implements [parser.BlockParser].
func (p *rawBlockParser) Close(node ast.Node, reader text.Reader, pc parser.Context) {
	noteBlock(pc, reader.Source(), node.Parent(), node.(*RawBlock).paragraph, node.Lines())
}

// CanInterruptParagraph implements [parser.BlockParser].
func (p *rawBlockParser) CanInterruptParagraph() bool { return p.interrupts }

// CanAcceptIndentedLine implements [parser.BlockParser].
func (p *rawBlockParser) CanAcceptIndentedLine() bool { return false }

// mathBlock is a formula over several lines, between lines that begin and end
// with $$. One in a single line is in a paragraph.
func mathBlock() *rawBlockParser {
	return &rawBlockParser{trigger: "$", interrupts: true, open: func(line, rest []byte) (finder, bool) {
		if !bytes.HasPrefix(line, []byte("$$")) || bytes.Contains(line[2:], []byte("$$")) || !holds(rest, "$$") {
			return nil, false
		}
		return closer("$$"), true
	}}
}

// holds tells whether closer closes a block in rest, in which nothing begins that goes
// on behind the block to a program that does not know such blocks: code, HTML.
func holds(rest []byte, closer string) bool {
	end := bytes.Index(rest, []byte(closer))
	return end >= 0 && (!bytes.ContainsAny(rest[:end], "`~<") || complete(rest[:end]))
}

// complete tells whether all blocks end in text that begin in it and that no blank line
// ends.
func complete(text []byte) bool {
	for {
		at := lasting().FindSubmatchIndex(text)
		if at == nil {
			return true
		}
		end := regexp.MustCompile("(?i)" + endOf(string(text[at[2]:at[3]]))).FindIndex(text[at[3]:])
		if end == nil {
			return false
		}
		text = text[at[3]+end[1]:]
	}
}

// endOf gives a pattern of what ends a block that begins with what: CommonMark 0.31,
// sections 4.5 and 4.6.
func endOf(what string) string {
	switch {
	case what[0] != '<':
		return `\n[\s>]*` + what
	case what == "<!--":
		return "-->"
	case what == "<?":
		return `\?>`
	case what == "<!":
		return ">"
	}
	return "</" + what[1:]
}

// lasting matches the beginning of a block that a blank line does not end.
var lasting = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile("(?mi)^[\\s>]*(```+|~~~+|<!--|<[!?]|<(?:pre|script|style|textarea)\\b)")
})

// include is a line that brings in a file: VitePress' <<< path, MkDocs'
// --8<-- "path", VuePress' @include(path).
func include() *rawBlockParser {
	return &rawBlockParser{trigger: "<-@", interrupts: true, open: func(line, _ []byte) (finder, bool) {
		return nil, bytes.HasPrefix(line, []byte("<<< ")) || bytes.HasPrefix(line, []byte("--8<-- ")) || bytes.HasPrefix(line, []byte("@include("))
	}}
}

// includes is the form of MkDocs' for several files.
func includes() *rawBlockParser {
	return &rawBlockParser{trigger: "-", interrupts: true, open: func(line, rest []byte) (finder, bool) {
		fence := []byte("--8<--")
		if !bytes.Equal(bytes.TrimSpace(line), fence) || !holds(rest, "--8<--") {
			return nil, false
		}
		return closer("--8<--"), true
	}}
}
