package pipeline

import (
	"bytes"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

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
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
}
