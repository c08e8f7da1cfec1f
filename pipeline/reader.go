package pipeline

import (
	"sync"

	"zhmd/pipeline/internal/frontmatter"
	"zhmd/pipeline/internal/markdown"
)

// asRead gives a converted body without what would be taken for front matter where the
// source has none: a rule, and a line behind it that has become one with a key.
func (d *Document) asRead(body []byte) []byte {
	if d.syntax&markdown.FrontMatter == 0 || len(d.front.source) > 0 {
		return body
	}
	return body[frontmatter.Len(body):]
}

// A reader is a program that reads the document with a syntax, to which the body has the
// shapes.
type reader struct {
	syntax markdown.Syntax
	shapes func() []markdown.Shape
}

// readers gives those that are to see no difference.
func (d *Document) readers() []reader {
	return []reader{{d.syntax, d.shapes}, {d.plainSyntax(), d.plainShapes}}
}

// plainSyntax returns the syntax of programs that know nothing beside Markdown.
func (d *Document) plainSyntax() markdown.Syntax { return d.syntax&everywhere | markdown.LooseTables }

// plainProse returns what is prose to programs that know nothing beside Markdown, in the
// order of the source and joined where it touches: what is a word to others may be a
// destination, a label, code or a tag to them. It finds the shapes for these, too, so
// that the tree need not be kept.
func (d *Document) plainProse() []span {
	tree := markdown.Parse(d.body, d.plainSyntax())
	shapes := markdown.Shapes(tree, d.body)
	d.plainShapes = func() []markdown.Shape { return shapes }
	c := d.collect(tree, d.plainSyntax()|d.syntax&(markdown.HTML|markdown.Directives))
	return merged(c.runs.spans)
}

// everywhere is what the document is read with by programs that know nothing
// beside Markdown, but for what cannot be the same to them: what is indented below
// an admonition, and rules that are resolved. MDX is not Markdown to anybody.
const everywhere = markdown.Admonitions | markdown.MediaWiki | markdown.MDX

// shapesOf makes what gives the shapes of the body, and whether it has labels that are
// not ASCII, the same to each version.
func (d *Document) shapesOf() {
	d.labelled = sync.OnceValue(d.hasLabels)
	d.shapes = sync.OnceValue(func() []markdown.Shape { return markdown.Shapes(d.tree, d.body) })
	d.plainShapes = sync.OnceValue(func() []markdown.Shape { return markdown.Shapes(markdown.Parse(d.body, d.plainSyntax()), d.body) })
}
