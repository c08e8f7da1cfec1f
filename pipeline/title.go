package pipeline

import (
	"bytes"
	"sort"

	"github.com/yuin/goldmark/text"
)

// goldmark gives titles as copies without offsets. What is here finds them
// again, and gives up where what it finds is not what goldmark read.

// titleBehind finds a title in the lines of its block: behind the destination of its link
// or definition there is nothing but white space and a > before its quote. An
// empty one, which is written <>, has no offset and stands behind from. A title is on the line of its
// destination as a rule.
func (c *collector) titleBehind(destination, title []byte, from int, lines *text.Segments) []span {
	start, ok := c.tree.Offset(destination)
	switch {
	case ok:
		from = start + len(destination)
	case len(destination) == 0:
		from += max(0, bytes.Index(c.source[from:], []byte("<>")))
	default:
		return nil
	}
	for _, n := range []int{1, 2 + bytes.Count(title, []byte("\n"))} {
		tail := linesFrom(c.source, lines, from, n)
		i := 1 + bytes.IndexAny(tail.text, `"'(`)
		if i > 0 && bytes.HasPrefix(tail.text[i:], title) {
			return tail.spans(i, i+len(title))
		}
	}
	return nil
}

// read notes that the destination of a definition is no text. goldmark leaves its line in
// the paragraph if it is not the first one and what could be a title behind it is none.
func (c *collector) read(destination []byte) {
	if start, ok := c.tree.Offset(destination); ok {
		c.codeUntil = max(c.codeUntil, start+len(destination))
	}
}

// linesFrom is the text of n lines of a block from a source offset on, without
// what its containers put before each line.
func linesFrom(source []byte, lines *text.Segments, from, n int) run {
	first := sort.Search(lines.Len(), func(i int) bool { return lines.At(i).Stop > from })
	var spans []span
	for i := first; i < min(first+n, lines.Len()); i++ {
		line := lines.At(i)
		spans = append(spans, span{max(from, line.Start), line.Stop})
	}
	return newRun(source, spans)
}
