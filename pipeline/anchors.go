package pipeline

import (
	"slices"

	"zhmd/convert"
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

// An anchor is a heading whose id changes.
type anchor struct {
	id, becomes string // in the source and in the version
	heading     *heading
}

// moved gives the headings whose ids change with edits.
func (d *Document) moved(edits []convert.Edit) []anchor {
	all := headings(d.tree.Root, d.body)
	before, after := ids(all, d.site, d.body, nil), ids(all, d.site, d.body, edits)
	var out []anchor
	for i := range all {
		if d.site == Docusaurus && all[i].level == 1 {
			continue // it counts the id, but its pages do not have it
		}
		if before[i] != after[i] && before[i] != "" && !d.ids[before[i]] {
			out = append(out, anchor{id: before[i], becomes: after[i], heading: &all[i]})
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
	case d.anchors == KeepAnchors || len(edits) == 0 || len(d.own) == 0:
		return edits, nil
	}
	return edits, d.broken(d.moved(edits))
}

// broken warns of links in the document that lead to headings which have moved.
func (d *Document) broken(moved []anchor) []remark {
	ids := map[string]string{}
	for _, a := range moved {
		ids[a.id] = a.becomes
	}
	var remarks []remark
	for _, l := range d.own {
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
		all[a.id] = a.becomes
	}
	return all
}
