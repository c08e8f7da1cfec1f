// Package jsx finds the ends of MDX's tags, expressions and modules. It reads as
// much JavaScript as that takes: strings, templates, comments, regular
// expressions, brackets, and JSX among them. Whether the code is valid beyond
// that it does not check.
package jsx

import (
	"unicode"
	"unicode/utf8"

	"zhmd/pipeline/internal/html"
)

// maxDepth bounds how deep expressions nest in tags and templates.
const maxDepth = 64

// Tag reads the tag that begins with the < at offset at. Attributes whose values
// are expressions have none in the token. Its end is 0 if there is no tag; more
// reports that there may be one in a longer text.
func Tag(text []byte, at int) (t html.Token, more bool) {
	s := scanner{text: text, at: at}
	if !s.tag(&t) {
		return html.Token{}, s.at >= len(text)
	}
	return t, false
}

// Expression returns the end of the expression that begins with the { at offset
// at, 0 if there is none; more reports that there may be one in a longer text.
func Expression(text []byte, at int) (end int, more bool) {
	s := scanner{text: text, at: at}
	if !s.expression() {
		return 0, s.at >= len(text)
	}
	return s.at, false
}

// ProseAttribute reports whether a component shows an attribute's value as text,
// by the names that components are commonly written with.
func ProseAttribute(name string) bool {
	switch name {
	case "label", "description", "caption", "text", "subtitle", "summary", "heading", "tagline", "tooltip", "aria-description":
		return true
	}
	return html.ProseAttribute(name)
}

// A scanner reads a text. Its methods report whether they have read what they
// are named after. If they have not, at is where they gave up.
type scanner struct {
	text  []byte
	at    int
	depth int // of expressions
}

// is reports whether c is next.
func (s *scanner) is(c byte) bool { return s.at < len(s.text) && s.text[s.at] == c }

// take reads c if it is next.
func (s *scanner) take(c byte) bool {
	if !s.is(c) {
		return false
	}
	s.at++
	return true
}

// space reads white space, that of Unicode too.
func (s *scanner) space() {
	for s.at < len(s.text) {
		r, size := utf8.DecodeRune(s.text[s.at:])
		if !unicode.IsSpace(r) && r != '\uFEFF' {
			return
		}
		s.at += size
	}
}

// identifier reads the name of an element or an attribute, without members and
// prefix.
func (s *scanner) identifier() bool {
	start := s.at
	for s.at < len(s.text) {
		r, size := utf8.DecodeRune(s.text[s.at:])
		begins := r == '$' || r == '_' || unicode.IsLetter(r) || unicode.Is(unicode.Nl, r)
		if !begins && (s.at == start || r != '-' && !unicode.In(r, unicode.Nd, unicode.Mn, unicode.Mc, unicode.Pc)) {
			break
		}
		s.at += size
	}
	return s.at > start
}
