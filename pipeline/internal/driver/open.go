package driver

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// What became of a line at which blocks might open.
type result int

const (
	nothing   result = iota
	opened           // there are new blocks
	continued        // it goes on the paragraph that is open
)

// An opening is the attempt to open blocks at a line, each in the one before.
type opening struct {
	parent    ast.Node
	blank     bool // the line before is
	paragraph bool // one is open
	opened    bool
}

func (p *blockParse) open(parent ast.Node, blank bool) result {
	last := p.pc.LastOpenedBlock()
	o := opening{parent: parent, blank: blank, paragraph: last.Node != nil && ast.IsParagraph(last.Node)}
	for p.openOne(&o) {
	}
	switch {
	case o.opened:
		return opened
	case o.paragraph && last.Parser.Continue(last.Node, p.reader, p.pc)&parser.Continue != 0:
		return continued
	}
	return nothing
}

// openOne opens the next block, and tells whether there may be another behind.
func (p *blockParse) openOne(o *opening) bool {
	line, _ := p.reader.PeekLine()
	indent, at := util.IndentWidth(line, p.reader.LineOffset())
	if indent >= len(line) {
		p.pc.SetBlockOffset(-1)
		p.pc.SetBlockIndent(-1)
	} else {
		p.pc.SetBlockOffset(at)
		p.pc.SetBlockIndent(indent)
	}
	if line == nil || line[0] == '\n' {
		return false
	}
	last := p.pc.LastOpenedBlock()
	for _, b := range p.Parser.blocks[first(line, at)] {
		if o.paragraph && !o.opened && !b.interrupts || indent > 3 && !b.indented {
			continue
		}
		if done, more := p.try(o, b, last); done {
			return more
		}
	}
	return false
}

// first is the byte of a line behind its white space. A line of nothing else is
// for those parsers that no byte triggers, as a letter is.
func first(line []byte, at int) byte {
	if at < len(line) {
		return line[at]
	}
	return 0
}

// try has one parser open a block. done tells that no other is to be tried, more
// that a block may open in that one, or in its place. last is the block that is
// open last.
func (p *blockParse) try(o *opening, b blockParser, last parser.Block) (done, more bool) {
	_, at := p.reader.Position()
	node, state := b.Open(o.parent, p.reader, p.pc)
	if node == nil {
		return false, false
	}
	node.SetPos(at.Start + max(p.pc.BlockOffset(), 0))
	if state&parser.RequireParagraph != 0 && last.Node == o.parent.LastChild() && p.transformLast(last) {
		o.paragraph = false
		return true, true
	}
	node.SetBlankPreviousLines(o.blank)
	if last.Node != nil && last.Node.Parent() == nil {
		i := len(p.pc.OpenedBlocks()) - 1
		p.close(i, i)
	}
	o.parent.AppendChild(o.parent, node)
	o.opened = true
	p.pc.SetOpenedBlocks(append(p.pc.OpenedBlocks(), parser.Block{Node: node, Parser: b.BlockParser}))
	if state&parser.HasChildren != 0 {
		o.parent = node
		return true, true
	}
	return true, false
}

// transformLast closes the paragraph that a block needs, which may turn out to be
// something else: in 0, -:, - the last line is no underline but a list.
func (p *blockParse) transformLast(last parser.Block) bool {
	last.Parser.Close(last.Node, p.reader, p.pc)
	blocks := p.pc.OpenedBlocks()
	p.pc.SetOpenedBlocks(blocks[:len(blocks)-1])
	return p.transform(last.Node.(*ast.Paragraph))
}
