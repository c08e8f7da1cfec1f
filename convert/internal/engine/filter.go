package engine

import (
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
	if p.changing = c.Changing; p.changing == nil {
		p.changing = p.filter
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
	filter, changing := *p.filter, *p.changing
	filter.Add(t, nil)
	changing.Add(t, nil)
	same := p.filter == p.changing
	if p.filter, p.changing = &filter, &changing; same {
		p.changing = p.filter
	}
}
