package pipeline

import (
	"bytes"
	"fmt"
	"slices"
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

// A lineCount gives the positions of offsets that ascend, and counts nothing
// twice.
type lineCount struct {
	source []byte
	at     int // the last offset
	line   int // its line
	column int // the characters before it in the line
}

func (c *lineCount) position(offset int) Position {
	between := c.source[c.at:offset]
	c.line += bytes.Count(between, []byte("\n"))
	if i := bytes.LastIndexByte(between, '\n'); i >= 0 {
		between, c.column = between[i+1:], 0
	}
	if c.at == 0 {
		between = bytes.TrimPrefix(between, []byte(bom))
	}
	c.column += utf8.RuneCount(between)
	c.at = offset
	return Position{c.line, 1 + c.column}
}

// A remark is what a warning will say about a byte offset into the source.
type remark struct {
	offset  int
	message string
}

func remarkf(offset int, format string, args ...any) remark {
	return remark{offset, fmt.Sprintf(format, args...)}
}

// place gives remarks their places, in the order of the source.
func (d *Document) place(remarks []remark) []Warning {
	slices.SortStableFunc(remarks, func(a, b remark) int { return a.offset - b.offset })
	lines := lineCount{source: d.source, line: 1}
	var all []Warning
	for _, r := range remarks {
		all = append(all, Warning{lines.position(r.offset), r.message})
	}
	return all
}
