package pipeline

import (
	"errors"
	"slices"

	"zhmd/convert"
	"zhmd/pipeline/internal/frontmatter"
	"zhmd/pipeline/internal/markdown"
)

// FrontMatterKeys are the keys of front matter whose values are prose unless
// [Keys] names others. Tags and categories are not among them: they name
// taxonomies, and often URLs.
var FrontMatterKeys = []string{"title", "subtitle", "description", "summary", "lead", "keywords", "sidebar_label"}

// Keys names the keys of front matter whose values are converted, in place of
// [FrontMatterKeys]. They count at any depth.
func Keys(keys ...string) Option { return func(d *Document) { d.keys = keys } }

// A front is a document's front matter. Offsets are bytes of it.
type front struct {
	source []byte
	values []prose // of each
}

// frontMatter reads the front matter of a length that begins at the document's
// base.
func (d *Document) frontMatter(n int) {
	if n == 0 || d.syntax&markdown.FrontMatter == 0 {
		return
	}
	d.front.source = d.source[d.base : d.base+n]
	values, err := frontmatter.Values(d.front.source, d.keys)
	var fault *frontmatter.Error
	if errors.As(err, &fault) {
		d.remarks = append(d.remarks, remarkf(d.base+fault.Offset, "the front matter is left as it is: %s", fault.Message))
		return
	}
	separated := d.separated(d.front.source)
	for _, v := range values {
		c := collector{source: d.front.source, tree: &markdown.Tree{}, syntax: d.syntax, url: -1}
		for _, r := range v.Ranges {
			c.raw(span{r.Start, r.End})
		}
		c.endRun()
		d.front.values = append(d.front.values, newProse(separated, c.runs))
	}
}

// unclosed leaves front matter as it is that nothing closes, and warns: the
// lines up to a blank one, since it is not said where it would end. To Markdown
// they are text, and what begins there may go on behind it.
func (d *Document) unclosed() {
	n := frontmatter.Unclosed(d.body)
	if n > 0 && d.syntax&markdown.FrontMatter != 0 {
		d.remarks = append(d.remarks, remarkf(d.base, "this front matter is not closed; it is left as it is up to the first blank line"))
		d.orders.off = append(d.orders.off, span{0, n})
	}
}

// all returns the edits of the values, whatever comes of them.
func (f *front) all(c convert.Converter, words *lexicon) (edits []convert.Edit) {
	for _, v := range f.values {
		edits = v.edits(edits, c, words)
	}
	return edits
}

// edits returns those of all edits that may be made, and how many values could not be
// converted because what comes out would be other metadata.
func (f *front) edits(all []convert.Edit, c convert.Converter, words *lexicon, keys []string) (edits []convert.Edit, kept int) {
	if f.same(all, keys) {
		return all, 0
	}
	for _, v := range f.values {
		with := v.edits(slices.Clip(edits), c, words)
		if f.same(with, keys) {
			edits = with
		} else {
			kept++
		}
	}
	return edits, kept
}

func (f *front) same(edits []convert.Edit, keys []string) bool {
	if lettersForLetters(f.source, edits) {
		return true
	}
	return frontmatter.Same(f.source, convert.Splice(nil, f.source, edits), keys)
}
