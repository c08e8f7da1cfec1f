package pipeline

import (
	"bytes"
	"slices"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"

	"zhmd/pipeline/internal/html"
	"zhmd/pipeline/internal/markdown"
)

// A Destination is where a link or an image leads that is relative: a path below or beside
// the document, as file systems have it, without escapes, percent signs, query and fragment.
type Destination struct {
	Position
	Path string
}

// Destinations has the relative destinations of links, images and definitions gathered, and
// those of href and src in HTML, for [Document.Destinations] and [Rebase]. By default none
// are.
func Destinations() Option { return func(d *Document) { d.gathers = true } }

// Destinations gives the relative destinations in the order of the source, if the option
// [Destinations] asks for them. Those in code are not among them, those that directives
// leave alone, and those with a template in them.
func (d *Document) Destinations() []Destination {
	var all []Destination
	lines := lineCount{source: d.source, line: 1}
	for _, t := range d.destinations {
		all = append(all, Destination{lines.position(d.base + t.start), t.path})
	}
	return all
}

// A destination is the path of one in the body.
type destination struct {
	span
	spelling
	path string
}

// destination notes one that goldmark has read, unless it is that of a definition.
func (c *collector) destination(raw []byte, n ast.Node) {
	if !c.gathers || len(raw) == 0 || refers(n) {
		return
	}
	if start, ok := c.tree.Offset(raw); ok {
		s := plainSpelling
		if start > 0 && c.source[start-1] == '<' {
			s = angled
		}
		c.leads(span{start, start + len(raw)}, s)
	}
}

// refers tells whether a link or an image has its destination in a definition.
func refers(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.Link:
		return n.Reference != nil
	case *ast.Image:
		return n.Reference != nil
	}
	return false
}

// tagDestinations notes those of a tag. Where a value goes on over lines of a container it
// is no path.
func (c *collector) tagDestinations(r *run, t *html.Token) {
	if !c.gathers || t.Closing || c.syntax&markdown.HTML == 0 {
		return
	}
	for _, a := range t.Attributes {
		if a.Name != "href" && a.Name != "src" {
			continue
		}
		if spans := r.spans(a.Start, a.End); len(spans) == 1 {
			c.leads(spans[0], attributeSpelling)
		}
	}
}

// leads notes a destination if it is relative and counts where it stands.
func (c *collector) leads(s span, as spelling) {
	if c.muted > 0 || c.guarded() && c.guard.code || s.start < c.codeUntil || c.unreliable(s) {
		return
	}
	n, path := as.read(c.source[s.start:s.end])
	if relative(path) && !encodesSlash(path) {
		c.destinations = append(c.destinations, destination{span{s.start, s.start + n}, as, unescaped(path)})
	}
}

// unreliable tells whether the tree cannot be relied on at s.
func (c *collector) unreliable(s span) bool {
	ranges := c.tree.Over
	i := sort.Search(len(ranges), func(i int) bool { return ranges[i].End > s.start })
	return i < len(ranges) && ranges[i].Start < s.end
}

// settle puts destinations into the order of the source, without those where directives
// have turned conversion off.
func settle(all []destination, off []span) []destination {
	slices.SortStableFunc(all, func(a, b destination) int { return a.start - b.start })
	return slices.DeleteFunc(all, func(t destination) bool { return holds(off, t.start) })
}

// encodesSlash tells whether a name in a path has a slash in it, written with a percent
// sign: no file's has.
func encodesSlash(path string) bool {
	return strings.Contains(strings.ToLower(path), "%2f") || strings.Contains(strings.ToLower(path), "%5c")
}

// relative tells whether a destination is a path from the document's folder: it has no
// scheme, does not begin at the root, and has no template in it, of which nobody knows what
// it stands for.
func relative(path string) bool {
	if path == "" || path[0] == '/' || path[0] == '\\' {
		return false
	}
	b := []byte(path)
	if bytes.ContainsAny(b, "{}\x00\n") || bytes.Contains(b, []byte("<%")) {
		return false
	}
	i := 0
	for i < len(b) && isSchemeByte(b[i]) {
		i++
	}
	return i == 0 || i == len(b) || b[i] != ':'
}
