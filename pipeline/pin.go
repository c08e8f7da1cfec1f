package pipeline

import (
	"bytes"
	"slices"

	"zhmd/convert"
	"zhmd/pipeline/internal/markdown"
)

// pin adds edits that write the ids of the source on headings. Those that
// cannot be written get a warning.
func (d *Document) pin(edits []convert.Edit) ([]convert.Edit, []remark) {
	var warnings []remark
	pins := map[int]string{} // what was pinned, by the offset of the heading
	with := slices.Clone(edits)
	for _, a := range d.moved(edits) {
		e, ok := d.pinEdit(&a)
		if !ok {
			warnings = append(warnings, remarkf(d.base+a.heading.start, "the heading's id was %s and is now %s; it cannot be pinned here", a.id, a.becomes))
			continue
		}
		pins[a.heading.start] = a.id
		with = append(with, e)
	}
	if len(pins) == 0 {
		return edits, warnings
	}
	sortEdits(with)
	if !d.pinned(with, len(pins)) {
		return edits, append(warnings, remarkf(d.base, "the ids of headings are not pinned: they would be read otherwise"))
	}
	return with, warnings
}

// pinEdit gives the edit that writes an id on a heading.
func (d *Document) pinEdit(a *anchor) (e convert.Edit, ok bool) {
	text, ok := d.site.Pin(a.id)
	h := a.heading
	if !ok || d.site == Docusaurus && !h.plain {
		return e, false
	}
	at := h.line.end
	switch {
	case h.own && d.site != GitHub: // {.class} becomes {#id .class}
		at = h.line.end + bytes.LastIndexByte(d.body[h.line.end:h.end], '{') + 1
		text = "#" + a.id + " "
	case d.site.PinsLast():
		at = h.end
	}
	return convert.Edit{Start: at, End: at, New: text}, true
}

// pinned tells whether the body with the edits has as many headings as before,
// and, for the sites that read ids where goldmark does, n more of them have one.
func (d *Document) pinned(edits []convert.Edit, n int) bool {
	out := convert.Splice(nil, d.body, edits)
	before, after := headings(d.tree.Root, d.body), headings(markdown.Parse(out, d.syntax).Root, out)
	if !d.site.PinsLast() {
		return len(before) == len(after)
	}
	return len(before) == len(after) && withID(after) == withID(before)+n
}

func withID(all []heading) int {
	n := 0
	for _, h := range all {
		if h.id != "" {
			n++
		}
	}
	return n
}
