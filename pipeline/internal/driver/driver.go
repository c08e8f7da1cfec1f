// Package driver makes the tree of a document with goldmark's parsers of blocks
// and inlines, in the way of goldmark's own parser but in less time: it goes to
// the next byte that means something at once, does not look for what the
// document has nothing of, and makes the nodes for text many at a time. The tree
// is the same but for where text that is not divided by anything is divided.
//
// Make a [Parser] with [New]; it may be used for many documents, by several
// goroutines at once.
package driver

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A Parser holds the parsers of blocks and inlines.
type Parser struct {
	blocks       [256][]blockParser // by the first byte of a line that is not blank
	transformers []parser.ParagraphTransformer
	inlines      inlines // all of them
	common       inlines // those that are not rare
	closers      []parser.CloseBlocker
	needles      [][]byte // of the rare ones
}

// A blockParser is one with what does not change about it.
type blockParser struct {
	parser.BlockParser
	interrupts bool // a paragraph
	indented   bool // it takes lines that are indented as code is
}

// Rare is what a parser of inlines may be beside: one that makes nothing of a
// block that has none of its needles in it, and so is not called there.
type Rare interface {
	Needles() []string
}

// New makes a parser of goldmark's parsers of blocks and inlines and of its
// transformers of paragraphs, each tried in the order of their priorities.
func New(blocks, inlines, transformers []util.PrioritizedValue) *Parser {
	p := &Parser{}
	p.addBlocks(sorted(blocks))
	for _, v := range sorted(inlines) {
		p.addInline(v.Value.(parser.InlineParser))
	}
	p.inlines.finish()
	p.common.finish()
	for _, v := range sorted(transformers) {
		p.transformers = append(p.transformers, v.Value.(parser.ParagraphTransformer))
	}
	return p
}

func sorted(all []util.PrioritizedValue) []util.PrioritizedValue {
	util.PrioritizedSlice(all).Sort()
	return all
}

// addBlocks files parsers by the bytes that trigger them. Those that no byte
// triggers come last, at each line.
func (p *Parser) addBlocks(all []util.PrioritizedValue) {
	var free []blockParser
	for _, v := range all {
		b := v.Value.(parser.BlockParser)
		one := blockParser{b, b.CanInterruptParagraph(), b.CanAcceptIndentedLine()}
		if b.Trigger() == nil {
			free = append(free, one)
		}
		for _, c := range b.Trigger() {
			p.blocks[c] = append(p.blocks[c], one)
		}
	}
	for c := range p.blocks {
		p.blocks[c] = append(p.blocks[c], free...)
	}
}

func (p *Parser) addInline(v parser.InlineParser) {
	if c, ok := v.(parser.CloseBlocker); ok {
		p.closers = append(p.closers, c)
	}
	p.inlines.add(v)
	rare, ok := v.(Rare)
	if !ok {
		p.common.add(v)
		return
	}
	for _, needle := range rare.Needles() {
		p.needles = append(p.needles, []byte(needle))
	}
}

// Parse makes the tree of source.
func (p *Parser) Parse(source []byte, pc parser.Context) ast.Node {
	root := ast.NewDocument()
	b := blockParse{Parser: p, reader: text.NewReader(source), pc: pc, blanks: make([]lineState, 0, maxStates)}
	b.blocks(root)
	i := inlineParse{Parser: p, block: text.NewBlockReader(source, nil), source: source, pc: pc}
	i.next = make([]int, len(p.needles))
	i.walk(root)
	return root
}
