package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// closed tells whether markup of Markdown's begins in text that may not end in
// it: a code span, brackets, a comment, a tag's attribute. Where it may, text
// that looks like markup beside Markdown is not read as such: to a program that
// does not know that markup something else begins there, and what follows may
// be code or the target of a link.
func closed(text []byte) bool {
	ticks, brackets := 0, 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '`':
			ticks++
		case '[':
			brackets++
		case ']':
			if brackets--; brackets < 0 {
				return false
			}
		case '<':
			if !closedTag(text[i:]) {
				return false
			}
		}
	}
	return ticks%2 == 0 && brackets == 0
}

// closedTag tells whether what may begin with the < that text begins with ends
// in it.
func closedTag(text []byte) bool {
	if len(text) < 2 {
		return true
	}
	switch c := text[1]; {
	case bytes.HasPrefix(text, []byte("<!--")):
		return bytes.Contains(text[4:], []byte("-->"))
	case c == '!' || c == '?':
		return bytes.IndexByte(text, '>') > 0
	case util.IsAlphaNumeric(c):
		return bytes.Count(text, []byte(`"`))%2 == 0 && bytes.Count(text, []byte("'"))%2 == 0
	}
	return true
}

// mayInterrupt tells whether a block may end the paragraph that is open, if there
// is one. All of what is said there about [closed] goes for its lines.
func mayInterrupt(source []byte, pc parser.Context) bool {
	last := pc.LastOpenedBlock().Node
	if last == nil || last.Kind() != ast.KindParagraph {
		return true
	}
	lines := last.Lines()
	if lines.Len() > maxInterrupted {
		return false
	}
	return closed(lines.Value(source))
}

// maxInterrupted bounds how many lines of a paragraph are looked at.
const maxInterrupted = 64
