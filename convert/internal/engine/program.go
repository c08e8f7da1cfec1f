// Package engine converts text by compiled dictionaries. A [Program] is one
// configuration, made ready by [New]; [Program.Append] is the fast way through
// a text, [Program.Edits] the one that tells what is changed and knows of cuts,
// [Program.Boundary] says where a stream may be divided.
//
// All offsets and lengths are in bytes. Bytes that are not UTF-8 belong to no
// key, are copied, and divide the text.
package engine

import (
	"sync"
	"unicode/utf8"

	"zhmd/convert/internal/table"
	"zhmd/convert/internal/trie"
)

// A Program converts by one configuration. It is safe for use by several
// goroutines.
type Program struct {
	table   *table.Table
	symbols *table.Symbols
	runes   []rune // by symbol
	// outs gives what becomes of a character by itself, by symbol: its UTF-8 form
	// in little-endian order, 0 if op has to deal with it: that has no room, or the
	// character describes one. It is apart from chars so that those of common
	// characters stay near, and has an item for every symbol, which the fastest loop
	// need not check.
	outs    func() *[1 << 16]uint32 // made when they are first asked for
	chars   []char                  // by symbol
	refs    []table.Ref             // of what becomes of a character by itself; 0 for the character
	values  string                  // what refs refer to
	bytes   []byte                  // the same
	main    search                  // the phrases of the one stage, or those that the text is cut by
	between *search                 // the second stage between segments, if the first has no phrases
	chain   []*Program              // the stages between segments, if the first has phrases
	every   func() look             // for all that the program knows
	// look is for those keys alone that make a difference, where these are known, see
	// [Program.alignedAt].
	look       func() look
	neighbours *trie.Neighbours // of main, if look is such
	ascii      asciiKeys
	gloss      *Glossary // nil if there is none
	longest    int       // the length of the longest key of any stage, in characters
}

// A char is where to look for the phrases that begin with a character.
type char struct {
	main    uint32 // the base of the phrases that begin with it in search main, 0 for none
	between uint32 // the same in search between; with a chain, 1 if a phrase may begin with it
	gloss   uint32 // the same in the glossary
}

// A search is the phrases of one trie and what becomes of them.
type search struct {
	trie *trie.Trie
	refs []table.Ref // by a key's value, counted from 1
	// as gives the symbol that each counts as, what the first stage makes of
	// it; nil for itself.
	as []trie.Symbol
}

// New makes the program of a configuration ready. It takes a fraction of a
// millisecond; callers keep what they get.
func New(t *table.Table, c *table.Config) *Program {
	p := &Program{
		table: t, symbols: t.Symbols, runes: t.Runes, values: t.Values, bytes: t.ValueBytes(), longest: t.Longest,
		chars: make([]char, len(t.Runes)), refs: make([]table.Ref, len(t.Runes)),
	}
	if c.Segments == nil {
		p.main = search{trie: c.Stages[0].Trie, refs: c.Stages[0].Refs}
		p.single(c.Stages[0])
	} else {
		p.main = search{trie: c.Segments.Trie, refs: c.Segments.Refs}
		if t.Composable(c.Stages[0]) {
			p.compose(t.Becoming(c.Stages[0]), c.Stages[0], c.Stages[1])
		} else {
			for _, stage := range c.Stages {
				p.chain = append(p.chain, New(t, &table.Config{Stages: []*table.Map{stage}}))
			}
			p.composeChain()
		}
	}
	for s, base := range p.main.trie.Roots {
		p.chars[s].main = base
	}
	p.outs = sync.OnceValue(p.makeOuts)
	p.findFilters(c)
	p.findASCIIKeys()
	return p
}

// single sets what becomes of characters to what a stage makes of them.
func (p *Program) single(m *table.Map) {
	chars := m.Chars
	for i := range p.chars {
		p.refs[i] = chars.Next(trie.Symbol(i))
	}
}

// compose sets what becomes of characters to what the second stage makes of
// what the first makes of them.
func (p *Program) compose(as []trie.Symbol, first, second *table.Map) {
	p.between = &search{trie: second.Trie, refs: second.Refs, as: as}
	chars := first.Chars
	then := make([]table.Ref, len(p.chars))
	for _, c := range second.Chars {
		then[c.Symbol] = c.Ref
	}
	for i := range p.chars {
		ref := chars.Next(trie.Symbol(i))
		if next := then[as[i]]; next != 0 {
			ref = next
		}
		p.chars[i].between = second.Trie.Root(as[i])
		p.refs[i] = ref
	}
}

// makeOuts makes outs.
func (p *Program) makeOuts() *[1 << 16]uint32 {
	outs := new([1 << 16]uint32)
	for s := range p.runes {
		outs[s] = p.out(trie.Symbol(s))
	}
	if p.gloss != nil {
		for s := range p.gloss.single {
			outs[s] = 0
		}
	}
	return outs
}

// out gives the item of outs for a character.
func (p *Program) out(s trie.Symbol) uint32 {
	if table.Describes(s) {
		return 0
	}
	var buf [8]byte
	if ref := p.refs[s]; ref == 0 {
		utf8.EncodeRune(buf[:], p.runes[s])
	} else if copy(buf[:], p.text(ref)) > utf8.UTFMax {
		return 0
	}
	return uint32(buf[0]) | uint32(buf[1])<<8 | uint32(buf[2])<<16 | uint32(buf[3])<<24
}

func (p *Program) text(r table.Ref) string {
	from, to := r.Bounds()
	return p.values[from:to]
}
