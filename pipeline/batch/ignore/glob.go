package ignore

import (
	"strings"
	"unicode/utf8"
)

// translate returns the doublestar pattern equivalent to one of git's, for text that
// is encoded. It reports false for a pattern that git takes for invalid.
//
// Git matches bytes where doublestar matches runes, and fewer of them are special.
// [encode] removes both differences; what is left are stars and brackets.
func translate(pattern string) (string, bool) {
	t := translator{rest: pattern}
	for t.rest != "" {
		if !t.next() {
			return "", false
		}
	}
	return string(t.glob), true
}

// encode maps each byte b except the slash to the rune U+0100 + b. None of these
// runes is special in a pattern, and no range of them contains the slash.
func encode(text string) string {
	b := make([]byte, 0, 2*len(text))
	for i := range len(text) {
		if text[i] == '/' {
			b = append(b, '/')
		} else {
			b = appendByte(b, text[i])
		}
	}
	return string(b)
}

func appendByte(b []byte, c byte) []byte { return utf8.AppendRune(b, 0x100+rune(c)) }

type translator struct {
	glob []byte
	rest string // of git's pattern
}

func (t *translator) next() bool {
	switch {
	case t.rest[0] == '*':
		t.stars()
	case t.skip("?"):
		t.glob = append(t.glob, '?')
	case t.skip("["):
		return t.brackets()
	case strings.HasPrefix(t.rest, "/"), strings.HasPrefix(t.rest, `\/`):
		t.glob = append(t.glob, '/')
		t.rest = t.rest[strings.IndexByte(t.rest, '/')+1:]
	default:
		return t.byte()
	}
	return true
}

func (t *translator) skip(prefix string) (ok bool) {
	t.rest, ok = strings.CutPrefix(t.rest, prefix)
	return ok
}

// stars translates a run of stars. It is equivalent to a single star unless it is a
// whole name. At the end and before an escaped slash it matches at least one name.
func (t *translator) stars() {
	n := len(t.rest)
	t.rest = strings.TrimLeft(t.rest, "*")
	whole := n-len(t.rest) > 1 && (len(t.glob) == 0 || t.glob[len(t.glob)-1] == '/')
	switch {
	case whole && strings.HasPrefix(t.rest, "/"):
		t.glob = append(t.glob, "**"...)
	case whole && (t.rest == "" || strings.HasPrefix(t.rest, `\/`)):
		t.glob = append(t.glob, "**/*"...)
	default:
		t.glob = append(t.glob, '*')
	}
}

// byte translates a byte that stands for itself, with or without a backslash.
func (t *translator) byte() bool {
	t.skip(`\`)
	if t.rest == "" {
		return false
	}
	t.glob = appendByte(t.glob, t.rest[0])
	t.rest = t.rest[1:]
	return true
}

// brackets translates a set of bytes. It reports false if the set is not closed or
// names an unknown class.
func (t *translator) brackets() bool {
	t.glob = append(t.glob, '[')
	if t.skip("!") || t.skip("^") {
		t.glob = append(t.glob, "!/"...)
	}
	// A closing bracket that comes first is a member.
	for first := true; first || !t.skip("]"); first = false {
		if !t.member() {
			return false
		}
	}
	t.glob = append(t.glob, ']')
	return true
}

// member translates a byte, a range or a class.
func (t *translator) member() bool {
	if strings.HasPrefix(t.rest, "[:") {
		if name, rest, ok := strings.Cut(t.rest[2:], "]"); !ok {
			return false
		} else if name, ok := strings.CutSuffix(name, ":"); ok {
			t.rest = rest
			return t.class(name)
		}
	}
	ok := t.byte()
	if ok && len(t.rest) > 1 && t.rest[0] == '-' && t.rest[1] != ']' {
		t.skip("-")
		t.glob = append(t.glob, '-')
		ok = t.byte()
	}
	return ok
}

func (t *translator) class(name string) bool {
	ranges, ok := classes[name]
	for ; ranges != ""; ranges = ranges[2:] {
		t.glob = appendByte(t.glob, ranges[0])
		t.glob = append(t.glob, '-')
		t.glob = appendByte(t.glob, ranges[1])
	}
	return ok
}

// classes are the names allowed between [: and :], each with pairs of a first and
// a last byte. Unlike C's, git's space lacks the vertical tab and form feed.
var classes = map[string]string{
	"alnum": "09AZaz", "alpha": "AZaz", "blank": "\t\t  ", "cntrl": "\x00\x1f\x7f\x7f",
	"digit": "09", "graph": "!~", "lower": "az", "print": " ~", "punct": "!/:@[`{~",
	"space": "\t\n\r\r  ", "upper": "AZ", "xdigit": "09AFaf",
}
