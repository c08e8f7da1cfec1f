package ignore

import "strings"

// A token is a part of a pattern.
type token struct {
	kind kind
	text string // of a literal, otherwise empty
	set  *set   // of an oneOf
}

type kind uint8

const (
	literal    kind = iota // the text itself
	oneOf                  // a byte of a set, which a slash is never in
	star                   // *: any bytes but slashes
	folders                // **/: any number of folders, each with its slash
	everything             // ** at the end or before an escaped slash: any bytes
)

// parseTokens gives false for a pattern that matches nothing.
func parseTokens(text string) ([]token, bool) {
	p := parser{rest: text}
	for p.rest != "" {
		if !p.next() {
			return nil, false
		}
	}
	return p.tokens, true
}

type parser struct {
	tokens []token
	rest   string
	last   byte // the one before the rest, as it was written
}

func (p *parser) next() bool {
	switch p.rest[0] {
	case '*':
		p.stars()
	case '?':
		p.add(token{kind: oneOf, set: notSlash})
		p.skip(1)
	case '[':
		s, n, ok := parseSet(p.rest)
		if !ok {
			return false
		}
		p.add(token{kind: oneOf, set: s})
		p.skip(n)
	case '\\':
		if p.skip(1); p.rest == "" {
			return false
		}
		p.byte()
	default:
		p.byte()
	}
	return true
}

func (p *parser) add(t token) { p.tokens = append(p.tokens, t) }

func (p *parser) skip(n int) {
	p.last = p.rest[n-1]
	p.rest = p.rest[n:]
}

// byte adds the next one to the literal, whatever it is.
func (p *parser) byte() {
	if n := len(p.tokens); n == 0 || p.tokens[n-1].kind != literal {
		p.add(token{kind: literal})
	}
	p.tokens[len(p.tokens)-1].text += p.rest[:1]
	p.skip(1)
}

// stars reads a run of stars. More than one are as good as one, unless they stand
// for a whole name between slashes.
func (p *parser) stars() {
	before := p.last
	n := len(p.rest) - len(strings.TrimLeft(p.rest, "*"))
	p.skip(n)
	whole := n > 1 && (before == 0 || before == '/')
	switch {
	case whole && strings.HasPrefix(p.rest, "/"):
		p.add(token{kind: folders})
		p.skip(1)
	case whole && (p.rest == "" || strings.HasPrefix(p.rest, `\/`)):
		p.add(token{kind: everything})
	default:
		p.add(token{kind: star})
	}
}
