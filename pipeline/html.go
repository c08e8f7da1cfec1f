package pipeline

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// rawElements are the HTML elements whose content is not prose.
var rawElements = map[string]bool{
	"code": true, "pre": true, "kbd": true, "samp": true, "var": true, "script": true,
	"style": true, "textarea": true, "svg": true, "math": true,
}

// tag notes where an element begins or ends, within one block, whose content is
// not prose.
func (c *collector) tag(n *ast.RawHTML) {
	first := n.Segments.At(0)
	tag := first.Value(c.source)
	name, closing := tagName(tag)
	switch {
	case closing && name == c.raw:
		c.raw = ""
	case !closing && c.raw == "" && rawElements[name] && !bytes.HasSuffix(tag, []byte("/>")):
		c.raw = name
	}
}

// tagName gives the name of the tag that b begins with, in lower case, and
// whether the tag closes; "" for a comment.
func tagName(b []byte) (name string, closing bool) {
	b = bytes.TrimPrefix(b, []byte("<"))
	rest := bytes.TrimPrefix(b, []byte("/"))
	end := 0
	for end < len(rest) && util.IsAlphaNumeric(rest[end]) {
		end++
	}
	return strings.ToLower(string(rest[:end])), len(rest) < len(b)
}
