package html

import "bytes"

// tag reads the tag that begins with the < at i.
func (s *Scanner) tag(i int) Token {
	t := Token{Kind: Tag}
	i++
	if t.Closing = i < len(s.text) && s.text[i] == '/'; t.Closing {
		i++
	}
	end := s.name(i)
	if end == i {
		return Token{}
	}
	t.Name = lower(s.text[i:end])
	if t.Closing {
		return s.close(t, s.space(end))
	}
	return s.attributes(t, end)
}

// close ends a tag at the > that has to be at i. What the text ends in is no
// tag, but no text either.
func (s *Scanner) close(t Token, i int) Token {
	switch {
	case i >= len(s.text):
		return Token{Kind: Other, End: i}
	case s.text[i] != '>':
		return Token{}
	}
	t.End = i + 1
	return t
}

// attributes reads what follows a tag's name.
func (s *Scanner) attributes(t Token, i int) Token {
	for {
		next := s.space(i)
		if next < len(s.text) && s.text[next] == '/' {
			t.Empty = true
			return s.close(t, next+1)
		}
		if next >= len(s.text) || !inAttribute(s.text[next]) {
			return s.close(t, next)
		}
		a, end := s.attribute(next)
		if end == 0 {
			return s.close(t, len(s.text))
		}
		t.Attributes = append(t.Attributes, a)
		i = end
	}
}

// attribute reads the attribute at i; end is 0 if it is none.
func (s *Scanner) attribute(i int) (a Attribute, end int) {
	end = i
	for end < len(s.text) && inAttribute(s.text[end]) {
		end++
	}
	a.Name = lower(s.text[i:end])
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
	for end < len(s.text) && inBareValue(s.text[end]) {
		end++
	}
	a.Start, a.End = i, end
	return a, end
}

// name gives the end of the tag's name at i.
func (s *Scanner) name(i int) int {
	if i >= len(s.text) || !isLetter(s.text[i]) {
		return i
	}
	for i < len(s.text) && (isLetter(s.text[i]) || isDigit(s.text[i]) || s.text[i] == '-') {
		i++
	}
	return i
}

func (s *Scanner) space(i int) int {
	for i < len(s.text) && isSpace(s.text[i]) {
		i++
	}
	return i
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func isSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }

// inAttribute tells whether b may be part of an attribute's name: HTML, section
// 13.1.2.3, is far wider than CommonMark, and Vue and JSX use it.
func inAttribute(b byte) bool {
	return !isSpace(b) && b != '"' && b != '\'' && b != '<' && b != '>' && b != '/' && b != '='
}

// inBareValue tells whether b may be part of a value without quotes.
func inBareValue(b byte) bool {
	return !isSpace(b) && b != '"' && b != '\'' && b != '=' && b != '<' && b != '>' && b != '`'
}
