package pipeline

import (
	"sync"

	"zhmd/pipeline/internal/frontmatter"
	"zhmd/pipeline/internal/markdown"
)

// asRead gives a converted body without what would be taken for front matter where the
// source has none: a rule, and a line behind it that has become one with a key.
func (d *Document) asRead(body []byte) []byte {
	if d.syntax&FrontMatter == 0 || len(d.front.source) > 0 {
		return body
	}
	return body[frontmatter.Len(body):]
}

// A reader is a program that reads the document with a syntax, to which the body has the
// shapes.
type reader struct {
	syntax Syntax
	shapes func() []markdown.Shape
}

// readers gives those that are to see no difference.
func (d *Document) readers() []reader {
	all := []reader{{d.syntax, d.shapes}}
	if plain := d.syntax & everywhere; plain != d.syntax&^(HTML|FrontMatter|Directives) {
		all = append(all, reader{plain, d.plainShapes})
	}
	return all
}

// everywhere is what the document is read with by programs that know nothing
// beside Markdown, but for what cannot be the same to them: what is indented below
// an admonition, and rules that are resolved.
const everywhere = Admonitions | MediaWiki

// shapesOf makes what gives the shapes of the body, and whether it has labels that are
// not ASCII, the same to each version.
func (d *Document) shapesOf() {
	d.labelled = sync.OnceValue(d.hasLabels)
	d.shapes = sync.OnceValue(func() []markdown.Shape { return markdown.Shapes(d.tree, d.body) })
	d.plainShapes = sync.OnceValue(func() []markdown.Shape {
		return markdown.Shapes(markdown.Parse(d.body, d.syntax&everywhere), d.body)
	})
}
