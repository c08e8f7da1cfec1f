package ignore

import "strings"

// A set of bytes is what a question mark or brackets stand for.
type set [256]bool

func (s *set) add(first, last byte) {
	for b := int(first); b <= int(last); b++ {
		s[b] = true
	}
}

// invert is for sets that begin with !. A slash is not in them either.
func (s *set) invert() {
	for b := range s {
		s[b] = !s[b]
	}
}

var notSlash = func() *set {
	s := set{'/': true}
	s.invert()
	return &s
}()

// classes are what may stand between [: and :], each as pairs of a first and a
// last byte. Unlike C's, git's space is without the vertical tab and form feed.
var classes = map[string]string{
	"alnum": "09AZaz", "alpha": "AZaz", "blank": "\t\t  ", "cntrl": "\x00\x1f\x7f\x7f",
	"digit": "09", "graph": "!~", "lower": "az", "print": " ~", "punct": "!/:@[`{~",
	"space": "\t\n\r\r  ", "upper": "AZ", "xdigit": "09AFaf",
}

// parseSet reads the brackets that a text begins with and gives their length. It
// gives false for brackets that are not closed or name an unknown class.
func parseSet(text string) (*set, int, bool) {
	p := setParser{rest: text[1:]}
	inverted := strings.HasPrefix(p.rest, "!") || strings.HasPrefix(p.rest, "^")
	if inverted {
		p.rest = p.rest[1:]
	}
	// A closing bracket that comes first is one of the set.
	for first := true; first || !strings.HasPrefix(p.rest, "]"); first = false {
		if !p.next() {
			return nil, 0, false
		}
	}
	if inverted {
		p.set.invert()
	}
	p.set['/'] = false
	return &p.set, len(text) - len(p.rest) + 1, true
}

type setParser struct {
	set  set
	rest string
	last byte // what a range could begin with, or 0
}

func (p *setParser) next() bool {
	if p.last != 0 && len(p.rest) > 1 && p.rest[0] == '-' && p.rest[1] != ']' {
		p.rest = p.rest[1:]
		return p.rangeEnd()
	}
	if strings.HasPrefix(p.rest, "[:") {
		if name, rest, ok := strings.Cut(p.rest[2:], "]"); !ok {
			return false
		} else if name, ok := strings.CutSuffix(name, ":"); ok {
			p.rest = rest
			return p.class(name)
		}
	}
	b, ok := p.byte()
	p.set.add(b, b)
	p.last = b
	return ok
}

func (p *setParser) rangeEnd() bool {
	b, ok := p.byte()
	p.set.add(p.last, b)
	p.last = 0
	return ok
}

func (p *setParser) class(name string) bool {
	pairs, ok := classes[name]
	for ; pairs != ""; pairs = pairs[2:] {
		p.set.add(pairs[0], pairs[1])
	}
	p.last = 0
	return ok
}

// byte reads one, which may stand behind a backslash.
func (p *setParser) byte() (byte, bool) {
	p.rest = strings.TrimPrefix(p.rest, `\`)
	if p.rest == "" {
		return 0, false
	}
	b := p.rest[0]
	p.rest = p.rest[1:]
	return b, true
}
