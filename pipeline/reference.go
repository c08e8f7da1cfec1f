package pipeline

import (
	"bytes"
	"slices"
	"sort"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"zhmd/convert"
	"zhmd/pipeline/internal/markdown"
)

// A reference is a link or an image whose visible text is its label, [label] or
// [label][]. When the text changes the old label has to be written behind it,
// or the link is dead.
type reference struct {
	visible span   // from the first [ or ! to the ] of the text
	label   span   // what the label replaces: nothing behind that ], or what is between []
	full    string // the label as written there, with brackets where there are none yet
}

// behind gathers what stands behind the text of a link: an inline title, or the
// label of a reference.
func (c *collector) behind(n ast.Node, destination, title []byte, ref *ast.ReferenceLink, lines *text.Segments) {
	end := c.tree.End(n)
	switch {
	case end == 0:
	case ref == nil:
		c.aside(c.titleBehind(destination, title, end, lines))
	default:
		c.refs = append(c.refs, newReference(c.source, ref, span{n.Pos() + 1, end}))
	}
}

func newReference(source []byte, ref *ast.ReferenceLink, visible span) reference {
	label := string(bytes.Join(bytes.Fields(ref.Value), []byte(" ")))
	end := visible.end
	r := reference{
		visible: visible,
		label:   span{end + 1, end + 1},
		full:    "[" + label + "]",
	}
	if ref.Type == ast.ReferenceLinkCollapsed {
		open := end + len("][")
		r.label = span{open, open + bytes.IndexByte(source[open:], ']')}
		r.full = label
	}
	return r
}

// withLabels adds, to edits in the order of the source, the old labels of the
// references whose visible text they change. What a converter inserts where a
// label ends goes behind it.
func withLabels(edits []convert.Edit, refs []reference) []convert.Edit {
	var labels []convert.Edit
	for _, r := range refs {
		if touched(edits, r.visible) {
			labels = append(labels, convert.Edit{Start: r.label.start, End: r.label.end, New: r.full})
		}
	}
	if len(labels) == 0 {
		return edits
	}
	edits = append(labels, edits...)
	sortEdits(edits)
	return edits
}

// touched tells whether one of the edits, in the order of the source, lies in s.
func touched(edits []convert.Edit, s span) bool {
	lo, hi := within(edits, s)
	return lo < hi
}

// within gives the range of the edits that begin in s or insert at its end.
func within(edits []convert.Edit, s span) (lo, hi int) {
	lo = sort.Search(len(edits), func(i int) bool { return edits[i].Start >= s.start })
	hi = sort.Search(len(edits), func(i int) bool { return edits[i].End > s.end })
	return lo, hi
}

// literal notes the bracket at the offset open if it could become a link when
// its text changes: where labels that are not ASCII are defined.
func (c *collector) literal(open, limit int) {
	if len(c.tree.Labels) == 0 {
		return
	}
	if n := bytes.IndexAny(c.source[open+1:limit], "[]"); n > 0 && c.source[open+1+n] == ']' {
		c.literals = append(c.literals, span{open + 1, open + 1 + n})
	}
}

// dropCollisions takes out of edits those that would make a bracketed text a
// link: 头发 in [头发] where [頭髮] is defined and [头发] is not.
func (d *Document) dropCollisions(edits []convert.Edit) []convert.Edit {
	var kept []convert.Edit
	at := 0 // up to which of edits kept is filled
	for _, s := range d.literals {
		lo, hi := within(edits, s)
		if lo == hi || !d.tree.Labels[markdown.Label(spliceSpan(d.body, s, edits[lo:hi]))] {
			continue
		}
		kept = append(kept, edits[at:lo]...)
		at = hi
	}
	if at == 0 {
		return edits
	}
	return append(kept, edits[at:]...)
}

// spliceSpan gives the part s of source with the edits applied, which lie in it.
func spliceSpan(source []byte, s span, edits []convert.Edit) []byte {
	inside := slices.Clone(edits)
	for i := range inside {
		inside[i].Start -= s.start
		inside[i].End -= s.start
	}
	return convert.Splice(nil, source[s.start:s.end], inside)
}
