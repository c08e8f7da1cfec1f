package engine

import (
	"zhmd/convert/internal/table"
	"zhmd/convert/internal/trie"
)

// fillFilter makes the program's filter, of all that it searches. Where there
// are many keys it is part of the table.
func (p *Program) fillFilter(m *table.Map) {
	if p.filter = m.Filter; p.filter != nil {
		return
	}
	p.filter = new(trie.Filter)
	p.filter.Add(m.Trie, nil)
	if p.between != nil {
		p.filter.Add(p.between.trie, p.between.as)
	}
}

// addToFilter adds the keys of a glossary.
func (p *Program) addToFilter(t *trie.Trie) {
	own := *p.filter
	own.Add(t, nil)
	p.filter = &own
}
