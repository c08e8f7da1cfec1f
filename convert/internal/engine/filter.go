package engine

import (
	"sync"

	"zhmd/convert/internal/table"
	"zhmd/convert/internal/trie"
)

// findFilters finds the program's filters, or what makes them when they are first
// asked for. Where there are many keys they are part of the table.
func (p *Program) findFilters(c *table.Config) {
	m := c.Segments
	if m == nil {
		m = c.Stages[0]
	}
	p.neighbours = m.Neighbours
	p.every = sync.OnceValue(func() look {
		f := m.Filter
		switch {
		case p.chain != nil:
			f = p.chainFilter()
		case f == nil:
			f = p.makeFilter(m)
		}
		return look{all: f, phrases: f}
	})
	p.look = p.every
	if c.Changing != nil {
		p.look = sync.OnceValue(func() look {
			f := c.Changing()
			return look{all: f, phrases: f, sparse: true}
		})
	}
}

// makeFilter makes the filter of all that the program searches.
func (p *Program) makeFilter(m *table.Map) *trie.Filter {
	f := trie.NewFilter()
	f.Add(m.Trie, nil)
	if p.between != nil {
		f.Add(p.between.trie, p.between.as)
	}
	return f
}

// A look is what is looked for in a text.
type look struct {
	all     *trie.Filter // the phrases, and the words of the glossary
	phrases *trie.Filter // the same if there is no glossary
	words   *trie.Deep   // the words of the glossary alone, with more than one character
	sparse  bool         // not all phrases, but those that make a difference
}

// with gives a look for the words of a glossary as well.
func (l look) with(g *Glossary) look {
	l.all, l.words = l.phrases.With(&g.trie, g.weight), g.filter
	return l
}

// mayBeWord tells whether a word of the glossary may begin with the symbols of start.
func (p *Program) mayBeWord(l *look, start uint64) bool {
	base := p.chars[trie.Symbol(start>>32)].gloss
	return base != 0 && (base&single != 0 || l.words.Begins(start))
}

// addToFilters adds the keys of a glossary.
func (p *Program) addToFilters(g *Glossary) {
	for _, f := range []*func() look{&p.every, &p.look} {
		before := *f
		*f = sync.OnceValue(func() look { return before().with(g) })
	}
}
