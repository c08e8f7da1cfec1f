package jsx

import (
	"bytes"

	"zhmd/pipeline/internal/html"
)

// tag reads a tag: <a b="c" d={e} {...f} />, </a>, <a.b>, <a:b>, <>.
func (s *scanner) tag(t *html.Token) bool {
	t.Start = s.at
	s.at++
	s.space()
	if t.Closing = s.take('/'); t.Closing {
		s.space()
	}
	if !s.is('>') {
		start := s.at
		if !s.name() {
			return false
		}
		t.Name = string(bytes.ToLower(s.text[start:s.at]))
	}
	for {
		s.space()
		switch {
		case s.take('>'):
			t.End = s.at
			return true
		case s.take('/'):
			s.space()
			if !s.is('>') {
				return false
			}
			t.Empty = true
		case s.is('{'):
			if !s.expression() {
				return false
			}
		case !s.attribute(t):
			return false
		}
	}
}

// name reads an element's name with its members, or its prefix.
func (s *scanner) name() bool {
	for s.identifier() {
		end := s.at
		s.space()
		if !s.take('.') && !s.take(':') {
			s.at = end
			return true
		}
		s.space()
	}
	return false
}

// attribute reads an attribute and adds it to t.
func (s *scanner) attribute(t *html.Token) bool {
	start := s.at
	if !s.name() {
		return false
	}
	a := html.Attribute{Name: string(bytes.ToLower(s.text[start:s.at])), Start: s.at, End: s.at}
	if a.Name == "classname" {
		a.Name = "class"
	}
	end := s.at
	if s.space(); !s.take('=') {
		s.at = end
	} else if !s.value(&a) {
		return false
	}
	t.Attributes = append(t.Attributes, a)
	return true
}

// value reads the value of an attribute. A string of JSX has no escapes.
func (s *scanner) value(a *html.Attribute) bool {
	s.space()
	if s.is('{') {
		return s.expression()
	}
	for _, quote := range []byte(`"'`) {
		if s.take(quote) {
			n := bytes.IndexByte(s.text[s.at:], quote)
			if n < 0 {
				s.at = len(s.text)
				return false
			}
			a.Start, a.End, a.Quoted = s.at, s.at+n, true
			s.at = a.End + 1
			return true
		}
	}
	return false
}

// element reads an element in JavaScript, with its content.
func (s *scanner) element() bool {
	for depth := 0; ; {
		var t html.Token
		if !s.tag(&t) {
			return false
		}
		switch {
		case t.Closing:
			depth--
		case !t.Empty:
			depth++
		}
		if depth <= 0 {
			return true
		}
		for !s.is('<') {
			if s.at >= len(s.text) || s.is('{') && !s.expression() {
				return false
			}
			if !s.is('<') && !s.is('{') {
				s.at++
			}
		}
	}
}
