package frontmatter

import (
	"bytes"
	"strings"

	"go.yaml.in/yaml/v3"
)

// A block is a literal or folded scalar that is being read line by line (YAML
// 1.2.2, 8.1).
type block struct {
	*scalar
	folded bool
	indent int
	last   string // the break of the last line that had text
	blank  []byte // the breaks of the lines without text since
	more   bool   // the last line that had text began with white space
}

// block reads a block scalar, but the line breaks at its end.
func (s *scalar) block(n *yaml.Node) {
	s.at += lineLen(s.source[s.at:])
	s.at += lineBreakLen(s.source[s.at:])
	b := block{scalar: s, folded: n.Style&yaml.FoldedStyle != 0, indent: indent(s.source[s.at:], n.Value)}
	if b.indent < 1 {
		return
	}
	for b.line() {
	}
	if last := len(s.text) - 1; last >= 0 {
		s.at = s.text[last].End
	}
}

// indent gives the indentation of a block scalar of which the value is known:
// the spaces that its first line with text has in the source, but not in the
// value. It is 0 if the block has no text. The header would tell it only
// beside the indentation of the parent, which the library keeps to itself.
func indent(lines []byte, value string) int {
	inValue := strings.TrimLeft(value, " "+normalBreaks)
	before := value[:len(value)-len(inValue)]
	spaces := len(before) - len(strings.TrimRight(before, " "))
	for {
		n := spaceLen(lines)
		size := lineBreakLen(lines[n:])
		if size == 0 {
			return n - spaces
		}
		lines = lines[n+size:]
	}
}

// spaceLen is the number of spaces that s begins with.
func spaceLen(s []byte) int {
	return len(s) - len(bytes.TrimLeft(s, " "))
}

// line reads a line and tells whether it belonged to the block.
func (b *block) line() bool {
	rest := b.source[b.at:]
	spaces := min(spaceLen(rest), b.indent)
	if size := lineBreakLen(rest[spaces:]); size > 0 {
		b.blank = append(b.blank, normal(rest[spaces:spaces+size])...)
		b.at += spaces + size
		return true
	}
	if spaces < b.indent || spaces == len(rest) {
		return false
	}
	b.at += spaces
	b.join(isBlank(rest[spaces]))
	b.take(b.at + lineLen(b.source[b.at:]))
	b.endLine()
	return true
}

// join adds the line breaks before a line with text to the value. Folding makes
// a space of a single one, if neither line begins with white space.
func (b *block) join(more bool) {
	switch {
	case !b.folded || b.more || more || b.last != "\n":
		b.put(b.last, 0)
	case len(b.blank) == 0:
		b.put(" ", 0)
	}
	b.put(string(b.blank), 0)
	b.blank = b.blank[:0]
	b.more = more
}

// endLine reads the break of a line that had text.
func (b *block) endLine() {
	size := lineBreakLen(b.source[b.at:])
	b.last = ""
	if size > 0 {
		b.last = normal(b.source[b.at : b.at+size])
	}
	b.at += size
}
