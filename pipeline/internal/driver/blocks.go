package driver

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A blockParse makes the blocks of one document. It does what goldmark's parser
// does, step by step: that other parsers are called in between leaves no choice.
type blockParse struct {
	*Parser
	reader text.Reader
	pc     parser.Context
	blanks []lineState // of the last lines since the last blank ones outside of all blocks
}

// A lineState tells whether a line was blank to the block at a level.
type lineState struct {
	line  int32
	level int16
	blank bool
}

// maxStates is how many states are kept: nobody asks for more than the line
// before.
const maxStates = 64

// blocks makes all blocks below root.
func (p *blockParse) blocks(root ast.Node) {
	p.pc.SetOpenedBlocks(nil)
	for {
		if _, _, ok := p.reader.SkipBlankLines(); !ok || p.open(root, true) != opened {
			return
		}
		p.reader.AdvanceLine()
		p.blanks = p.blanks[:0]
		for len(p.pc.OpenedBlocks()) > 0 {
			if !p.line(root) {
				return
			}
			p.reader.AdvanceLine()
		}
	}
}

// line gives a line to the blocks that are open; false at the end of the source.
func (p *blockParse) line(root ast.Node) bool {
	blocks := p.pc.OpenedBlocks()
	last := len(blocks) - 1
	for i, b := range blocks {
		line, _ := p.reader.PeekLine()
		if line == nil {
			p.close(last, 0)
			p.reader.AdvanceLine()
			return false
		}
		number, _ := p.reader.Position()
		p.note(number, i, util.IsBlank(line))
		if !ast.IsParagraph(b.Node) { // a paragraph goes on if nothing else begins
			state := b.Parser.Continue(b.Node, p.reader, p.pc)
			if state&parser.Continue != 0 {
				if state&parser.HasChildren == 0 || i < last {
					continue
				}
				p.open(b.Node, p.wasBlank(number-1, i+1))
				return true
			}
		}
		p.end(root, blocks, i, number)
		return true
	}
	return true
}

// end closes the blocks from the i-th on that do not take the line, unless it
// goes on a paragraph.
func (p *blockParse) end(root ast.Node, blocks []parser.Block, i, number int) {
	parent := root
	if i > 0 {
		parent = blocks[i-1].Node
	}
	last := len(blocks) - 1
	node := blocks[last].Node
	if p.open(parent, p.wasBlank(number-1, i)) != continued {
		if blocks[last].Node != node { // a paragraph that has become something else
			last--
		}
		p.close(last, i)
	}
}

// note notes the state of a line, and forgets those of old ones.
func (p *blockParse) note(line, level int, blank bool) {
	if len(p.blanks) >= maxStates && level == 0 {
		n := len(p.blanks)
		for n > 0 && int(p.blanks[n-1].line) >= line-1 {
			n--
		}
		p.blanks = append(p.blanks[:0], p.blanks[n:]...)
	}
	p.blanks = append(p.blanks, lineState{int32(line), int16(level), blank})
}

// wasBlank tells whether a line was blank to the block at a level.
func (p *blockParse) wasBlank(line, level int) bool {
	for i := len(p.blanks) - 1 - level; i >= 0; i-- {
		s := p.blanks[i]
		if int(s.line) == line && int(s.level) <= level {
			return s.blank
		}
		if int(s.line) < line {
			return false
		}
	}
	return len(p.blanks) == 0
}

// close closes the open blocks from the one at from down to the one at to.
func (p *blockParse) close(from, to int) {
	blocks := p.pc.OpenedBlocks()
	for i := from; i >= to; i-- {
		b := blocks[i]
		if n, ok := b.Node.(*ast.Paragraph); ok && n.Parent() != nil {
			p.transform(n)
		}
		if b.Node.Parent() != nil {
			b.Parser.Close(b.Node, p.reader, p.pc)
		}
	}
	p.pc.SetOpenedBlocks(append(blocks[:to], blocks[from+1:]...))
}

// transform makes of a paragraph what it is, and tells whether that is something
// else.
func (p *blockParse) transform(n *ast.Paragraph) bool {
	for _, t := range p.transformers {
		t.Transform(n, p.reader, p.pc)
		if n.Parent() == nil {
			return true
		}
	}
	return false
}
