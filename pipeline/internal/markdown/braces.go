package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/util"
)

// braces gives the parser of all that begins with {.
func braces(syntax Syntax) *opaqueParser {
	return &opaqueParser{"{", "", closed, func(s *scan) int {
		for _, b := range braced {
			if syntax&b.syntax != 0 && s.begins(b.open) {
				if n := s.until(b.close, len(b.open), closer(b.close)); n > 0 {
					return n
				}
			}
		}
		if syntax&Attributes != 0 {
			return attributesLen(s)
		}
		return 0
	}}
}

var braced = []struct {
	syntax      Syntax
	open, close string
}{
	{Shortcodes, "{{<", ">}}"},
	{Shortcodes, "{{%", "%}}"},
	{Mustache, "{{{", "}}}"},
	{Mustache, "{{", "}}"},
	{Attributes, "{/*", "*/}"}, // an id in React's documentation
	{Liquid, "{%", "%}"},
	{Liquid, "{#", "#}"},
}

// attributesLen is the length of the list of attributes that the line begins
// with: {#id}, {.class}, {key=value}, {: …}, {=format}.
func attributesLen(s *scan) int {
	line := s.line()
	i := skipBlanks(line, 1)
	if i >= len(line) || !beginsAttribute(line[i:]) {
		return 0
	}
	return s.until("}", i, func(line []byte, from int) int {
		end := bytes.IndexAny(line[from:], "{}\n")
		if end < 0 || line[from+end] != '}' {
			return -1
		}
		return from + end + 1
	})
}

// beginsAttribute tells whether b can begin a list of attributes. An id or a
// class may be in any script.
func beginsAttribute(b []byte) bool {
	switch b[0] {
	case '#', '.', '=':
		return len(b) > 1 && !util.IsSpace(b[1])
	case '-':
		return len(b) > 1 && b[1] == '}'
	case ':':
		return true
	}
	i := 0
	for i < len(b) && (util.IsAlphaNumeric(b[i]) || b[i] == '-' || b[i] == '_' || b[i] == ':') {
		i++
	}
	return i > 0 && i < len(b) && b[i] == '='
}

func skipBlanks(b []byte, i int) int {
	for i < len(b) && (b[i] == ' ' || b[i] == '\t') {
		i++
	}
	return i
}
