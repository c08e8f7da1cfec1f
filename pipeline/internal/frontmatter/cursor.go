package frontmatter

import (
	"bytes"
	"unicode/utf8"
)

// A cursor turns the lines and columns of the YAML library into offsets, both
// of which count from 1, columns in characters. It goes forwards only, so that
// all positions in a line take no longer than the line.
type cursor struct {
	source       []byte
	offset       int
	line, column int // from 0
}

// seek goes to a position and tells whether it is there.
func (c *cursor) seek(line, column int) bool {
	line, column = line-1, column-1
	for c.offset < len(c.source) && (c.line < line || c.line == line && c.column < column) {
		c.step()
	}
	return c.line == line && c.column == column
}

// step goes over a character or a line break.
func (c *cursor) step() {
	if size := lineBreakLen(c.source[c.offset:]); size > 0 {
		c.offset += size
		c.line++
		c.column = 0
		return
	}
	_, size := utf8.DecodeRune(c.source[c.offset:])
	c.offset += size
	c.column++
}

// lineBreaks are the line breaks of YAML 1.1 (4.2), which the library keeps to.
var lineBreaks = [][]byte{[]byte("\r\n"), []byte("\n"), []byte("\r"), []byte("\u0085"), []byte("\u2028"), []byte("\u2029")}

// lineBreakLen is the length in bytes of the line break that s begins with, or
// 0.
func lineBreakLen(s []byte) int {
	for _, b := range lineBreaks {
		if bytes.HasPrefix(s, b) {
			return len(b)
		}
	}
	return 0
}

// lineLen is the length in bytes of the first line of s without its break.
func lineLen(s []byte) int {
	for i := range s {
		if lineBreakLen(s[i:]) > 0 {
			return i
		}
	}
	return len(s)
}

// normalBreaks are the line breaks that stand in values.
const normalBreaks = "\n\u2028\u2029"

// normal gives the line break as it stands in a value: the separators of lines
// and of paragraphs as they are, the others as a line feed.
func normal(lineBreak []byte) string {
	if len(lineBreak) == 3 {
		return string(lineBreak)
	}
	return "\n"
}
