package pipeline

import (
	"bytes"
	"net/url"
	"slices"

	"github.com/yuin/goldmark/ast"

	"zhmd/convert"
	"zhmd/pipeline/internal/markdown"
	"zhmd/pipeline/internal/slug"
)

// A Site is a site generator, or GitHub, by whose rule the ids of headings are
// derived from their text.
type Site = slug.Site

// The sites whose rules are known.
const (
	GitHub     = slug.GitHub
	Hugo       = slug.Hugo
	VitePress  = slug.VitePress
	Docusaurus = slug.Docusaurus
	MDBook     = slug.MDBook
)

// ParseSite gives a site by its name in lower case.
func ParseSite(name string) (Site, error) { return slug.ParseSite(name) }

// An AnchorMode says what is done where the id of a heading changes with its
// text.
type AnchorMode uint8

// The modes.
const (
	WarnAnchors AnchorMode = iota // warn of each link that no longer leads to its heading
	PinAnchors                    // write the source's id on the heading
	KeepAnchors                   // do nothing
)

// Anchors says how the ids of headings are derived and what is done where they
// change; by default they are GitHub's and a broken link is a warning.
func Anchors(mode AnchorMode, site Site) Option {
	return func(d *Document) { d.anchors, d.site = mode, site }
}

// A Link is one that leads to a heading: [text](path#fragment). Path is empty
// for the same document. Both are as browsers see them, without percent signs.
type Link struct {
	Position
	Path, Fragment string
	offset         int
}

// Links gives the links to headings whose ids may be in Chinese, in the order of
// the source.
func (d *Document) Links() []Link {
	if !d.links {
		return nil
	}
	var all []Link
	_ = ast.Walk(d.tree.Root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if l, ok := n.(*ast.Link); ok && entering {
			if path, fragment, ok := anchorOf(string(l.Destination)); ok {
				all = append(all, Link{Path: path, Fragment: fragment, offset: n.Pos()})
			}
		}
		return ast.WalkContinue, nil
	})
	for _, l := range d.hrefs {
		if path, fragment, ok := anchorOf(l.Fragment); ok {
			all = append(all, Link{Path: path, Fragment: fragment, offset: l.offset})
		}
	}
	slices.SortStableFunc(all, func(a, b Link) int { return a.offset - b.offset })
	lines := lineCount{source: d.source, line: 1}
	for i := range all {
		all[i].Position = lines.position(d.base + all[i].offset)
	}
	return all
}

// toAnchor tells whether a destination may lead to an id that is not ASCII.
func toAnchor(destination []byte) bool {
	i := bytes.IndexByte(destination, '#')
	return i >= 0 && (bytes.IndexByte(destination[i:], '%') > 0 || !isASCII(string(destination[i:])))
}

// anchorOf divides a destination; ok is false if it leads to no heading, to
// another site, or to an id that is ASCII.
func anchorOf(destination string) (path, fragment string, ok bool) {
	u, err := url.Parse(destination)
	if err != nil || u.Scheme != "" || u.Host != "" || isASCII(u.Fragment) {
		return "", "", false
	}
	return u.Path, u.Fragment, true
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// An Anchor is a heading whose id changes.
type Anchor struct {
	ID, New string // in the source and in the version
	heading *heading
	last    bool
}

// moved gives the headings whose ids change with edits.
func (d *Document) moved(edits []convert.Edit) []Anchor {
	all := headings(d.tree.Root, d.body)
	before, after := ids(all, d.site, d.body, nil), ids(all, d.site, d.body, edits)
	var out []Anchor
	for i := range all {
		if before[i] != after[i] && before[i] != "" && !d.ids[before[i]] {
			out = append(out, Anchor{ID: before[i], New: after[i], heading: &all[i]})
		}
	}
	return out
}

// anchored deals with the headings whose ids edits change, as the document's
// mode says. It gives the edits with those that pin ids, and the warnings.
func (d *Document) anchored(edits []convert.Edit) ([]convert.Edit, []remark) {
	switch {
	case d.anchors == PinAnchors:
		return d.pin(edits)
	case d.anchors == KeepAnchors || len(edits) == 0:
		return edits, nil
	}
	links := d.Links()
	links = slices.DeleteFunc(links, func(l Link) bool { return l.Path != "" })
	if len(links) == 0 {
		return edits, nil
	}
	return edits, d.broken(links, d.moved(edits))
}

// broken warns of links that lead to headings which have moved.
func (d *Document) broken(links []Link, moved []Anchor) []remark {
	ids := map[string]string{}
	for _, a := range moved {
		ids[a.ID] = a.New
	}
	var remarks []remark
	for _, l := range links {
		if id, is := ids[l.Fragment]; is {
			remarks = append(remarks, remark{d.base + l.offset, BrokenLink(l, id)})
		}
	}
	return remarks
}

// BrokenLink says that the heading that a link leads to has another id now.
func BrokenLink(l Link, id string) string {
	return "the link to " + l.Path + "#" + l.Fragment + " is broken: the heading's id is now " + id + "; give the heading an id of its own, or let zhmd do it (anchors: pin)"
}

// Moved gives, for the ids of headings that change with the edits of a version,
// the new ones.
func (d *Document) Moved(r *Result) map[string]string {
	all := map[string]string{}
	if d.tree == nil || d.anchors != WarnAnchors {
		return all
	}
	edits := slices.Clone(r.Edits())
	move(edits, -d.base)
	edits = slices.DeleteFunc(edits, func(e convert.Edit) bool { return e.Start < 0 })
	for _, a := range d.moved(edits) {
		all[a.ID] = a.New
	}
	return all
}

// pin adds edits that write the ids of the source on headings. Those that
// cannot be written get a warning.
func (d *Document) pin(edits []convert.Edit) ([]convert.Edit, []remark) {
	var warnings []remark
	pins := map[int]string{} // what was pinned, by the offset of the heading
	with := slices.Clone(edits)
	for _, a := range d.moved(edits) {
		e, ok := d.pinEdit(&a)
		if !ok {
			warnings = append(warnings, remarkf(d.base+a.heading.start, "the heading's id was %s and is now %s; it cannot be pinned here", a.ID, a.New))
			continue
		}
		pins[a.heading.start] = a.ID
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
func (d *Document) pinEdit(a *Anchor) (e convert.Edit, ok bool) {
	text, ok := d.site.Pin(a.ID)
	h := a.heading
	if !ok || d.site == Docusaurus && !h.plain {
		return e, false
	}
	at := h.line.end
	switch {
	case h.own && d.site != GitHub: // {.class} becomes {#id .class}
		at = h.line.end + bytes.LastIndexByte(d.body[h.line.end:h.end], '{') + 1
		text = "#" + a.ID + " "
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
