package pipeline

import (
	"bytes"

	"zhmd/pipeline/internal/html"
)

// A guard is an element, or a pair of shortcodes, whose content is no prose.
type guard struct {
	name    string // of the element; what closes a shortcode
	depth   int    // of elements of the name in each other; 0 for no guard
	lasting bool   // it goes on over the end of the block
}

// tag counts a tag in the element.
func (g *guard) tag(t *html.Token) {
	switch {
	case t.Name != g.name || t.Empty:
	case t.Closing:
		g.depth--
	default:
		g.depth++
	}
}

// guarded tells whether what is met now is no prose.
func (c *collector) guarded() bool { return c.guard.depth > 0 || c.muted > 0 }

// closes tells whether what closes something, in any case, stands behind an
// offset. One that nothing closes lasts no longer than its block.
func (c *collector) closes(what string, offset int) bool {
	last, ok := c.lastOf[what]
	if !ok {
		last = lastIndexFold(c.source, what)
		if c.lastOf == nil {
			c.lastOf = map[string]int{}
		}
		c.lastOf[what] = last
	}
	return last > offset
}

func lastIndexFold(b []byte, s string) int {
	for end := len(b); end > 0; {
		i := bytes.LastIndexByte(b[:end], s[0])
		if i < 0 {
			return -1
		}
		if i+len(s) <= len(b) && bytes.EqualFold(b[i:i+len(s)], []byte(s)) {
			return i
		}
		end = i
	}
	return -1
}
