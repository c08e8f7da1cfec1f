// Package markdown is the project's side of goldmark: the parser with the
// extensions that zhmd reads, and what goldmark's tree does not tell: where a
// link's text ends and where a bare URL does. Use [Parse] for the tree of a
// document and [Tree.End] for its links.
package markdown

import (
	"slices"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"zhmd/pipeline/internal/bounds"
)

// A Tree is a parsed document. Its offsets are bytes of the source it was
// parsed from.
type Tree struct {
	Root ast.Node

	// Labels holds the labels of the link reference definitions, as [Label]
	// gives them. It is nil where all of them are ASCII.
	Labels map[string]bool

	// Differs reports whether programs that know no markup beside Markdown may find other
	// code, links or HTML in the document, not only more text.
	Differs bool

	// Over holds what goldmark would have taken too long for. It is not prose.
	Over []bounds.Range

	ends   map[ast.Node]int
	source []byte
	syntax Syntax
}

// Parse parses source as GitHub Flavored Markdown with footnotes, definition
// lists and attributes on headings, and with what syntax names. It cannot fail.
// Footnotes that nothing refers to are in the tree, footnotes' bodies stand below
// the first of them, and there are no links back from them. Fenced code in no
// container is one line. source must not be changed while the tree is in use.
func Parse(source []byte, syntax Syntax) *Tree {
	source = slices.Clip(source) // see [text.Segment.Value]: what lies behind would be overwritten
	pc := parser.NewContext()
	ends := map[ast.Node]int{}
	pc.Set(endsKey, ends)
	meter := bounds.Attach(pc)
	root := parserOf(syntax).Parse(text.NewReader(source), parser.WithContext(pc))
	return &Tree{Root: root, Labels: labels(pc.References()), Over: meter.Over(), Differs: pc.Get(differsKey) != nil, ends: ends, source: source, syntax: syntax}
}

// Offset gives where a part of the source begins that goldmark gives as bytes, as it does
// the destinations of links; ok is false for a copy. What is left to the end of the source
// is the capacity of a part.
func (t *Tree) Offset(part []byte) (offset int, ok bool) {
	offset = len(t.source) - cap(part)
	if len(part) == 0 || offset < 0 || &t.source[offset] != &part[0] {
		return 0, false
	}
	return offset, true
}

// Label normalises the text of a link label for comparison, as goldmark does.
func Label(text []byte) string { return util.ToLinkReference(text) }

func labels(refs []parser.Reference) map[string]bool {
	if !slices.ContainsFunc(refs, func(r parser.Reference) bool { return !isASCII(r.Label()) }) {
		return nil
	}
	all := map[string]bool{}
	for _, r := range refs {
		all[Label(r.Label())] = true
	}
	return all
}

// End gives the offset of the ] that ends the text of a link or the alternative
// text of an image, and the offset behind a bare URL. It is known where what
// follows matters: where a title or a reference's label is not ASCII, where the
// URL is not followed by white space. It is 0 elsewhere.
func (t *Tree) End(n ast.Node) int { return t.ends[n] }

// parsers holds a parser for each [Syntax] that was asked for. A parser keeps
// nothing of what it parses.
var parsers sync.Map

func parserOf(syntax Syntax) parser.Parser {
	if p, ok := parsers.Load(syntax); ok {
		return p.(parser.Parser)
	}
	p, _ := parsers.LoadOrStore(syntax, newParser(syntax))
	return p.(parser.Parser)
}

// newParser makes a parser. Two of goldmark's transformers are left out on
// purpose: the one for footnotes, which drops those without a reference, and the
// one that unescapes pipes in the code spans of tables, which are not prose.
func newParser(syntax Syntax) parser.Parser {
	tables := bounds.Tables(extension.NewTableParagraphTransformer())
	if syntax&LooseTables == 0 {
		tables = strictTables{tables}
	}
	blocks, inlines := append(blockParsers(), extraBlocks(syntax)...), inlineParsers()
	if syntax&MDX != 0 {
		blocks, inlines = loose(append(mdxBlocks(), extraBlocks(syntax)...)), mdxInlines()
	}
	return parser.NewParser(
		parser.WithBlockParsers(blocks...),
		parser.WithInlineParsers(append(inlines, extraInlines(syntax)...)...),
		parser.WithParagraphTransformers(
			util.Prioritized(bounds.Definitions(parser.LinkReferenceParagraphTransformer), 100),
			util.Prioritized(tables, 200),
		),
	)
}

// The priorities are the ones that goldmark and its extensions give themselves.
func blockParsers() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(bounds.SetextHeadings(), 100),
		util.Prioritized(bounds.Nesting(extension.NewDefinitionListParser()), 101),
		util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(bounds.Nesting(parser.NewListParser()), 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewCodeBlockParser(), 500),
		util.Prioritized(bounds.ATXHeadings(), 600),
		util.Prioritized(fenceParser{parser.NewFencedCodeBlockParser(), false}, 700),
		util.Prioritized(bounds.Nesting(parser.NewBlockquoteParser()), 800),
		util.Prioritized(parser.NewHTMLBlockParser(), 900),
		util.Prioritized(bounds.Footnotes(extension.NewFootnoteBlockParser()), 999),
		util.Prioritized(parser.NewParagraphParser(), 1000),
	}
}

func inlineParsers() []util.PrioritizedValue {
	return append(commonInlines(),
		util.Prioritized(bounds.Inline(parser.NewAutoLinkParser()), 300),
		util.Prioritized(bounds.Inline(parser.NewRawHTMLParser()), 400),
	)
}

// commonInlines are the parsers of inlines that MDX has too.
func commonInlines() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(bounds.Inline(extension.NewTaskCheckBoxParser()), 0),
		util.Prioritized(bounds.CodeSpans(parser.NewCodeSpanParser()), 100),
		util.Prioritized(bounds.FootnoteLinks(extension.NewFootnoteParser()), 101),
		util.Prioritized(bounds.Links(&linkParser{parser.NewLinkParser()}), 200),
		util.Prioritized(bounds.Delimiters(extension.NewStrikethroughParser()), 500),
		util.Prioritized(bounds.Delimiters(parser.NewEmphasisParser()), 500),
		util.Prioritized(&linkifyParser{bounds.Inline(extension.NewLinkifyParser())}, 999),
	}
}
