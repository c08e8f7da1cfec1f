package pipeline

import (
	"slices"
	"sync"

	"zhmd/convert"
)

// Convert makes the version of the document that c's edits lead to.
//
// Where the edits would change more than prose, a link that no longer leads
// anywhere or a character that turns out to be markup, the block keeps its
// source and a warning says so. Where words or new targets of links make the
// version many times as long as the source, that is the version.
func (d *Document) Convert(c convert.Converter, opts ...VersionOption) *Result {
	c, fault := d.sourced(c)
	c = d.judged(c)
	if r := d.overlongBy(c); r != nil {
		return r
	}
	links := d.linkEdits(opts)
	words := d.lexicon(targetOf(c))
	scratch := scratches.Get().(*[]convert.Edit)
	defer scratches.Put(scratch)
	edits := d.prose.edits((*scratch)[:0], c, words)
	*scratch = edits
	edits = d.chosen(edits, targetOf(c))
	values := d.front.all(c, words)
	if r := d.overlong(values, edits, links); r != nil {
		return r
	}
	if d.format == Text {
		return d.result(nil, edits, nil)
	}
	edits = d.dropCollisions(edits)
	edits = withLabels(edits, d.refs)
	edits, kept := d.check(edits)
	edits, stay := d.rebased(edits, links)
	edits, anchors := d.anchored(edits)
	front, unwritten := d.front.edits(values, c, words, d.keys)
	if unwritten > 0 {
		fault = append(fault, remarkf(d.base-len(d.front.source), "%d values of the front matter are left as they are: converted, they would be read otherwise", unwritten))
	}
	return d.result(front, edits, slices.Concat(fault, kept, stay, anchors))
}

// scratches are memory for the edits of a version, until it is known how many there are.
var scratches = sync.Pool{New: func() any { return new([]convert.Edit) }}

// result applies edits, which are offsets into the front matter and the body.
func (d *Document) result(front, edits []convert.Edit, remarks []remark) *Result {
	move(front, d.base-len(d.front.source))
	move(edits, d.base)
	edits = slices.Concat(front, edits)
	out := convert.Splice(make([]byte, 0, len(d.source)+growth(edits)), d.source, edits)
	return &Result{Output: out, Warnings: d.place(remarks), edits: edits}
}

func move(edits []convert.Edit, by int) {
	for i := range edits {
		edits[i].Start += by
		edits[i].End += by
	}
}
