package jsx

import (
	"bytes"
	"unicode/utf8"
)

// A script is JavaScript that is being read, up to the } that closes it, or for
// a module to a blank line behind a statement.
type script struct {
	*scanner
	module  bool
	closers []byte // of the brackets that are open
	operand bool   // an operand is before: / divides, < compares
	dot     bool   // a . is
	ended   bool   // a ; is, or an operand
}

// expression reads an expression in braces.
func (s *scanner) expression() bool {
	if s.depth == maxDepth {
		return false
	}
	s.depth++
	defer func() { s.depth-- }()
	s.at++
	js := script{scanner: s}
	return js.read() && s.take('}')
}

// read reads a script to its end.
func (s *script) read() bool {
	for s.at < len(s.text) {
		c := s.text[s.at]
		switch {
		case c == '}' && len(s.closers) == 0:
			return !s.module
		case c == '\n' && s.module && len(s.closers) == 0 && s.ended:
			if end, ok := s.statementEnd(); end || !ok {
				return ok
			}
		case isSpace(c):
			s.at++
		case c == '/' && s.comment():
		case !s.token(c):
			return false
		}
	}
	return s.module && len(s.closers) == 0 && s.ended
}

// token reads a token that begins with c.
func (s *script) token(c byte) bool {
	dot := s.dot
	s.dot = c == '.'
	switch {
	case c == '"' || c == '\'':
		s.operand = s.quoted(c)
	case c == '`':
		s.operand = s.template()
	case c == '/' && !s.operand:
		s.operand = s.regexp()
	case c == '<' && !s.operand && s.beginsElement():
		s.operand = s.element()
	case isWord(c):
		word := s.word()
		s.operand = dot || !prefixes[word]
		s.ended = s.operand
		return true
	case bytes.IndexByte([]byte("([{"), c) >= 0:
		s.closers = append(s.closers, closerOf(c))
		s.at, s.operand, s.ended = s.at+1, false, false
		return true
	case bytes.IndexByte([]byte(")]}"), c) >= 0:
		s.operand = s.close(c)
	case c == '+' && s.next('+') || c == '-' && s.next('-'):
		s.at += 2
		return true
	default:
		s.at, s.operand, s.ended = s.at+1, false, c == ';'
		return true
	}
	s.ended = s.operand
	return s.operand
}

// next reports whether c is behind what is next.
func (s *scanner) next(c byte) bool { return s.at+1 < len(s.text) && s.text[s.at+1] == c }

// prefixes are the words that an operand may follow.
var prefixes = func() map[string]bool {
	all := map[string]bool{}
	for _, w := range bytes.Fields([]byte("as await case default delete do else export extends from import in instanceof new of " +
		"return throw typeof void yield const let var function class async")) {
		all[string(w)] = true
	}
	return all
}()

// closerOf returns the bracket that closes another.
func closerOf(c byte) byte {
	if c == '(' {
		return ')'
	}
	return c + 2
}

// close reads the bracket c, which has to close the one opened last.
func (s *script) close(c byte) bool {
	last := len(s.closers) - 1
	if last < 0 || s.closers[last] != c {
		return false
	}
	s.closers = s.closers[:last]
	s.at++
	return true
}

// comment reads a comment. One that the text ends in is read to the end.
func (s *scanner) comment() bool {
	end := "\n"
	switch {
	case s.next('*'):
		end = "*/"
	case !s.next('/'):
		return false
	}
	n := bytes.Index(s.text[s.at+2:], []byte(end))
	switch {
	case n < 0:
		s.at = len(s.text)
	case end == "\n":
		s.at += 2 + n
	default:
		s.at += 2 + n + 2
	}
	return true
}

// quoted reads a string, which is in one line but for escaped line breaks.
func (s *scanner) quoted(quote byte) bool {
	for s.at++; s.at < len(s.text); s.at++ {
		switch s.text[s.at] {
		case '\\':
			s.at++
		case quote:
			s.at++
			return true
		case '\n':
			return false
		}
	}
	return false
}

// regexp reads a regular expression; its flags are a word.
func (s *scanner) regexp() bool {
	class := false
	for s.at++; s.at < len(s.text); s.at++ {
		switch c := s.text[s.at]; {
		case c == '\\':
			s.at++
		case c == '\n':
			return false
		case c == '[' || c == ']':
			class = c == '['
		case c == '/' && !class:
			s.at++
			return true
		}
	}
	return false
}

// template reads a template with the expressions in it.
func (s *scanner) template() bool {
	for s.at++; s.at < len(s.text); {
		switch c := s.text[s.at]; {
		case c == '\\':
			s.at += 2
		case c == '`':
			s.at++
			return true
		case c == '$' && s.next('{'):
			if s.at++; !s.expression() {
				return false
			}
		default:
			s.at++
		}
	}
	return false
}

// beginsElement reports whether < begins an element, where it cannot compare.
func (s *scanner) beginsElement() bool {
	return s.next('>') || s.at+1 < len(s.text) && isWord(s.text[s.at+1]) && !isDigit(s.text[s.at+1])
}

func (s *scanner) word() string {
	start := s.at
	for s.at < len(s.text) && isWord(s.text[s.at]) {
		s.at++
	}
	return string(s.text[start:s.at])
}

func isWord(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || isDigit(c) || c == '_' || c == '$' || c >= utf8.RuneSelf
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }
