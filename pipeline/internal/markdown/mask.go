package markdown

import (
	"bytes"

	"zhmd/pipeline/internal/jsx"
)

// A Mask is a part of a text that is no prose. Offsets are bytes.
type Mask struct{ Start, End int }

// Masks finds, in text that is read by no Markdown parser, what syntax names and
// is no prose: templates, expressions and formulas; also code spans, and the
// targets of links and images, since the text may be read as Markdown all the
// same.
func Masks(text []byte, syntax Syntax) []Mask {
	if !bytes.ContainsAny(text, "{$`](<") {
		return nil
	}
	m := masker{text: text, syntax: syntax, missing: map[string]int{}}
	var all []Mask
	for i := 0; i < len(text); {
		if end := m.end(i); end > i {
			for _, part := range withoutTexts(text[i:end]) {
				all = append(all, Mask{i + part.Start, i + part.End})
			}
			i = end
			continue
		}
		i += max(1, ticksAt(text, i))
	}
	return all
}

type masker struct {
	text    []byte
	syntax  Syntax
	missing map[string]int // up to where what closes something is not
}

// end gives the end of what begins at i; i if there is nothing.
func (m *masker) end(i int) int {
	rest := m.text[i:]
	switch rest[0] {
	case '{':
		return m.braces(i)
	case '-':
		if m.syntax&MediaWiki != 0 && bytes.HasPrefix(rest, []byte("-{")) {
			return m.find("}-", i, 2, closer("}-"))
		}
	case '$':
		if m.syntax&Math != 0 && len(rest) > 2 && rest[1] != ' ' && rest[1] != '$' {
			return m.find("$", i, 1, closingDollar())
		}
	case '<':
		if m.syntax&Mustache != 0 && bytes.HasPrefix(rest, []byte("<%")) {
			return m.find("%>", i, 2, closer("%>"))
		}
	case '`':
		n := ticksAt(rest, 0)
		return m.find(string(rest[:n]), i, n, func(text []byte, _ int) int {
			if end := codeSpanEnd(text, n); end > 0 {
				return end + n
			}
			return -1
		})
	case '[':
		if m.syntax&Wikilinks != 0 && bytes.HasPrefix(rest, []byte("[[")) {
			return m.wikilink(i)
		}
	case ']':
		if bytes.HasPrefix(rest, []byte("](")) {
			return m.find(")", i, 2, closer(")"))
		}
	}
	return i
}

func (m *masker) braces(i int) int {
	for _, b := range braced {
		if m.syntax&b.syntax != 0 && bytes.HasPrefix(m.text[i:], []byte(b.open)) {
			if end := m.find(b.close, i, len(b.open), closer(b.close)); end > i {
				return end
			}
		}
	}
	if m.syntax&MDX != 0 {
		return m.find("expression", i, 0, func(text []byte, from int) int {
			end, more := jsx.Expression(text, from)
			if more {
				return -1
			}
			return end
		})
	}
	if next := skipBlanks(m.text, i+1); m.syntax&Attributes != 0 && next < len(m.text) && beginsAttribute(m.text[next:]) {
		return m.find("}", i, 1, closer("}"))
	}
	return i
}

// wikilink masks all of [[target]], and of [[target|text]] what is before the
// text.
func (m *masker) wikilink(i int) int {
	switch bar, end := wikilinkParts(lineAt(m.text, i), len("[[")); {
	case bar > 0:
		return i + bar + 1
	case end > 0:
		return i + end + len("]]")
	}
	return i
}

// find gives the end of what find finds behind the first skip bytes at i, if it
// is near; i if it is not. What is not there is not looked for again, under a
// name, before the end of where it was looked for.
func (m *masker) find(name string, i, skip int, find finder) int {
	if i < m.missing[name] {
		return i
	}
	part := m.text[i:min(len(m.text), i+maxOpaque)]
	switch end := find(part, skip); {
	case end > 0:
		return i + end
	case end == 0:
		return i
	}
	m.missing[name] = i + len(part)
	return i
}
