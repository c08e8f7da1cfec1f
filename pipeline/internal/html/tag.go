package html

import (
	"bytes"
	"strings"
)

// tag reads the tag that begins with the < at i, as browsers do: HTML, section
// 13.2.5.6 and following.
func (s *Scanner) tag(i int) Token {
	t := Token{Kind: Tag}
	i++
	if t.Closing = i < len(s.text) && s.text[i] == '/'; t.Closing {
		i++
	}
	if i >= len(s.text) || !isLetter(s.text[i]) {
		return Token{}
	}
	end := i
	for end < len(s.text) && !endsName(s.text[end]) {
		end++
	}
	t.Name = strings.ToLower(string(s.text[i:end]))
	return s.attributes(t, end)
}

// attributes reads what follows a tag's name. A tag that the text ends in is no
// tag, but no text either.
func (s *Scanner) attributes(t Token, i int) Token {
	s.last = s.last[:0]
	for slash := false; i < len(s.text); {
		switch b := s.text[i]; {
		case b == '>':
			t.Empty = slash && !t.Closing
			t.End, t.Attributes = i+1, s.last
			return t
		case b == '/' || isSpace(b):
			slash = b == '/'
			i++
		default:
			slash = false
			var a Attribute
			if a, i = s.attribute(i); i > 0 {
				s.last = append(s.last, a)
				continue
			}
			i = len(s.text)
		}
	}
	return Token{Kind: Other, End: len(s.text)}
}

// attribute reads the attribute at i; end is 0 if the text ends in it.
func (s *Scanner) attribute(i int) (a Attribute, end int) {
	end = i + 1 // even a =
	for end < len(s.text) && !endsName(s.text[end]) && s.text[end] != '=' {
		end++
	}
	a.Name = strings.ToLower(string(s.text[i:end]))
	a.Start, a.End = end, end
	equals := s.space(end)
	if equals >= len(s.text) || s.text[equals] != '=' {
		return a, end
	}
	return s.value(a, s.space(equals+1))
}

// value reads the value at i.
func (s *Scanner) value(a Attribute, i int) (Attribute, int) {
	if i >= len(s.text) {
		return a, 0
	}
	if q := s.text[i]; q == '"' || q == '\'' {
		n := bytes.IndexByte(s.text[i+1:], q)
		if n < 0 {
			return a, 0
		}
		a.Start, a.End, a.Quoted = i+1, i+1+n, true
		return a, a.End + 1
	}
	end := i
	for end < len(s.text) && !isSpace(s.text[end]) && s.text[end] != '>' {
		end++
	}
	a.Start, a.End = i, end // a / before the > belongs to it
	return a, end
}

func (s *Scanner) space(i int) int {
	for i < len(s.text) && isSpace(s.text[i]) {
		i++
	}
	return i
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

func isSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' || b == '\f' }

// endsName tells whether a tag's or an attribute's name ends at b.
func endsName(b byte) bool { return isSpace(b) || b == '/' || b == '>' }
