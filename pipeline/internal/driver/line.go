package driver

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// A line is what is left of a line of text, in a block.
type line struct {
	parent     ast.Node
	bytes      []byte // without a hard break
	number     int
	start      text.Segment // of the text that is in no node yet
	hard, soft bool         // the break that the line ends with
	backslash  bool         // the hard break is one
	escaped    bool         // what comes next is
	last       bool         // it is the last of the block
}

// begin reads what is left of a line; false at the end of the block.
func (p *inlineParse) begin(l *line) bool {
	b, start := p.block.PeekLine()
	if b == nil {
		return false
	}
	l.number, _ = p.block.Position()
	l.bytes, l.start, l.last = b, start, l.number == l.parent.Lines().Len()-1
	l.soft, l.hard, l.backslash = false, false, false
	if content, ok := bytes.CutSuffix(b, []byte("\n")); ok {
		l.endBy(bytes.TrimSuffix(content, []byte("\r")))
	}
	return true
}

// endBy finds out which break the line ends with: content is all before it.
func (l *line) endBy(content []byte) {
	n := len(content)
	switch {
	case n > 0 && content[n-1] == '\\' && (n == 1 || content[n-2] != '\\'):
		l.bytes, l.hard, l.backslash = content[:n-1], true, true
	case bytes.HasSuffix(content, []byte("  ")):
		l.bytes, l.hard = content[:n-2], true
	default:
		l.soft = true
	}
}

// line makes the next inline of a line, with the text before it. If there is none
// it gives false and the number of bytes behind the last text.
func (p *inlineParse) line(in *inlines, l *line) (rest int, found bool) {
	at := 0 // where the reader is
	for i := 0; i < len(l.bytes); i++ {
		if i > 0 && !in.stops[l.bytes[i]] {
			l.escaped = false
			if i += in.stop(l.bytes[i:]); i == len(l.bytes) {
				break
			}
		}
		c := l.bytes[i]
		if c == '\n' {
			return i - at, false
		}
		if parsers := in.at(c, i == 0); len(parsers) > 0 && (i == 0 || !l.escaped || c == ' ' || c == '\t') {
			if i > 0 {
				p.block.Advance(i - at)
				at = i
				_, place := p.block.Position()
				p.pass(l, place)
			}
			for _, one := range parsers {
				if n := one.Parse(l.parent, p.block, p.pc); n != nil {
					l.add(n)
					return 0, true
				}
				p.block.SetPosition(l.number, l.start)
			}
		}
		l.escaped = c == '\\' && !l.escaped
	}
	return len(l.bytes) - at, false
}

// add puts an inline behind the text.
func (l *line) add(n ast.Node) {
	if n.Pos() < 0 {
		n.(interface{ SetPos(int) }).SetPos(l.start.Start)
	}
	l.parent.AppendChild(l.parent, n)
}

// pass makes a node of the text up to at, where the reader is.
func (p *inlineParse) pass(l *line, at text.Segment) *ast.Text {
	s := l.start.Between(at)
	l.start = at
	if t, ok := l.parent.LastChild().(*ast.Text); ok && t.Segment.Stop == s.Start && !t.SoftLineBreak() && !t.HardLineBreak() {
		t.Segment = t.Segment.WithStop(s.Stop)
		return t
	}
	t := p.newText(s)
	l.parent.AppendChild(l.parent, t)
	return t
}

// finish makes a node of the last text of the line, of so many bytes, and goes on
// to the next.
func (p *inlineParse) finish(l *line, rest int) {
	at := l.start
	if at.Padding == 0 && l.last {
		at.Start += rest // goldmark's reader would go there byte by byte
	} else if rest > 0 {
		number := 0
		p.block.Advance(rest)
		if number, at = p.block.Position(); number != l.number {
			return
		}
	}
	t := p.pass(l, at)
	if !l.backslash {
		t.Segment = t.Segment.TrimRightSpace(p.source)
	}
	t.SetSoftLineBreak(l.soft)
	t.SetHardLineBreak(l.hard)
	p.block.AdvanceLine()
}

// newText makes a node of text, as one of many that are made at a time.
func (p *inlineParse) newText(s text.Segment) *ast.Text {
	if len(p.texts) == 0 {
		p.texts = make([]ast.Text, textsAtATime)
	}
	t := &p.texts[0]
	p.texts = p.texts[1:]
	t.Segment = s
	return t
}

const textsAtATime = 16
