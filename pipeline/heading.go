package pipeline

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"zhmd/convert"
	"zhmd/pipeline/internal/markdown"
	"zhmd/pipeline/internal/slug"
)

// A heading is what the id of a heading is derived from. Offsets are bytes of
// the body.
type heading struct {
	start int    // of the heading, for messages
	level int    // 1 for a title
	id    string // given in the source, {#id}
	parts []part
	line  span // the content of its last line, without #s and attributes
	end   int  // of that line without white space, behind closing #s and attributes
	own   bool // it has attributes
	plain bool // # at the beginning of a line, in no container
}

// A part is a piece of a heading's text.
type part struct {
	span
	kind partKind
}

type partKind uint8

const (
	textPart  partKind = iota
	codePart           // as it stands: code, formulas, the text of autolinks
	imagePart          // the alternative text of an image
	breakPart          // a line break
)

// headings gives the headings of a tree in the order of the source.
func headings(root ast.Node, source []byte) []heading {
	var all []heading
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		h, ok := n.(*ast.Heading)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		if h.Lines().Len() > 0 {
			all = append(all, newHeading(h, source))
		}
		return ast.WalkSkipChildren, nil
	})
	return all
}

func newHeading(n *ast.Heading, source []byte) heading {
	last := n.Lines().At(n.Lines().Len() - 1)
	content := bytes.TrimRight(source[last.Start:last.Stop], " \t\r\n")
	h := heading{start: n.Pos(), level: n.Level, line: span{last.Start, last.Start + len(content)}}
	h.id = idOf(n)
	rest := source[h.line.end:]
	if i := bytes.IndexAny(rest, "\r\n"); i >= 0 {
		rest = rest[:i]
	}
	h.end = h.line.end + len(bytes.TrimRight(rest, " \t"))
	h.own = bytes.HasSuffix(bytes.TrimRight(rest, " \t"), []byte("}")) && len(n.Attributes()) > 0
	h.plain = n.Parent().Kind() == ast.KindDocument && source[n.Pos()] == '#'
	h.gather(n, source, textPart)
	return h
}

// idOf returns the id that a heading is given in braces, "" if it has none.
func idOf(n *ast.Heading) string {
	id, ok := n.AttributeString("id")
	if !ok {
		return ""
	}
	if text, ok := id.([]byte); ok {
		return string(text)
	}
	return fmt.Sprint(id) // a number and the like
}

// gather lists the parts of the text below n.
func (h *heading) gather(n ast.Node, source []byte, kind partKind) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			h.parts = append(h.parts, part{span{c.Segment.Start, c.Segment.Stop}, kind})
			if c.SoftLineBreak() || c.HardLineBreak() {
				h.parts = append(h.parts, part{kind: breakPart})
			}
		case *ast.CodeSpan:
			h.gather(c, source, codePart)
		case *ast.Image:
			h.gather(c, source, imagePart)
		case *markdown.Opaque:
			for _, s := range spansOf(c.Segments) {
				h.parts = append(h.parts, part{s, codePart})
			}
		case *ast.AutoLink:
			label := c.Label(source)
			if i := bytes.Index(source[h.line.start:h.line.end], label); i >= 0 {
				h.parts = append(h.parts, part{span{h.line.start + i, h.line.start + i + len(label)}, codePart})
			}
		default:
			h.gather(c, source, kind)
		}
	}
}

// text gives the heading's text as a site reads it, with edits applied.
func (h *heading) text(site slug.Site, source []byte, edits []convert.Edit) string {
	if site == slug.Hugo {
		return string(spliced(source, h.line, edits))
	}
	var b strings.Builder
	for _, p := range h.parts {
		switch {
		case p.kind == breakPart && site != slug.VitePress:
			b.WriteByte('\n')
		case p.kind == imagePart && site != slug.Docusaurus || p.kind == breakPart:
		case p.kind == codePart:
			b.Write(spliced(source, p.span, edits))
		case site == slug.VitePress:
			b.Write(util.UnescapePunctuations(spliced(source, p.span, edits)))
		default:
			b.Write(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(spliced(source, p.span, edits)))))
		}
	}
	return b.String()
}

// spliced gives a part of source with the edits that lie in it.
func spliced(source []byte, s span, edits []convert.Edit) []byte {
	lo, hi := within(edits, s)
	return spliceSpan(source, s, edits[lo:max(lo, hi)])
}

// ids gives the ids that a site gives to headings, with edits applied.
func ids(all []heading, site slug.Site, source []byte, edits []convert.Edit) []string {
	slugger := slug.New(site)
	var out []string
	for i := range all {
		id := all[i].id
		if id != "" {
			slugger.Take(id)
		} else {
			id = slugger.ID(all[i].text(site, source, edits))
		}
		out = append(out, id)
	}
	return out
}
