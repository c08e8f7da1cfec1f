package markdown

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

var endsKey = parser.NewContextKey()

// linkParser is goldmark's, and notes where the ] was from which it made a link
// or an image.
type linkParser struct{ inner parser.InlineParser }

// Trigger implements [parser.InlineParser].
func (p *linkParser) Trigger() []byte { return p.inner.Trigger() }

// Parse implements [parser.InlineParser].
func (p *linkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	_, at := block.Position()
	n := p.inner.Parse(parent, block, pc)
	switch link := n.(type) {
	case *ast.Link:
		noteEnd(pc, n, at, changesBehind(link.Title, link.Reference))
	case *ast.Image:
		noteEnd(pc, n, at, changesBehind(link.Title, link.Reference))
	}
	return n
}

// CloseBlock implements [parser.CloseBlocker]; without it goldmark would lose
// the brackets that opened no link.
func (p *linkParser) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	p.inner.(parser.CloseBlocker).CloseBlock(parent, block, pc)
}

// changesBehind tells whether what follows a link's text may have to change: an
// inline title is prose, and a label that is the visible text has to be written
// again when the text changes.
func changesBehind(title []byte, ref *ast.ReferenceLink) bool {
	if ref == nil {
		return !isASCII(title)
	}
	return ref.Type != ast.ReferenceLinkFull && !isASCII(ref.Value)
}

// linkifyParser is goldmark's, and notes where a bare URL ended that something
// else than white space follows.
type linkifyParser struct{ inner parser.InlineParser }

// Trigger implements [parser.InlineParser].
func (p *linkifyParser) Trigger() []byte { return p.inner.Trigger() }

// Parse implements [parser.InlineParser].
func (p *linkifyParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if !mayBeURL(line) {
		return nil
	}
	n := p.inner.Parse(parent, block, pc)
	if n != nil {
		line, at := block.PeekLine()
		noteEnd(pc, n, at, len(line) > 0 && !util.IsSpace(line[0]))
	}
	return n
}

// mayBeURL tells whether a line, behind what may stand before a bare URL, begins as
// one does, or an address: mostly it goes on in Chinese.
func mayBeURL(line []byte) bool {
	if bytes.IndexByte([]byte(" *_~("), line[0]) >= 0 {
		line = line[1:]
	}
	return len(line) > 0 && util.IsAlphaNumeric(line[0])
}

func noteEnd(pc parser.Context, n ast.Node, at text.Segment, matters bool) {
	if matters {
		pc.Get(endsKey).(map[ast.Node]int)[n] = at.Start
	}
}

func isASCII(b []byte) bool {
	return !bytes.ContainsFunc(b, func(r rune) bool { return r >= utf8.RuneSelf })
}
