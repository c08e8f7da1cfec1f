package pipeline

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// A spelling is the way in which a source writes a destination.
type spelling uint8

const (
	plainSpelling     spelling = iota // [text](path)
	angled                            // [text](<path>)
	attributeSpelling                 // href="path"
)

// read gives the path that a destination begins with: its length in raw, and what it is
// without escapes and entities, but with percent signs. A query or a fragment ends it.
func (s spelling) read(raw []byte) (n int, path string) {
	var b strings.Builder
	for n < len(raw) {
		text, size := s.unit(raw[n:])
		if text == "?" || text == "#" {
			break
		}
		b.WriteString(text)
		n += size
	}
	return n, b.String()
}

// unit gives what the next byte, escape or entity of raw stands for, and its length.
func (s spelling) unit(raw []byte) (text string, size int) {
	switch {
	case raw[0] == '\\' && s != attributeSpelling && len(raw) > 1 && util.IsPunct(raw[1]):
		return string(raw[1:2]), 2
	case raw[0] == '&':
		if n := entityLen(raw); n > 0 {
			return string(util.ResolveEntityNames(util.ResolveNumericReferences(raw[:n]))), n
		}
	}
	return string(raw[:1]), 1
}

// decoded gives the path that raw, which has no query and no fragment, stands for.
func (s spelling) decoded(raw string) string {
	n, path := s.read([]byte(raw))
	if n < len(raw) {
		return ""
	}
	return unescaped(path)
}

// unescaped gives a path without percent signs. One that two digits do not follow stands
// for itself, as it does to browsers.
func unescaped(path string) string {
	var b strings.Builder
	for i := 0; i < len(path); i++ {
		if path[i] == '%' && i+2 < len(path) {
			if c, err := strconv.ParseUint(path[i+1:i+3], 16, 8); err == nil {
				b.WriteByte(byte(c))
				i += 2
				continue
			}
		}
		b.WriteByte(path[i])
	}
	return b.String()
}

// write gives the destination for a path, in the place of old: what the two have in common
// is written as there, and there may be characters beyond ASCII if there are in old.
func (s spelling) write(path, old string) string {
	same := map[string]string{}
	for raw := range strings.SplitSeq(old, "/") {
		same[s.decoded(raw)] = raw
	}
	var all []string
	for name := range strings.SplitSeq(path, "/") {
		raw, ok := same[name]
		if !ok {
			raw = s.name(name, strings.Contains(old, "%"))
		}
		all = append(all, raw)
	}
	text := strings.Join(all, "/")
	if s.decoded(text) != path { // what follows has changed what an escape means
		text = s.name(path, true)
	}
	if strings.HasPrefix(old, "./") && !strings.HasPrefix(path, "../") || strings.Contains(all[0], ":") {
		text = "./" + text // which a name with a colon needs not to be a scheme
	}
	return text
}

// name writes a name, or a path. What means something to Markdown or to URLs gets a percent
// sign, and with percent all that is not ASCII.
func (s spelling) name(name string, percent bool) string {
	var b strings.Builder
	for i, r := range name {
		_, size := utf8.DecodeRuneInString(name[i:])
		char := name[i : i+size]
		switch {
		case r >= utf8.RuneSelf && !percent && size > 1 && strconv.IsPrint(r), r < utf8.RuneSelf && s.stays(byte(r), percent):
			b.WriteString(char)
		default:
			for _, c := range []byte(char) {
				fmt.Fprintf(&b, "%%%02X", c)
			}
		}
	}
	return b.String()
}

// stays tells whether a byte of ASCII means nothing but itself in a destination.
func (s spelling) stays(b byte, percent bool) bool {
	return isAlphanumeric(b) || strings.IndexByte("-._~+,@:/", b) >= 0 || s == angled && !percent && strings.IndexByte(" ()", b) >= 0
}
