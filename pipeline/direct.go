package pipeline

import (
	"bytes"
	"sync"

	"zhmd/convert"
)

// An appender is a converter that can write what becomes of a text at once,
// which takes a fraction of the time that a list of edits does.
type appender interface {
	convert.Converter
	AppendLetters(dst, src []byte) (out []byte, letters bool)
	AppendPieces(dst, text []byte, cuts, ends []int) (out []byte, pieces []int, letters bool)
	Stays() bool // known to leave all texts as they are
}

// scratch is memory that making a version takes and leaves.
type scratch struct {
	text    []byte // what the solos become
	pieces  []byte // what the pieces of the other runs become
	ends    []int
	patches []patch
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// release gives the memory back.
func (s *scratch) release() {
	s.text, s.pieces, s.patches = s.text[:0], s.pieces[:0], s.patches[:0]
	scratches.Put(s)
}

// direct makes the version without a list of edits. It is only for documents in
// which nothing depends on where the edits are, and gives ok only if the result
// is harmless: what is no letter is the same and stands between letters as
// before. [convert.Letters] says why that is enough.
func (d *Document) direct(c convert.Converter) (r *Result, ok bool) {
	a, can := c.(appender)
	if !can || !d.simple() {
		return nil, false
	}
	front, unwritten := d.front.edits(d.front.all(c, nil), c, nil, d.keys)
	if a.Stays() && unwritten == 0 {
		return d.directly(c, d.unchanged(front)), true
	}
	s := scratches.Get().(*scratch)
	defer s.release()
	for i := range d.prose.mixed {
		if !d.prose.mixed[i].convert(s, a) {
			return nil, false
		}
	}
	var letters bool
	s.text, letters = a.AppendLetters(s.text, d.prose.joined)
	if unwritten > 0 || !letters && !sameButLetters(d.prose.joined, s.text) {
		return nil, false
	}
	sortPatches(s.patches)
	out := d.assemble(front, s.text, s.patches)
	if d.labelled() && !d.sameLabels(d.source, out) {
		return nil, false
	}
	return d.directly(c, out), true
}

// unchanged makes the version in which nothing but the front matter has edits.
func (d *Document) unchanged(front []convert.Edit) []byte {
	if len(front) == 0 {
		return d.source
	}
	return d.assemble(front, d.prose.joined, nil)
}

// directly gives a version that was made so; its edits are found when they are asked for.
func (d *Document) directly(c convert.Converter, out []byte) *Result {
	return &Result{Output: out, edits: sync.OnceValue(func() []convert.Edit { return d.byEdits(c, nil, nil).Edits() })}
}

// simple reports whether nothing depends on where the edits of the document are, and all
// dividers are between its texts.
func (d *Document) simple() bool {
	return !d.invalid && d.format != Text && len(d.refs) == 0 && len(d.orders.words) == 0 && len(d.orders.choices) == 0 &&
		(d.anchors == KeepAnchors || d.anchors == WarnAnchors && len(d.own) == 0)
}

// assemble makes the version with the edits of the front matter, with text, which
// the solos become, and with the patches of the other runs.
func (d *Document) assemble(front []convert.Edit, text []byte, patches []patch) []byte {
	more := len(text) - len(d.prose.joined) + moreOf(patches)
	if sameSizes(front) && more == 0 && even(patches) && d.prose.sameSizes(text) {
		return d.patched(front, text, patches)
	}
	out := make([]byte, 0, len(d.source)+growth(front)+more)
	out = append(out, d.source[:d.base-len(d.front.source)]...)
	out = convert.Splice(out, d.front.source, front)
	return d.appendBody(out, text, patches)
}

// appendBody writes the body with text, which the solos become, in their places
// and the patches of the other runs.
func (d *Document) appendBody(out, text []byte, patches []patch) []byte {
	at := 0
	for _, s := range d.prose.solos {
		out, patches, at = appendPatches(out, d.body, patches, at, s.start)
		n := bytes.IndexByte(text, divider)
		out = append(append(out, d.body[at:s.start]...), text[:n]...)
		text, at = text[n+1:], s.end
	}
	out, _, at = appendPatches(out, d.body, patches, at, len(d.body))
	return append(out, d.body[at:]...)
}

// appendPatches writes source with the patches that begin before end, and gives the
// others and how far it came.
func appendPatches(out, source []byte, patches []patch, at, end int) ([]byte, []patch, int) {
	for len(patches) > 0 && patches[0].start < end {
		out = append(append(out, source[at:patches[0].start]...), patches[0].text...)
		at, patches = patches[0].end, patches[1:]
	}
	return out, patches, at
}
