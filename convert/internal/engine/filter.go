package engine

import (
	"sync/atomic"

	"zhmd/convert/internal/table"
	"zhmd/convert/internal/trie"
)

// fillFilters makes the program's filters. Where there are many keys they are
// part of the table.
func (p *Program) fillFilters(c *table.Config) {
	m := c.Segments
	if m == nil {
		m = c.Stages[0]
	}
	if p.filter, p.neighbours = m.Filter, m.Neighbours; p.filter == nil {
		p.makeFilter(m)
	}
	if c.Changing != nil {
		p.changing = &changing{make: c.Changing}
	}
}

// makeFilter makes the filter of all that the program searches.
func (p *Program) makeFilter(m *table.Map) {
	p.filter = new(trie.Filter)
	p.filter.Add(m.Trie, nil)
	if p.between != nil {
		p.filter.Add(p.between.trie, p.between.as)
	}
}

// addToFilters adds the keys of a glossary.
func (p *Program) addToFilters(t *trie.Trie) {
	filter := *p.filter
	filter.Add(t, nil)
	p.filter = &filter
	if p.changing != nil {
		before := p.changing.make
		p.changing = &changing{make: func() *trie.Filter {
			f := *before()
			f.Add(t, nil)
			return &f
		}}
	}
}

// changing is the filter of those keys that make a difference, see
// [Program.alignedAt]. To make it takes a moment that is felt at the start, so it
// is made when it is worth while; until then all keys are looked for.
type changing struct {
	make  func() *trie.Filter
	seen  atomic.Int64 // bytes
	ready atomic.Pointer[trie.Filter]
}

// worthWhile is after how many bytes of text.
const worthWhile = 32 << 10

// look gives the filter of what is to be looked for in a text of n bytes. sparse
// tells that it is only what makes a difference.
func (p *Program) look(n int) (f *trie.Filter, sparse bool) {
	c := p.changing
	if c == nil {
		return p.filter, false
	}
	if f = c.ready.Load(); f != nil {
		return f, true
	}
	if c.seen.Add(int64(n)) < worthWhile {
		return p.filter, false
	}
	f = c.make()
	c.ready.Store(f)
	return f, true
}
