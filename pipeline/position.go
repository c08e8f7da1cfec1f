package pipeline

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// A Position is a place in a source as editors count: lines and columns from
// 1, columns in characters. A byte that is not UTF-8 counts as a character, a
// byte order mark as none.
type Position struct{ Line, Column int }

func (p Position) String() string { return fmt.Sprintf("%d:%d", p.Line, p.Column) }

// A Warning tells of something in a document that a person should know.
type Warning struct {
	Position
	Message string
}

func (w Warning) String() string { return fmt.Sprintf("%v: %s", w.Position, w.Message) }

// Position gives the line and column of a byte offset into the source.
func (d *Document) Position(offset int) Position {
	lines := lineCount{source: d.source, line: 1}
	return lines.position(offset)
}

// A lineCount gives the positions of offsets that ascend, and counts no line
// twice.
type lineCount struct {
	source []byte
	at     int // the last offset
	line   int // its line
}

func (c *lineCount) position(offset int) Position {
	c.line += bytes.Count(c.source[c.at:offset], []byte("\n"))
	c.at = offset
	line := c.source[bytes.LastIndexByte(c.source[:offset], '\n')+1 : offset]
	line = bytes.TrimPrefix(line, []byte(bom))
	return Position{c.line, 1 + utf8.RuneCount(line)}
}

func (d *Document) warn(offset int, format string, args ...any) Warning {
	return Warning{d.Position(offset), fmt.Sprintf(format, args...)}
}
