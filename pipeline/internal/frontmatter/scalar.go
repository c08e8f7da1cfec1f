package frontmatter

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// skipProperties gives the offset of the content of a node that begins at i:
// behind its anchor and its tag, and the comments between.
func skipProperties(source []byte, i int) int {
	for i < len(source) {
		switch rest := source[i:]; {
		case rest[0] == '&' || rest[0] == '!':
			i += wordLen(rest)
		case rest[0] == '#':
			i += lineLen(rest)
		case isBlank(rest[0]):
			i++
		case lineBreakLen(rest) > 0:
			i += lineBreakLen(rest)
		default:
			return i
		}
	}
	return i
}

// wordLen is the length of s up to white space.
func wordLen(s []byte) int {
	for i, b := range s {
		if isBlank(b) || lineBreakLen(s[i:]) > 0 {
			return i
		}
	}
	return len(s)
}

func isBlank(b byte) bool { return b == ' ' || b == '\t' }

// A scalar is one that is being read, with its text and its value so far.
type scalar struct {
	source []byte
	at     int // the offset at which reading goes on
	text   text
	value  []byte
}

// read reads the scalar of the node and tells whether its value is the node's.
func (s *scalar) read(n *yaml.Node) bool {
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0:
		s.quoted('"')
	case n.Style&yaml.SingleQuotedStyle != 0:
		s.quoted('\'')
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		s.block(n)
		return string(s.value) == strings.TrimRight(n.Value, normalBreaks)
	default:
		for s.at < len(s.source) && len(s.value) < len(n.Value) {
			s.step()
		}
	}
	return string(s.value) == n.Value
}

// take reads text up to the offset end.
func (s *scalar) take(end int) {
	s.value = append(s.value, s.source[s.at:end]...)
	s.text.add(s.at, end)
	s.at = end
}

// put reads what is length bytes long and no text, but stands for some.
func (s *scalar) put(value string, length int) {
	s.value = append(s.value, value...)
	s.at += length
}

// quoted reads up to the closing quote.
func (s *scalar) quoted(quote byte) {
	doubled := []byte{'\'', '\''}
	s.at++
	for s.at < len(s.source) {
		rest := s.source[s.at:]
		switch {
		case quote == '\'' && bytes.HasPrefix(rest, doubled):
			s.put("'", 2)
		case rest[0] == quote:
			s.at++
			return
		case quote == '"' && rest[0] == '\\':
			s.escape()
		default:
			s.step()
		}
	}
}

// step reads a character, or the white space between two. Line breaks in it are
// folded (YAML 1.2.2, 6.5).
func (s *scalar) step() {
	switch length, breaks := white(s.source[s.at:]); {
	case length == 0:
		_, size := utf8.DecodeRune(s.source[s.at:])
		s.take(s.at + size)
	case breaks == "":
		s.take(s.at + length)
	case breaks == "\n":
		s.put(" ", length)
	default:
		s.put(strings.TrimPrefix(breaks, "\n"), length)
	}
}

// white gives the length of the white space that s begins with, and the line
// breaks in it.
func white(s []byte) (length int, breaks string) {
	var b []byte
	for length < len(s) {
		size := lineBreakLen(s[length:])
		if size == 0 && !isBlank(s[length]) {
			break
		}
		if size > 0 {
			b = append(b, normal(s[length:length+size])...)
		}
		length += max(size, 1)
	}
	return length, string(b)
}

// escapes are the escape sequences that stand for one character (YAML 1.2.2,
// 5.7).
var escapes = map[byte]string{
	'0': "\x00", 'a': "\a", 'b': "\b", 't': "\t", '\t': "\t", 'n': "\n", 'v': "\v", 'f': "\f", 'r': "\r", 'e': "\x1B",
	' ': " ", '"': `"`, '\'': "'", '/': "/", '\\': `\`, 'N': "\u0085", '_': "\u00A0", 'L': "\u2028", 'P': "\u2029",
}

// escape reads an escape sequence of a string in double quotes.
func (s *scalar) escape() {
	rest := s.source[s.at+1:]
	if size := lineBreakLen(rest); size > 0 {
		length, breaks := white(rest[size:])
		s.put(breaks, 1+size+length)
		return
	}
	if len(rest) > 0 && escapes[rest[0]] != "" {
		s.put(escapes[rest[0]], 2)
		return
	}
	length := escapeLen(s.source[s.at:])
	code, _ := strconv.ParseUint(string(s.source[min(s.at+2, s.at+length):s.at+length]), 16, 32)
	s.put(string(rune(code)), length)
}
