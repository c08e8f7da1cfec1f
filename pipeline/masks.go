package pipeline

import (
	"bytes"

	"zhmd/pipeline/internal/markdown"
)

// raw adds a span of text that no Markdown parser has read, of HTML or front
// matter, to the run: without templates, formulas, code, and targets of links in
// Markdown's manner, which programs may read there too.
func (c *collector) raw(s span) {
	at := s.start
	for _, m := range markdown.Masks(c.source[s.start:s.end], c.syntax) {
		c.protect(span{at, s.start + m.Start})
		c.barrier()
		at = s.start + m.End
		c.mdxComment(span{s.start + m.Start, at})
	}
	c.protect(span{at, s.end})
}

// mdxComment looks for a directive in an expression that is a comment.
func (c *collector) mdxComment(s span) {
	value := bytes.TrimSpace(c.source[s.start:s.end])
	if body, ok := bytes.CutPrefix(value, []byte("{/*")); ok && c.syntax&markdown.MDX != 0 {
		c.directive(bytes.TrimSuffix(body, []byte("*/}")), s)
	}
}

// target notes that a link's target goes on behind a template, as in
// [text]({{ base }}/path), which Markdown does not take for a link.
func (c *collector) target(start, end int) {
	before := c.source[:start]
	if bytes.HasSuffix(before, []byte("](")) || bytes.HasSuffix(before, []byte("]: ")) {
		c.targetAt = end
	}
}

// targetEnd gives the offset up to which the text at start is the rest of a
// link's target.
func (c *collector) targetEnd(start, limit int) int {
	if c.targetAt == 0 || start != c.targetAt {
		return start
	}
	if i := bytes.IndexAny(c.source[start:limit], ") \t\n"); i >= 0 {
		return start + i
	}
	return limit
}
