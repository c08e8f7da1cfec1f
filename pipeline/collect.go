package pipeline

import (
	"bytes"
	"sort"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"zhmd/pipeline/internal/markdown"
)

// A collector walks a tree and gathers its prose as runs. Offsets are bytes of
// source, which is the text that the tree was parsed from.
type collector struct {
	source []byte
	tree   *markdown.Tree
	syntax Syntax

	runs     []run
	refs     []reference
	literals []span // texts in brackets that are no link, where one could become one

	spans  []span  // of the run that is being built
	pieces []piece // of the runs of one
	prose  span    // the last of its text, still growing; empty if there is none
	url    int     // the source offset at which a bare URL goes on as text
	// urlTail is the source offset up to which the text was a bare URL that
	// nothing has ended yet.
	urlTail int
	soft    bool     // a soft line break lies behind prose
	marked  bool     // the line that is being read does not go on in the next
	asides  [][]span // the titles met in this block

	guard      guard           // around what is being read
	muted      int             // depth of the blocks around that are skipped
	skipNext   bool            // the next block is to be skipped
	lastOf     map[string]int  // closing tags, see closes
	codeUntil  int             // the offset up to which a shortcode's content is code
	unclosed   map[string]bool // shortcodes for code that nothing closes
	targetAt   int             // the offset at which the target of a link goes on
	ids        map[string]bool // of HTML in the document
	hrefs      []Link          // of HTML, with their targets as fragments
	faults     []remark
	anchors    bool // there is a link to a heading whose id may not be ASCII
	directives []directive
	rules      []span // of MediaWiki
}

// block gathers the prose of a block and of the blocks in it.
func (c *collector) block(n ast.Node) {
	if c.skips(n) {
		c.muted++
		defer func() { c.muted-- }()
	}
	if row, ok := n.(*extast.TableRow); ok && c.outside(row) {
		return
	}
	switch n := n.(type) {
	case *markdown.RawBlock:
		if spans := spansOf(n.Lines()); len(spans) > 0 {
			c.mdxComment(span{spans[0].start, spans[len(spans)-1].end})
		}
		return
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.ThematicBreak:
		return
	case *ast.HTMLBlock:
		if c.syntax&HTML != 0 && !c.ambiguous(n) {
			c.htmlBlock(n)
		} else {
			c.commentBlock(n)
		}
		c.endBlock()
		return
	case *ast.LinkReferenceDefinition:
		c.aside(definitionTitle(c.source, n))
		c.endBlock()
		return
	}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if child.Type() == ast.TypeBlock {
			c.block(child)
		} else {
			c.inline(child, n.Lines())
		}
	}
	c.endBlock()
}

// outside tells whether a row of a table is indented so far that it is code to
// other programs than goldmark: GFM, section 4.10, ends a table there.
func (c *collector) outside(row *extast.TableRow) bool {
	header := row.Parent().FirstChild()
	return c.indent(row.FirstChild()) >= c.indent(header.FirstChild())+4
}

// indent counts the white space before the line's first cell.
func (c *collector) indent(cell ast.Node) int {
	if cell == nil || cell.Lines().Len() == 0 {
		return 0
	}
	line := c.source[:cell.Lines().At(0).Start]
	line = line[bytes.LastIndexByte(line, '\n')+1:]
	if bar := bytes.TrimRight(line, " \t"); bytes.HasSuffix(bar, []byte("|")) {
		line = bar[:len(bar)-1]
	}
	width := 0
	for i := len(line) - 1; i >= 0 && (line[i] == ' ' || line[i] == '\t'); i-- {
		if width++; line[i] == '\t' {
			width += 3
		}
	}
	return width
}

// inline gathers the prose of an inline node in a block with the given lines.
func (c *collector) inline(n ast.Node, lines *text.Segments) {
	switch n := n.(type) {
	case *ast.Text:
		c.text(n)
	case *ast.Emphasis:
		c.children(n, lines)
	case *ast.Link:
		c.anchors = c.anchors || toAnchor(n.Destination)
		c.children(n, lines)
		c.behind(n, n.Title, n.Reference, lines)
	case *ast.Image:
		c.barrier()
		c.children(n, lines)
		c.barrier()
		c.behind(n, n.Title, n.Reference, lines)
	case *ast.AutoLink:
		c.barrier()
		c.url = c.tree.End(n)
	case *ast.CodeSpan:
		c.barrier()
	case *ast.RawHTML:
		c.rawHTML(n)
	case *markdown.Opaque:
		c.barrier()
		c.opaque(n)
	default:
		c.other(n, lines)
	}
}

// other gathers the prose of the nodes that goldmark's extensions make.
// Strikethrough marks up text; the rest stands for something else than text.
func (c *collector) other(n ast.Node, lines *text.Segments) {
	if n.Kind() != extast.KindStrikethrough {
		c.barrier()
	}
	c.children(n, lines)
}

func (c *collector) children(n ast.Node, lines *text.Segments) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		c.inline(child, lines)
	}
}

// text adds a text node to the run. goldmark divides text at delimiters that
// turned out to be none; neighbours that touch are one piece.
func (c *collector) text(n *ast.Text) {
	if s := (span{n.Segment.Start, n.Segment.Stop}); s.start < s.end && s.start >= c.codeUntil && !c.guarded() {
		if c.prose.end != s.start || c.prose.start == c.prose.end {
			c.piece()
			c.prose = s
		}
		c.prose.end = s.end
	}
	switch {
	case n.HardLineBreak():
		c.barrier()
	case n.SoftLineBreak():
		c.softBreak()
	}
}

// softBreak notes a soft line break. A word goes on over it between Han
// characters, which need no space.
func (c *collector) softBreak() {
	c.piece()
	c.soft = true
	if c.marked {
		c.marked = false
		c.barrier()
	}
}

// piece ends the piece that is growing.
func (c *collector) piece() {
	s := c.prose
	c.prose = span{}
	if s.start < s.end {
		c.protect(s)
	}
}

// add adds a span of prose to the run.
func (c *collector) add(s span) {
	if s.start >= s.end || c.over(s) {
		return
	}
	if c.soft {
		c.soft = false
		if !c.hanAround(s.start) {
			c.endRun()
		}
	}
	if !utf8.RuneStart(c.source[s.start]) {
		c.endRun() // bytes that are no character may not become one across markup
	}
	c.spans = append(c.spans, s)
}

// over tells whether s lies where the tree cannot be relied on, and ends the run
// if so.
func (c *collector) over(s span) bool {
	ranges := c.tree.Over
	i := sort.Search(len(ranges), func(i int) bool { return ranges[i].End > s.start })
	if i == len(ranges) || ranges[i].Start >= s.end {
		return false
	}
	c.skip(s.start, s.end)
	return true
}

// hanAround tells whether the run so far ends with a Han character and the
// source goes on with one at start.
func (c *collector) hanAround(start int) bool {
	if len(c.spans) == 0 {
		return false
	}
	before, _ := utf8.DecodeLastRune(c.source[:c.spans[len(c.spans)-1].end])
	after, _ := utf8.DecodeRune(c.source[start:])
	return unicode.Is(unicode.Han, before) && unicode.Is(unicode.Han, after)
}

// barrier ends the run: no phrase reaches over what stands here.
func (c *collector) barrier() {
	c.piece()
	c.endRun()
	c.soft = false
}

func (c *collector) endRun() {
	if len(c.spans) > 0 {
		c.runs = append(c.runs, c.newRun())
		c.spans = c.spans[:0]
	}
}

// newRun makes the run of the spans. Most have one, and share memory.
func (c *collector) newRun() run {
	if len(c.spans) > 1 {
		return newRun(c.source, c.spans)
	}
	s := c.spans[0]
	c.pieces = append(c.pieces, piece{0, s.start})
	n := len(c.pieces)
	return run{text: c.source[s.start:s.end:s.end], pieces: c.pieces[n-1 : n : n]}
}

// aside keeps text that stands beside the run that is being built, a title, for
// a run of its own.
func (c *collector) aside(spans []span) {
	if len(spans) > 0 && !c.guarded() {
		c.asides = append(c.asides, spans)
	}
}

func (c *collector) endBlock() {
	c.barrier()
	c.marked = false
	if !c.guard.lasting {
		c.guard = guard{}
	}
	for _, spans := range c.asides {
		for _, s := range spans {
			c.raw(s)
		}
		c.endRun()
	}
	c.asides = c.asides[:0]
}
