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
	before := d.source[:offset]
	line := before[bytes.LastIndexByte(before, '\n')+1:]
	line = bytes.TrimPrefix(line, []byte(bom))
	return Position{1 + bytes.Count(before, []byte("\n")), 1 + utf8.RuneCount(line)}
}

func (d *Document) warn(offset int, format string, args ...any) Warning {
	return Warning{d.Position(offset), fmt.Sprintf(format, args...)}
}

// oddBytes warns of bytes that are no text, once for each kind.
func (d *Document) oddBytes() []Warning {
	var warnings []Warning
	if first, n := invalid(d.source); n > 0 {
		warnings = append(warnings, d.warn(first, "%s not UTF-8, left unchanged", bytesAre(n)))
	}
	if n := bytes.Count(d.source, []byte{0}); n > 0 {
		warnings = append(warnings, d.warn(bytes.IndexByte(d.source, 0), "%s NUL, left unchanged", bytesAre(n)))
	}
	return warnings
}

func bytesAre(n int) string {
	if n == 1 {
		return "1 byte is"
	}
	return fmt.Sprintf("%d bytes are", n)
}

// invalid gives the offset of the first byte that is not UTF-8 and how many
// there are.
func invalid(source []byte) (first, n int) {
	if utf8.Valid(source) {
		return 0, 0
	}
	for i := 0; i < len(source); {
		r, size := utf8.DecodeRune(source[i:])
		if r == utf8.RuneError && size == 1 {
			if n == 0 {
				first = i
			}
			n++
		}
		i += size
	}
	return first, n
}
