package pipeline

import (
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
	syntax markdown.Syntax

	gathers      bool // destinations
	destinations []destination

	runs     runs
	refs     []reference
	literals []span // texts in brackets that are no link, where one could become one

	spans []span // of the run that is being built
	prose span   // the last of its text, still growing; empty if there is none
	url   int    // the source offset at which a bare URL goes on as text
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
	noteEnd    int             // see noteEnd
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
	if c.behindNote(n) {
		return
	}
	switch n := n.(type) {
	case *extast.Footnote:
		defer func(end int) { c.noteEnd = end }(c.noteEnd)
		c.noteEnd = noteEnd(n, c.source)
	case *markdown.RawBlock, *ast.CodeBlock, *ast.FencedCodeBlock, *ast.ThematicBreak:
		return
	case *ast.HTMLBlock:
		if c.syntax&markdown.HTML != 0 {
			c.htmlBlock(n)
		} else {
			c.commentBlock(n)
		}
		c.endBlock()
		return
	case *ast.LinkReferenceDefinition:
		c.destination(n.Destination, n)
		c.aside(c.titleBehind(n.Destination, n.Title, n.Pos(), n.Lines()))
		c.read(n.Destination)
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

// inline gathers the prose of an inline node in a block with the given lines.
func (c *collector) inline(n ast.Node, lines *text.Segments) {
	switch n := n.(type) {
	case *ast.Text:
		c.text(n)
	case *ast.Emphasis:
		c.children(n, lines)
	case *ast.Link:
		c.anchors = c.anchors || toAnchor(n.Destination)
		c.destination(n.Destination, n)
		c.children(n, lines)
		c.behind(n, n.Destination, n.Title, n.Reference, lines)
	case *ast.Image:
		c.destination(n.Destination, n)
		c.barrier()
		c.children(n, lines)
		c.barrier()
		c.behind(n, n.Destination, n.Title, n.Reference, lines)
	case *ast.AutoLink:
		c.barrier()
		c.url = c.tree.End(n)
		c.bareURL(n)
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
