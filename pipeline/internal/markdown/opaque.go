package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// An Opaque is markup in a line of text that is no prose and is left alone: a
// formula, a shortcode, an expression, the target of a wiki link.
type Opaque struct {
	ast.BaseInline
	Segments *text.Segments
	// Marks tells that it marks the line that it begins: what follows on the
	// line does not go on in the next.
	Marks bool
}

// KindOpaque is the kind of [Opaque].
var KindOpaque = ast.NewNodeKind("Opaque")

// Kind implements [ast.Node].
func (n *Opaque) Kind() ast.NodeKind { return KindOpaque }

// Dump implements [ast.Node].
func (n *Opaque) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// Value gives what stands in the source, without what containers put before its
// lines.
func (n *Opaque) Value(source []byte) []byte { return n.Segments.Value(source) }

// An opaqueParser makes one kind of [Opaque].
type opaqueParser struct {
	trigger string
	next    string                 // what the second byte has to be one of; empty for any
	closed  func(text []byte) bool // whether it may be the markup
	// end gives the length of the markup that the rest of the block begins
	// with, 0 if that is none.
	end func(s *scan) int
}

// anything is for markup in which whatever may begin that ends behind it.
func anything([]byte) bool { return true }

// Trigger implements [parser.InlineParser].
func (p *opaqueParser) Trigger() []byte { return []byte(p.trigger) }

// Parse implements [parser.InlineParser].
func (p *opaqueParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if line, _ := block.PeekLine(); p.next != "" && (len(line) < 2 || strings.IndexByte(p.next, line[1]) < 0) {
		return nil
	}
	s := &scan{parent: parent, block: block, pc: pc}
	n := p.end(s)
	if n == 0 {
		return nil
	}
	node := &Opaque{Segments: take(block, n), Marks: s.marks}
	value := node.Value(block.Source())
	if !p.closed(value) {
		return nil
	}
	if !s.inert {
		noteMarkup(pc, value[1:]) // a tag may begin with <
	}
	return node
}

// priority is that of the parser: before goldmark's, or for what is left over by
// its parser of tags behind that.
func (p *opaqueParser) priority() int {
	if p.trigger == "<" {
		return 450
	}
	return first
}

// take gives the next n bytes of a block, which may be in several lines, and
// moves on behind them.
func take(block text.Reader, n int) *text.Segments {
	segments := text.NewSegments()
	for n > 0 {
		line, segment := block.PeekLine()
		if n < len(line) {
			segments.Append(segment.WithStop(segment.Start + n))
			block.Advance(n)
			break
		}
		segments.Append(segment)
		block.AdvanceLine()
		n -= len(line)
	}
	return segments
}

// A scan looks at what follows in a block.
type scan struct {
	parent ast.Node
	block  text.Reader
	pc     parser.Context
	marks  bool // see [Opaque]
	inert  bool // known of the markup
}

// line is the rest of the line.
func (s *scan) line() []byte {
	line, _ := s.block.PeekLine()
	return line
}

func (s *scan) begins(prefix string) bool { return bytes.HasPrefix(s.line(), []byte(prefix)) }

// A finder gives the end of what it looks for in line, from the offset from on;
// -1 if it is not there, 0 if it cannot be there or further on.
type finder func(line []byte, from int) int

// closer finds a string.
func closer(s string) finder {
	return func(line []byte, from int) int {
		if i := bytes.Index(line[from:], []byte(s)); i >= 0 {
			return from + i + len(s)
		}
		return -1
	}
}

// until gives the length up to what find finds, behind the first skip bytes;
// 0 if that is not in the block. What was looked for in vain, under a name, is
// not looked for again behind: else a block full of openers would take time
// quadratic in its length.
func (s *scan) until(name string, skip int, find finder) int {
	_, start := s.block.Position()
	if s.missing(name, start.Start) {
		return 0
	}
	line, position := s.block.Position()
	defer s.block.SetPosition(line, position)
	n := 0
	for {
		line, segment := s.block.PeekLine()
		if line == nil || n > maxOpaque {
			s.miss(name, span{start.Start, start.Start + n})
			return 0
		}
		if skip <= len(line) {
			if end := find(line[:min(len(line), skip+maxOpaque)], skip); end > 0 {
				return n + end
			} else if end == 0 {
				return 0 // it is something else
			}
		}
		n, skip = n+len(line), 0
		start.Stop = segment.Stop
		s.block.AdvanceLine()
	}
}

// maxOpaque is the size in bytes up to which markup is looked for.
const maxOpaque = 8 << 10

type span struct{ start, end int }

var missesKey = parser.NewContextKey()

// missing tells whether what has the name was looked for in vain from before at.
func (s *scan) missing(name string, at int) bool {
	misses, _ := s.pc.Get(missesKey).(map[string]span)
	m, ok := misses[name]
	return ok && m.start <= at && at < m.end
}

func (s *scan) miss(name string, where span) {
	misses, _ := s.pc.Get(missesKey).(map[string]span)
	if misses == nil {
		misses = map[string]span{}
		s.pc.Set(missesKey, misses)
	}
	misses[name] = where
}
