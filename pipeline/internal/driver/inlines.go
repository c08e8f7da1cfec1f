package driver

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// inlines are parsers of inlines by the bytes that trigger them. That of a space
// stands for all white space and for what is no punctuation where a line or the
// text behind an inline begins.
type inlines struct {
	of    [256][]parser.InlineParser
	stops [256]bool // the bytes that a line of text cannot be passed over at
}

func (in *inlines) add(v parser.InlineParser) {
	for _, c := range v.Trigger() {
		in.of[c] = append(in.of[c], v)
	}
}

func (in *inlines) finish() {
	for c := range in.of {
		in.stops[c] = util.IsPunct(byte(c)) && len(in.of[c]) > 0
	}
	in.stops['\\'], in.stops['\n'] = true, true
	in.stops[' '], in.stops['\t'] = len(in.of[' ']) > 0, len(in.of[' ']) > 0
}

// stop is how far text can be passed over.
func (in *inlines) stop(text []byte) int {
	for i, c := range text {
		if in.stops[c] {
			return i
		}
	}
	return len(text)
}

// at gives the parsers that c triggers; begins tells that nothing is before it.
func (in *inlines) at(c byte, begins bool) []parser.InlineParser {
	if c == ' ' || c == '\t' || begins && !util.IsPunct(c) {
		return in.of[' ']
	}
	return in.of[c]
}

// An inlineParse makes the inlines of one document.
type inlineParse struct {
	*Parser
	block  text.BlockReader
	source []byte
	pc     parser.Context
	from   int   // up to where needles were looked for
	next   []int // where each of them is next
	texts  []ast.Text
}

// walk makes the inlines of n and of what is below it.
func (p *inlineParse) walk(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		p.walk(c)
	}
	if !n.IsRaw() && n.Lines().Len() > 0 {
		p.inlines(n)
	}
}

// inlines makes the inlines of a block.
func (p *inlineParse) inlines(parent ast.Node) {
	in := &p.common
	if lines := parent.Lines(); p.any(lines.At(0).Start, lines.At(lines.Len()-1).Stop) {
		in = &p.Parser.inlines
	}
	p.block.Reset(parent.Lines())
	l, made := line{parent: parent}, false
	for p.begin(&l) {
		rest, found := p.line(in, &l)
		made = made || found
		if !found {
			p.finish(&l, rest)
		}
	}
	if !made {
		return // no delimiters and brackets are open
	}
	parser.ProcessDelimiters(nil, p.pc)
	for _, c := range p.closers {
		c.CloseBlock(parent, p.block, p.pc)
	}
}

// any tells whether there is a needle in a part of the source. Parts come in the
// order of the source, but for footnotes.
func (p *inlineParse) any(from, to int) bool {
	found := false
	for i, needle := range p.needles {
		if from < p.from {
			found = found || bytes.Contains(p.source[from:to], needle)
			continue
		}
		if p.next[i] < from {
			p.next[i] = find(p.source, needle, from)
		}
		found = found || p.next[i] < to
	}
	p.from = max(p.from, from)
	return found
}

// find gives the offset of the next needle from an offset on, or one behind the
// source.
func find(source, needle []byte, from int) int {
	if i := bytes.Index(source[from:], needle); i >= 0 {
		return from + i
	}
	return len(source)
}
