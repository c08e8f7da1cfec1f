package pipeline

import (
	"path"
	"slices"
	"sort"

	"zhmd/convert"
	"zhmd/pipeline/internal/markdown"
)

// A VersionOption says something about one version of a document, see [Document.Convert].
type VersionOption func(*version)

type version struct {
	replace func(path string) (to string, ok bool)
}

// Rebase has the paths of relative destinations replaced, for a version that lies
// elsewhere than its source: replace is given a path as [Destination] has it, and gives the
// one from the version, with slashes, or false where the destination is to stay as it is.
// Query and fragment stay. The document has to be parsed with [Destinations].
//
// Where the new destination would be read as other Markdown the block keeps the
// destinations of its source, and a warning says so.
func Rebase(replace func(path string) (to string, ok bool)) VersionOption {
	return func(v *version) { v.replace = replace }
}

// linkEdits gives the edits of the destinations that a version replaces.
func (d *Document) linkEdits(opts []VersionOption) []convert.Edit {
	if len(opts) == 0 || len(d.destinations) == 0 {
		return nil
	}
	var v version
	for _, opt := range opts {
		opt(&v)
	}
	return d.replaced(v.replace)
}

func (d *Document) replaced(replace func(string) (string, bool)) []convert.Edit {
	var edits []convert.Edit
	grown := 0
	for _, t := range d.destinations {
		if grown > d.maxGrowth() {
			break // it is too long already
		}
		if to, ok := replace(t.path); ok && to != "" && to != path.Clean(t.path) {
			old := string(d.body[t.start:t.end])
			edits = append(edits, convert.Edit{Start: t.start, End: t.end, New: t.write(to, old)})
			grown += growth(edits[len(edits)-1:])
		}
	}
	return edits
}

// rebased adds links, the edits of destinations, to the other edits of a version, which are
// checked. It gives a warning for each block whose destinations had to stay.
func (d *Document) rebased(edits, links []convert.Edit) ([]convert.Edit, []remark) {
	if len(links) == 0 {
		return edits, nil
	}
	links = apart(links, edits)
	var stay []convert.Edit
	for _, r := range d.readers() {
		kept, dropped, ok := checked(r.shapes(), links, func(links []convert.Edit) []markdown.Shape {
			return d.shapesBefore(merge(edits, links), links, r.syntax)
		})
		if !ok {
			return edits, []remark{remarkf(d.base, "the links stay as they are: rebased, they would be other Markdown")}
		}
		links, stay = kept, append(stay, dropped...)
	}
	var remarks []remark
	for _, e := range stay {
		remarks = append(remarks, remark{d.base + e.Start, "the links of this block stay as they are: rebased, they would be other Markdown"})
	}
	return merge(edits, links), remarks
}

// shapesBefore gives the shapes of the body with all edits, but with what the links among
// them were: where no more than they has changed it has the shapes of the body.
func (d *Document) shapesBefore(all, links []convert.Edit, syntax markdown.Syntax) []markdown.Shape {
	out := convert.Splice(nil, d.body, all)
	back := d.inverse(all, links)
	return markdown.ShapesWith(markdown.Parse(out, syntax), out, func(start, end int) []byte {
		return spliced(out, span{start, end}, back)
	})
}

// inverse gives the edits of the result of all edits that undo the links among them.
func (d *Document) inverse(all, links []convert.Edit) []convert.Edit {
	var back []convert.Edit
	grown := 0
	for _, e := range all {
		if len(links) > 0 && e == links[0] {
			links = links[1:]
			start := e.Start + grown
			back = append(back, convert.Edit{Start: start, End: start + len(e.New), New: string(d.body[e.Start:e.End])})
		}
		grown += len(e.New) - (e.End - e.Start)
	}
	return back
}

// merge gives two lists of edits, each in the order of the source, as one.
func merge(edits, links []convert.Edit) []convert.Edit {
	all := slices.Concat(edits, links)
	sortEdits(all)
	return all
}

// apart leaves out the links that lie in what edits change as a whole.
func apart(links, edits []convert.Edit) []convert.Edit {
	return slices.DeleteFunc(links, func(l convert.Edit) bool {
		i := sort.Search(len(edits), func(i int) bool { return edits[i].End > l.Start })
		return i < len(edits) && edits[i].Start < l.End
	})
}
