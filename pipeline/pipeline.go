// Package pipeline converts one Markdown document to its versions. It reads and
// writes no files.
//
// [Parse] a document once, then call [Document.Convert] for each target. What
// comes back is the source with edits in its prose: no byte that no edit names
// is changed, and the result has the same structure, links and code.
// [Document.Position] gives the line and column of an offset. The options [Named],
// [As], [AlsoReading], [Keys] and [Anchors] say how a source is read;
// [Document.Links] and [Document.Moved] tell of links to headings whose ids
// change, [Destinations] and [Rebase] are for versions that lie elsewhere than
// their source. To convert files and folders use package zhmd/pipeline/batch.
package pipeline

import (
	"bytes"
	"slices"
	"sync"
	"unicode/utf8"

	"zhmd/convert"
	"zhmd/pipeline/internal/frontmatter"
	"zhmd/pipeline/internal/markdown"
)

// A Document is a parsed source. It is safe for use by several goroutines.
type Document struct {
	source  []byte
	options []Option
	format  Format
	invalid bool // source is not UTF-8

	front    front
	body     []byte // source without byte order mark and front matter
	base     int    // the offset of body in source
	tree     *markdown.Tree
	prose    prose
	refs     []reference
	literals []span
	orders   orders
	links    bool            // there may be some to headings whose ids are not ASCII
	own      []Link          // those to the document's own
	ids      map[string]bool // of HTML in the document
	hrefs    []Link          // of HTML, with their targets as fragments
	gathers  bool            // the option [Destinations] is given
	remarks  []remark
	warnings []Warning

	destinations []destination // in the order of the source

	// shapes and plainShapes give the shapes of the body, see [Document.check].
	shapes, plainShapes func() []markdown.Shape
	// labelled is hasLabels, found out once.
	labelled func() bool

	// profile is newProfile, made once.
	profile func() *convert.Profile

	keys    []string
	syntax  markdown.Syntax
	anchors AnchorMode
	site    Site
}

// A Result is one version of a document.
type Result struct {
	// Output is the version. It may be the source itself, and so must not be changed.
	Output   []byte
	Warnings []Warning // what could not be done in this version

	edits func() []convert.Edit
}

// Edits returns what was changed, as byte offsets into the source. They are found anew when
// they are first asked for.
func (r *Result) Edits() []convert.Edit { return r.edits() }

// An Option changes how a document is read.
type Option func(*Document)

// As reads the source in the given format; the default is [Markdown].
func As(f Format) Option { return func(d *Document) { d.format = f } }

// Parse reads a document. It takes any bytes: what is not UTF-8 passes
// unchanged and is named in [Document.Warnings]. The source must not be changed
// while the document is in use.
func Parse(source []byte, opts ...Option) *Document {
	source = slices.Clip(source) // goldmark appends a line break to the last line, wherever that lies
	d := &Document{source: source, syntax: markdown.Default, keys: FrontMatterKeys, options: opts}
	d.profile = sync.OnceValue(d.newProfile)
	for _, opt := range opts {
		opt(d)
	}
	d.base = bomLen(source)
	if d.invalid = !utf8.Valid(source); d.invalid || bytes.IndexByte(source, 0) >= 0 {
		d.warnings = oddIn(source)
	}
	if d.format == Text {
		d.plain()
	} else {
		d.markdown()
	}
	d.warnings = append(d.warnings, d.place(d.remarks)...)
	return d
}

// Source gives the bytes that the document was parsed from.
func (d *Document) Source() []byte { return d.source }

// Options gives those that the document was parsed with.
func (d *Document) Options() []Option { return d.options }

// Warnings tells what is odd about the source, whatever it is converted to.
func (d *Document) Warnings() []Warning { return d.warnings }

const bom = "\uFEFF"

// bomLen is the length of the byte order mark that source begins with, or 0.
func bomLen(source []byte) int {
	if len(source) >= len(bom) && string(source[:len(bom)]) == bom {
		return len(bom)
	}
	return 0
}

// plain makes the whole text one run.
func (d *Document) plain() {
	d.body = d.source[d.base:]
	if len(d.body) > 0 {
		d.prose = newProse(d.separated(d.body), runs{[]span{{0, len(d.body)}}, []int32{1}})
	}
}

// bytesOfRun and bytesOfSpan are about how many bytes of a source there are to a run, and
// to a span of one; in most documents there are more.
const (
	bytesOfRun  = 70
	bytesOfSpan = 50
)

// collect gathers the prose of a tree of the body that was parsed with a syntax.
func (d *Document) collect(tree *markdown.Tree, syntax markdown.Syntax) *collector {
	c := &collector{source: d.body, tree: tree, syntax: syntax, gathers: d.gathers, url: -1, ids: map[string]bool{}, unclosed: map[string]bool{}}
	c.runs = runs{make([]span, 0, len(d.body)/bytesOfSpan), make([]int32, 0, len(d.body)/bytesOfRun)}
	c.block(tree.Root)
	return c
}

func (d *Document) markdown() {
	n := frontmatter.Len(d.source[d.base:])
	d.frontMatter(n)
	d.base += n
	d.body = d.source[d.base:]
	if n == 0 {
		d.unclosed()
	}
	d.tree = markdown.Parse(d.body, d.syntax)
	d.shapesOf()
	c := d.collect(d.tree, d.syntax)
	if d.tree.Differs && d.syntax&markdown.MDX == 0 { // who reads MDX reads no Markdown
		c.runs.within(d.plainProse())
	}
	d.refs, d.literals, d.links = c.refs, c.literals, c.anchors
	slices.SortFunc(d.literals, func(a, b span) int { return a.start - b.start }) // footnotes and titles come late
	d.ids, d.hrefs = c.ids, c.hrefs
	if c.skipNext {
		c.faults = append(c.faults, remark{len(d.body), "skip has no block behind it"})
	}
	for _, f := range c.faults {
		d.remarks = append(d.remarks, remark{d.base + f.offset, f.message})
	}
	d.obey(c.directives)
	d.rules(c.rules)
	slices.SortFunc(d.orders.choices, func(a, b choice) int { return a.start - b.start })
	c.runs.without(d.orders.off)
	d.destinations = settle(c.destinations, d.orders.off)
	d.prose = newProse(d.separated(d.body), c.runs)
	d.own = slices.DeleteFunc(d.Links(), func(l Link) bool { return l.Path != "" })
	for _, r := range d.tree.Over {
		d.remarks = append(d.remarks, remark{d.base + r.Place(), "left unconverted: " + r.Reason})
	}
}
