package pipeline

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"zhmd/pipeline/internal/html"
	"zhmd/pipeline/internal/markdown"
)

// A guard is an element whose content is no prose.
type guard struct {
	name    string // of the element
	depth   int    // of elements of the name in each other; 0 for no guard
	lasting bool   // it goes on over the end of the block
	code    bool   // it is for code, not for a text in another language or the like
	inCode  bool   // it began in the code of a shortcode, and ends there or with the block
}

// tag counts a tag in the element. nests says that each tag that opens one is closed, as
// in JSX.
func (g *guard) tag(t *html.Token, nests bool) {
	switch {
	case t.Name != g.name || t.Empty:
	case t.Closing || !nests && html.Omissible(t.Name):
		g.depth--
	default:
		g.depth++
	}
}

// guarded tells whether what is met now is no prose.
func (c *collector) guarded() bool { return c.guard.depth > 0 || c.muted > 0 }

// closes tells whether a closing tag of a name, in lower case, stands behind an
// offset. An element that none closes lasts no longer than its block.
func (c *collector) closes(name string, offset int) bool {
	if c.lastOf == nil {
		c.lastOf = map[string]int{}
		for i := 0; ; {
			n := bytes.Index(c.source[i:], []byte("</"))
			if n < 0 {
				break
			}
			i += n + len("</")
			end := i
			for end < len(c.source) && isTagByte(c.source[end]) {
				end++
			}
			c.lastOf[strings.ToLower(string(c.source[i:end]))] = i
		}
	}
	if i := strings.IndexFunc(name, func(r rune) bool { return r >= utf8.RuneSelf || !isTagByte(byte(r)) }); i >= 0 && c.syntax&markdown.MDX != 0 {
		name = name[:i] // of a member, or in another script
	}
	return c.lastOf[name] > offset
}

func isTagByte(b byte) bool { return isAlphanumeric(b) || b == '-' }
