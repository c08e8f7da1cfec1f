package pipeline

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// protect adds a contiguous span of text to the run without the parts of it
// that are no prose, each of which ends the run: bare URLs, escapes, entities,
// and footnote labels that goldmark took for text.
func (c *collector) protect(s span) {
	at := s.start
	if c.url == s.start || c.urlGoesOn(s.start) {
		at = c.skip(at, c.urlEnd(at, s.end))
	}
	if end := c.targetEnd(at, s.end); end > at {
		at = c.skip(at, end)
	}
	for i := at; i < s.end; {
		n := bytes.IndexAny(c.source[i:s.end], special)
		if n < 0 {
			break
		}
		i += n
		end := c.notProse(i, s)
		if end == i {
			i++
			continue
		}
		start := max(at, c.beginning(at, i))
		c.add(span{at, start})
		at = c.skip(start, end)
		i = at
	}
	c.add(span{at, s.end})
}

// beginning returns where what is no prose begins that was found at i; from is where the
// text begins that is looked at.
func (c *collector) beginning(from, i int) int {
	if !bytes.HasPrefix(c.source[i:], []byte("::")) {
		return c.schemeStart(from, i)
	}
	start := c.fieldStart(i)
	c.dropFrom(start)
	return start
}

// special are the bytes with which something may begin that is no prose, see
// notProse.
const special = `\&<[]:@^wW`

// skip ends the run before something that is no prose and gives its end.
func (c *collector) skip(start, end int) int {
	if start < end {
		c.endRun()
		c.soft = false
	}
	return end
}

// notProse gives the end of what begins at i in the span s and is no prose; i
// if there is nothing of the kind.
func (c *collector) notProse(i int, s span) int {
	rest := c.source[i:s.end]
	switch rest[0] {
	case '\\':
		if len(rest) > 1 && util.IsPunct(rest[1]) {
			return i + 2
		}
	case '&':
		return i + entityLen(rest)
	case '<':
		if bytes.HasPrefix(rest, []byte("<!--")) { // that nothing closes here; it may begin a comment to others
			c.guard = guard{name: "<!--", depth: 1, code: true}
			return s.end
		}
	case '[':
		c.literal(i, s.end)
		return i + footnoteLabelLen(rest[:min(len(rest), maxLabel)])
	case ']':
		near := rest[:min(len(rest), maxLabel)]
		if bytes.HasPrefix(near, []byte("](")) && bytes.IndexByte(near, ')') > 0 { // a link to other programs, maybe
			return i + bytes.IndexAny(near, ") \t\n")
		}
	case ':':
		if bytes.HasPrefix(rest, []byte("://")) && c.schemeStart(s.start, i) < i {
			return c.urlEnd(i+3, s.end)
		}
		if bytes.HasPrefix(rest, []byte("::")) && c.fieldStart(i) < i {
			return i + len("::")
		}
		return c.optionEnd(i, s.end)
	case '@':
		return c.citationEnd(i, s.end)
	case '^':
		return c.blockIDEnd(i, s.end)
	case 'w', 'W':
		if c.wwwAt(i, s) {
			return c.urlEnd(i+4, s.end)
		}
	}
	return i
}

// bareURL leaves the rest of the block alone behind a bare URL with a bracket or a backtick
// in it, which goldmark takes for a part of it: code or a link begins there to others.
func (c *collector) bareURL(n *ast.AutoLink) {
	if at := n.Pos(); at >= c.codeUntil && c.source[at] != '<' && bytes.ContainsAny(n.Label(c.source), "`[") {
		c.codeUntil = c.blockEnd(at)
	}
}

// urlGoesOn tells whether a URL with Chinese in it goes on at start behind
// what goldmark took for emphasis: https://a.b/头*发*. Behind a URL of nothing
// but ASCII emphasis is more likely to be meant.
func (c *collector) urlGoesOn(start int) bool {
	if c.urlTail == 0 || c.urlTail > start || c.source[c.urlTail-1] < utf8.RuneSelf {
		return false
	}
	if len(bytes.Trim(c.source[c.urlTail:start], "*_~")) > 0 {
		c.urlTail = 0 // nor does it go on behind this
		return false
	}
	return true
}

// schemeStart gives the offset at which the scheme of a URL begins that has its
// colon at the offset colon; colon if there is none between from and there.
func (c *collector) schemeStart(from, colon int) int {
	i := colon
	for i > from && isSchemeByte(c.source[i-1]) {
		i--
	}
	for i < colon && !isLetter(c.source[i]) {
		i++
	}
	return i
}

// isSchemeByte tells whether b may be part of a URL's scheme (RFC 3986, 3.1).
func isSchemeByte(b byte) bool {
	return isLetter(b) || b >= '0' && b <= '9' || b == '+' || b == '-' || b == '.'
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// wwwAt tells whether a bare domain begins at i: www. that is not the end of a
// longer word.
func (c *collector) wwwAt(i int, s span) bool {
	rest := c.source[i:s.end]
	return len(rest) >= 4 && bytes.EqualFold(rest[:4], []byte("www.")) &&
		(i == s.start || !util.IsAlphaNumeric(c.source[i-1]))
}

// urlEnd gives the offset, limit at most, at which the rest of a bare URL ends
// that goes on at the offset at: at white space, <, a closing parenthesis that
// has no opening one in the rest, or the punctuation of Chinese, which follows
// a URL without a space. goldmark and most others allow ASCII in bare URLs
// alone; browsers take Chinese paths too.
func (c *collector) urlEnd(at, limit int) int {
	open := 0
	for i := at; i < limit; {
		r, size := utf8.DecodeRune(c.source[i:limit])
		switch {
		case r == '(':
			open++
		case r == ')':
			open--
		}
		if open < 0 || r == '<' || unicode.IsSpace(r) || isCJKPunct(r) {
			return i
		}
		i += size
	}
	c.urlTail = limit
	return limit
}

// isCJKPunct tells whether r is punctuation of Chinese text. · is not: it
// stands in foreign names, and so in the paths of pages about them.
func isCJKPunct(r rune) bool {
	if r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF {
		return unicode.IsPunct(r) || unicode.IsSymbol(r)
	}
	return strings.ContainsRune("“”‘’…—", r)
}

// entityLen is the length of the entity that rest, which begins with &, begins
// with; 0 if that is a mere &.
func entityLen(rest []byte) int {
	for i, b := range rest[1:] {
		switch {
		case b == ';' && i > 0:
			return i + 2
		case b == '#' && i == 0, util.IsAlphaNumeric(b):
		default:
			return 0
		}
	}
	return 0
}

// maxLabel is the size in bytes up to which [^label] can be a footnote's, as
// goldmark has it.
const maxLabel = len("[^]") + 999

// footnoteLabelLen is the length of the footnote label that rest, which begins
// with [, begins with; 0 if that is another bracket.
func footnoteLabelLen(rest []byte) int {
	if len(rest) < 2 || rest[1] != '^' {
		return 0
	}
	if end := bytes.IndexAny(rest, "]\n"); end > 0 && rest[end] == ']' {
		return end + 1
	}
	return 0
}
