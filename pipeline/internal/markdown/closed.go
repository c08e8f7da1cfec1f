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
	double, single := bytes.Count(text, []byte(`"`)), bytes.Count(text, []byte("'")) // from i on
	comment, tag := bytes.LastIndex(text, []byte("-->")), bytes.LastIndexByte(text, '>')
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\\':
			if i++; i < len(text) && (text[i] == '"' || text[i] == '\'') {
				return false // too odd to be told
			}
		case '`':
			n := len(text[i:]) - len(bytes.TrimLeft(text[i:], "`"))
			if ticks == 0 {
				ticks = n // of a code span, which as many close
			} else if ticks == n {
				ticks = 0
			}
			i += n - 1
		case '"':
			double--
		case '\'':
			single--
		case '[':
			brackets++
		case ']':
			if brackets--; brackets < 0 || bytes.HasPrefix(text[i:], []byte("](")) && bytes.IndexByte(text[i:], ')') < 0 {
				return false
			}
		case '<':
			if rest := text[i:]; !closedTag(rest, double+single, comment-i, tag-i) {
				return false
			}
		}
	}
	return ticks == 0 && brackets == 0
}

// closedTag tells whether what may begin with the < that text begins with ends
// in it. There are so many quotes in it; comment and tag are where a comment and
// a tag end last.
func closedTag(text []byte, quotes, comment, tag int) bool {
	if len(text) < 2 {
		return true
	}
	switch c := text[1]; {
	case bytes.HasPrefix(text, []byte("<!--")):
		return comment >= 4
	case c == '!' || c == '?':
		return tag > 0
	case util.IsAlphaNumeric(c):
		return quotes == 0 || tag > 0 && quotes%2 == 0
	}
	return true
}

// mayInterrupt reports whether a block may end the paragraph that is open, if there is
// one, and returns that. All of what is said there about [closed] goes for its lines.
func mayInterrupt(source []byte, pc parser.Context) (paragraph ast.Node, ok bool) {
	last := pc.LastOpenedBlock().Node
	if last == nil || last.Kind() != ast.KindParagraph {
		return nil, true
	}
	lines := last.Lines()
	if lines.Len() == 0 || lines.At(lines.Len()-1).Stop-lines.At(0).Start > maxInterrupted {
		return nil, false
	}
	text := lines.Value(source)
	return last, closed(text) && !bytes.Contains(text, []byte("]:")) // of a definition, which may go on
}

// maxInterrupted bounds in bytes how long a paragraph is looked at.
const maxInterrupted = 2 << 10
