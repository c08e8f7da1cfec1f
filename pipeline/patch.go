package pipeline

import (
	"bytes"
	"slices"

	"zhmd/convert"
)

// A patch is what a piece of the source becomes, whole.
type patch struct {
	span
	text []byte
}

// sortPatches puts patches into the order of the source, see [sortEdits].
func sortPatches(patches []patch) {
	byStart := func(a, b patch) int { return a.start - b.start }
	if !slices.IsSortedFunc(patches, byStart) {
		slices.SortFunc(patches, byStart)
	}
}

// moreOf is how much longer than the source patches make it.
func moreOf(patches []patch) (n int) {
	for _, p := range patches {
		n += len(p.text) - (p.end - p.start)
	}
	return n
}

// even tells whether patches keep all offsets.
func even(patches []patch) bool {
	for _, p := range patches {
		if len(p.text) != p.end-p.start {
			return false
		}
	}
	return true
}

// Most characters of Chinese have three bytes, and so has what becomes of them.
// Where all of a version has the sizes of the source, a copy of the source is
// patched.

// sameSizes tells whether edits keep all offsets.
func sameSizes(edits []convert.Edit) bool {
	for _, e := range edits {
		if len(e.New) != e.End-e.Start {
			return false
		}
	}
	return true
}

// sameSizes tells whether each of the solos has its size in text, which they
// become.
func (p *prose) sameSizes(text []byte) bool {
	if len(text) != len(p.joined) {
		return false
	}
	at := 0
	for _, s := range p.solos {
		at += s.end - s.start
		if text[at] != divider {
			return false
		}
		at++
	}
	return true
}

// patched makes the version in which everything has its size.
func (d *Document) patched(front []convert.Edit, text []byte, patches []patch) []byte {
	out := bytes.Clone(d.source)
	apply(out[d.base-len(d.front.source):], front)
	body := out[d.base:]
	for _, p := range patches {
		copy(body[p.start:p.end], p.text)
	}
	if bytes.Equal(text, d.prose.joined) {
		return out
	}
	for _, s := range d.prose.solos {
		n := copy(body[s.start:s.end], text)
		text = text[n+1:]
	}
	return out
}

func apply(text []byte, edits []convert.Edit) {
	for _, e := range edits {
		copy(text[e.Start:e.End], e.New)
	}
}
