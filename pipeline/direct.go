package pipeline

import (
	"bytes"
	"sync"

	"zhmd/convert"
)

// An appender is a converter that can write what becomes of a text at once,
// which takes a fraction of the time that a list of edits does. To it and to its
// edits a byte that is not UTF-8 divides text: what is on one side has no part in
// what becomes of the other.
type appender interface {
	convert.Converter
	Append(dst, src []byte) []byte
}

// scratch is memory that making a version takes and leaves.
type scratch struct {
	text        []byte // what the solos become
	edits, some []convert.Edit
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// release gives the memory back, without what a converter has written.
func (s *scratch) release() {
	clear(s.edits)
	clear(s.some)
	scratches.Put(s)
}

// direct makes the version without a list of edits. It is only for documents in
// which nothing depends on where the edits are, and gives ok only if the result
// is harmless: what is no letter is the same and stands between letters as
// before. [convert.Letters] says why that is enough.
func (d *Document) direct(c convert.Converter) (r *Result, ok bool) {
	a, can := c.(appender)
	if !can || !d.simple() || !d.prose.divided() {
		return nil, false
	}
	front, unwritten := d.front.edits(c, nil, d.keys)
	s := scratches.Get().(*scratch)
	defer s.release()
	s.text = a.Append(s.text[:0], d.prose.joined)
	s.edits = s.edits[:0]
	for i := range d.prose.mixed {
		s.edits, s.some = d.prose.mixed[i].edits(s.edits, s.some[:0], c)
	}
	sortEdits(s.edits)
	if unwritten > 0 || !lettersForLetters(d.body, s.edits) || !sameButLetters(d.prose.joined, s.text) {
		return nil, false
	}
	return &Result{Output: d.assemble(front, s.text, s.edits), edits: sync.OnceValue(func() []convert.Edit { return d.byEdits(c, nil).Edits() })}, true
}

// simple tells whether nothing depends on where the edits of the document are.
func (d *Document) simple() bool {
	return d.format != Text && d.tree.Labels == nil && len(d.refs) == 0 && len(d.orders.words) == 0 && len(d.orders.choices) == 0 &&
		(d.anchors == KeepAnchors || d.anchors == WarnAnchors && len(d.own) == 0)
}

// assemble makes the version with the edits of the front matter, with text, which
// the solos become, and with the edits of the other runs.
func (d *Document) assemble(front []convert.Edit, text []byte, edits []convert.Edit) []byte {
	if sameSizes(front) && sameSizes(edits) && d.prose.sameSizes(text) {
		return d.patched(front, text, edits)
	}
	out := make([]byte, 0, len(d.source)+growth(front)+growth(edits)+len(text)-len(d.prose.joined))
	out = append(out, d.source[:d.base-len(d.front.source)]...)
	out = convert.Splice(out, d.front.source, front)
	return d.appendBody(out, text, edits)
}

// appendBody writes the body with text, which the solos become, in their places
// and the edits of the other runs.
func (d *Document) appendBody(out, text []byte, edits []convert.Edit) []byte {
	at := 0
	for _, s := range d.prose.solos {
		out, edits, at = appendEdits(out, d.body, edits, at, s.start)
		n := bytes.IndexByte(text, divider)
		out = append(append(out, d.body[at:s.start]...), text[:n]...)
		text, at = text[n+1:], s.end
	}
	out, _, at = appendEdits(out, d.body, edits, at, len(d.body))
	return append(out, d.body[at:]...)
}

// appendEdits writes source with the edits that begin before end, and gives the
// others and how far it came.
func appendEdits(out, source []byte, edits []convert.Edit, at, end int) ([]byte, []convert.Edit, int) {
	for len(edits) > 0 && edits[0].Start < end {
		out = append(append(out, source[at:edits[0].Start]...), edits[0].New...)
		at, edits = edits[0].End, edits[1:]
	}
	return out, edits, at
}

// growth is how much longer than the source edits make it.
func growth(edits []convert.Edit) int {
	n := 0
	for _, e := range edits {
		n += len(e.New) - (e.End - e.Start)
	}
	return n
}
