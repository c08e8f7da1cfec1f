// Package html finds tags and comments in text as browsers do, with the places of
// attributes' values, which no HTML parser tells. What CommonMark 0.31, section
// 6.6, takes for a tag is one to browsers too. Use a [Scanner] for a text that
// has markup, as in an HTML block.
package html

import (
	"bytes"
	"strings"
)

// A Kind says what a [Token] is.
type Kind uint8

// The kinds of tokens.
const (
	Tag     Kind = iota
	Comment      // <!-- … -->
	Other        // <? … ?>, <! … >, <![CDATA[ … ]]>
)

// A Token is a piece of markup. Offsets are bytes of the text.
type Token struct {
	Kind       Kind
	Start, End int
	Name       string      // of a tag, in lower case
	Closing    bool        // </name>
	Empty      bool        // <name/>
	Attributes []Attribute // until the next token is asked for
}

// An Attribute is one of a tag.
type Attribute struct {
	Name       string // in lower case
	Start, End int    // of the value, without quotes; the same if there is none
	Quoted     bool
}

// Value gives the attribute's value in the text that the token is of.
func (a Attribute) Value(text []byte) string { return string(text[a.Start:a.End]) }

// Attribute gives the value of an attribute; ok is false if the tag has none
// of the name.
func (t *Token) Attribute(text []byte, name string) (value string, ok bool) {
	for _, a := range t.Attributes {
		if a.Name == name {
			return a.Value(text), true
		}
	}
	return "", false
}

// A Scanner goes through a text. Make one with [NewScanner].
type Scanner struct {
	text []byte
	at   int
	last []Attribute // of the last tag
}

// NewScanner gives a scanner at the beginning of text.
func NewScanner(text []byte) *Scanner { return &Scanner{text: text} }

// Next gives the next token; ok is false if there is none. A < that begins
// none is text.
func (s *Scanner) Next() (t Token, ok bool) {
	for s.at < len(s.text) {
		i := bytes.IndexByte(s.text[s.at:], '<')
		if i < 0 {
			break
		}
		start := s.at + i
		if t = s.token(start); t.End > start {
			t.Start, s.at = start, t.End
			s.skipRaw(&t)
			return t, true
		}
		s.at = start + 1
	}
	return Token{}, false
}

// skipRaw moves on to where an element ends in which < begins nothing: HTML,
// section 13.1.2.
func (s *Scanner) skipRaw(t *Token) {
	if t.Closing || t.Empty || t.Name != "script" && t.Name != "style" && t.Name != "textarea" {
		return
	}
	for s.at < len(s.text) && !closes(s.text[s.at:], t.Name) {
		next := bytes.IndexByte(s.text[s.at+1:], '<')
		if next < 0 {
			s.at = len(s.text)
			break
		}
		s.at += 1 + next
	}
}

// closes tells whether text begins with the closing tag of a name.
func closes(text []byte, name string) bool {
	n := len("</") + len(name)
	return len(text) >= n && text[0] == '<' && text[1] == '/' && strings.EqualFold(string(text[len("</"):n]), name)
}

// token reads the token that begins with the < at i; its end is 0 if there is
// none.
func (s *Scanner) token(i int) Token {
	rest := s.text[i:]
	switch {
	case bytes.HasPrefix(rest, []byte("<!-->")):
		return Token{Kind: Comment, End: i + len("<!-->")}
	case bytes.HasPrefix(rest, []byte("<!--->")):
		return Token{Kind: Comment, End: i + len("<!--->")}
	case bytes.HasPrefix(rest, []byte("<!--")):
		return s.to(Comment, i+len("<!--"), "-->")
	case bytes.HasPrefix(rest, []byte("<?")):
		return s.to(Other, i+len("<?"), "?>")
	case bytes.HasPrefix(rest, []byte("<![CDATA[")):
		return s.to(Other, i+len("<![CDATA["), "]]>")
	case bytes.HasPrefix(rest, []byte("<!")), len(rest) > 2 && rest[1] == '/' && !isLetter(rest[2]):
		return s.to(Other, i+len("<!"), ">") // browsers take the latter for a comment
	}
	return s.tag(i)
}

// to gives the token that what closes, from i on. One that nothing closes goes
// to the end of the text, as in a browser.
func (s *Scanner) to(kind Kind, i int, what string) Token {
	if n := bytes.Index(s.text[i:], []byte(what)); n >= 0 {
		return Token{Kind: kind, End: i + n + len(what)}
	}
	return Token{Kind: Other, End: len(s.text)}
}
