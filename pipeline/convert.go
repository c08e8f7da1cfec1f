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
	target := targetOf(c)
	c = d.known(c)
	links := d.linkEdits(opts)
	memory := scratches.Get().(*[]convert.Edit)
	defer scratches.Put(memory)
	if cap(*memory) == 0 {
		*memory = make([]convert.Edit, 0, len(d.prose.joined.text)/bytesOfEdit)
	}
	v := d.changes(c, target, links, (*memory)[:0])
	*memory = v.memory
	if v.instead != nil {
		return v.instead
	}
	return &Result{
		Output:   v.apply(d),
		Warnings: d.place(v.remarks),
		edits:    sync.OnceValue(func() []convert.Edit { return d.changes(c, target, links, nil).inSource(d) }),
	}
}

// bytesOfEdit is about how many bytes of prose there are to an edit.
const bytesOfEdit = 24

// scratches are memory for the edits of a version.
var scratches = sync.Pool{New: func() any { return new([]convert.Edit) }}

// changes are the edits that make a version, as offsets into the front matter and the body.
type changes struct {
	front, body []convert.Edit
	remarks     []remark
	instead     *Result        // if the edits would make the version too long
	memory      []convert.Edit // that finding them took
}

// changes finds the edits by c, which writes target, in memory, to which those of links
// belong.
func (d *Document) changes(c convert.Converter, target convert.Variant, links, memory []convert.Edit) *changes {
	v := new(changes)
	words := d.lexicon(target)
	edits := d.prose.edits(memory, c, words)
	v.memory = edits
	edits = d.chosen(edits, target)
	values := d.front.all(c, words)
	if v.instead = d.overlong(values, edits, links); v.instead != nil {
		return v
	}
	if d.format == Text {
		v.body = edits
		return v
	}
	edits = d.dropCollisions(edits)
	edits = withLabels(edits, d.refs)
	edits, kept := d.check(edits)
	edits, stay := d.rebased(edits, links)
	edits, anchors := d.anchored(edits)
	front, unwritten := d.front.edits(values, c, words, d.keys)
	if unwritten > 0 {
		v.remarks = append(v.remarks, remarkf(d.base-len(d.front.source), "%d values of the front matter are left as they are: converted, they would be read otherwise", unwritten))
	}
	v.front, v.body, v.remarks = front, edits, slices.Concat(v.remarks, kept, stay, anchors)
	return v
}

// apply returns the document with the edits.
func (v *changes) apply(d *Document) []byte {
	out := make([]byte, 0, len(d.source)+growth(v.front)+growth(v.body))
	out = append(out, d.source[:d.base-len(d.front.source)]...)
	out = convert.Splice(out, d.front.source, v.front)
	return convert.Splice(out, d.body, v.body)
}

// inSource returns the edits as offsets into the source.
func (v *changes) inSource(d *Document) []convert.Edit {
	move(v.front, d.base-len(d.front.source))
	move(v.body, d.base)
	return append(v.front, v.body...)
}

func move(edits []convert.Edit, by int) {
	for i := range edits {
		edits[i].Start += by
		edits[i].End += by
	}
}
