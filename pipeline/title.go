package pipeline

import (
	"bytes"
	"sort"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// goldmark gives titles as copies without offsets. What is here finds them
// again, and gives up where what it finds is not what goldmark read.

// linkTitle finds the title of an inline link or image, whose text ends with
// the ] at the offset end, in the lines of its block. It is on the line of the
// ] as a rule; there can be a line break on either side of the destination.
func linkTitle(source []byte, title []byte, end int, lines *text.Segments) []span {
	for _, n := range []int{1, 3 + bytes.Count(title, []byte("\n"))} {
		tail := linesFrom(source, lines, end, n)
		i := skipSpaces(tail.text, len("]("))
		i = skipSpaces(tail.text, i+destinationLen(tail.text[min(i, len(tail.text)):]))
		if spans := titleAt(&tail, i, title); spans != nil {
			return spans
		}
	}
	return nil
}

// definitionTitle finds the title of a link reference definition.
func definitionTitle(source []byte, n *ast.LinkReferenceDefinition) []span {
	if len(n.Title) == 0 || n.Lines().Len() == 0 {
		return nil
	}
	all := linesFrom(source, n.Lines(), n.Lines().At(0).Start, n.Lines().Len())
	i := bytes.Index(all.text, []byte("]:"))
	for i > 0 && escaped(all.text, i) {
		next := bytes.Index(all.text[i+1:], []byte("]:"))
		if next < 0 {
			return nil
		}
		i += 1 + next
	}
	if i < 0 {
		return nil
	}
	i = skipSpaces(all.text, i+len("]:"))
	i = skipSpaces(all.text, i+destinationLen(all.text[min(i, len(all.text)):]))
	return titleAt(&all, i, n.Title)
}

// read notes that the destination of a definition is no text. goldmark leaves its line in
// the paragraph if it is not the first one and what could be a title behind it is none.
func (c *collector) read(destination []byte) {
	if start, ok := c.tree.Offset(destination); ok {
		c.codeUntil = max(c.codeUntil, start+len(destination))
	}
}

// escaped tells whether a backslash that is not escaped itself stands before i.
func escaped(text []byte, i int) bool {
	n := 0
	for n < i && text[i-1-n] == '\\' {
		n++
	}
	return n%2 == 1
}

// linesFrom is the text of n lines of a block from a source offset on, without
// what its containers put before each line.
func linesFrom(source []byte, lines *text.Segments, from, n int) run {
	first := sort.Search(lines.Len(), func(i int) bool { return lines.At(i).Stop > from })
	var spans []span
	for i := first; i < min(first+n, lines.Len()); i++ {
		line := lines.At(i)
		spans = append(spans, span{max(from, line.Start), line.Stop})
	}
	return newRun(source, spans)
}

// titleAt gives the title as spans of the source if it stands at i in r, behind
// its quote.
func titleAt(r *run, i int, title []byte) []span {
	if len(title) == 0 || i+1 >= len(r.text) || !bytes.HasPrefix(r.text[i+1:], title) {
		return nil
	}
	if q := r.text[i]; q != '"' && q != '\'' && q != '(' {
		return nil
	}
	return r.spans(i+1, i+1+len(title))
}

// destinationLen is the length of the link destination that b begins with, as
// goldmark reads it: in angle brackets, or up to white space or the parenthesis
// that closes the link.
func destinationLen(b []byte) int {
	if len(b) > 0 && b[0] == '<' {
		return closeOf(b, 1, '>') + 1
	}
	open := 0
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case c == '\\' && i+1 < len(b) && util.IsPunct(b[i+1]):
			i++
		case c == '(':
			open++
		case c == ')' && open == 0, util.IsSpace(c):
			return i
		case c == ')':
			open--
		}
	}
	return len(b)
}

// closeOf is the index of the first c in b from i on that is not escaped, or
// that of b's last byte.
func closeOf(b []byte, i int, c byte) int {
	for ; i < len(b); i++ {
		switch {
		case b[i] == '\\' && i+1 < len(b) && util.IsPunct(b[i+1]):
			i++
		case b[i] == c:
			return i
		}
	}
	return len(b) - 1
}

func skipSpaces(b []byte, i int) int {
	for i < len(b) && util.IsSpace(b[i]) {
		i++
	}
	return i
}
