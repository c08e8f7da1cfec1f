package engine

import (
	"fmt"
	"slices"
	"sync"
	"unicode/utf8"

	"zhmd/convert/internal/table"
	"zhmd/convert/internal/trie"
)

// A Glossary is the user's words. They come before the dictionaries: where one
// stands it is matched, the longest at each place, and no phrase reaches over
// its beginning. A nil Glossary has none. It is for any number of programs.
type Glossary struct {
	table   *table.Table
	symbols *table.Symbols // the table's, and those of characters that are in keys alone
	runes   []rune         // by symbol

	trie   trie.Trie
	filter *trie.Deep             // of the keys in trie
	weight int                    // see [Weight]
	values []string               // by a key's value, counted from 1
	short  []short                // the same once more
	single map[trie.Symbol]string // of keys of one character
	// longestKey is the length of the longest key in bytes.
	longestKey int
}

// A Word is an entry of a glossary: what to find and what to write in its
// place. It protects Key if both are the same.
type Word struct{ Key, Value string }

// Weight is for how many keys of a filter words count: one of two characters is in it four
// times.
func Weight(words []Word) (n int) {
	for _, w := range words {
		if n++; utf8.RuneCountInString(w.Key) == 2 {
			n += 3
		}
	}
	return n
}

// NewGlossary compiles words for programs of a table. Keys are not empty, valid UTF-8 and
// different from each other, also when compatibility ideographs are read as what they
// stand for.
func NewGlossary(t *table.Table, words []Word) (*Glossary, error) {
	g := newGlossary(t, words)
	keys := make([]trie.Key, 0, len(words))
	var spelt []trie.Symbol // of all
	seen := make(map[string]bool, len(words))
	for _, w := range words {
		err := g.check(w.Key, seen)
		if err != nil {
			return nil, err
		}
		n := len(spelt)
		if spelt, err = g.spell(spelt, w.Key); err != nil {
			return nil, err
		}
		if symbols := spelt[n:]; !g.add(symbols, w) {
			keys = append(keys, trie.Key{Symbols: symbols, Value: uint32(len(g.values))})
		}
	}
	built, err := trie.BuildSoon(keys, len(g.runes))
	if err != nil {
		return nil, err
	}
	g.trie = *built
	return g, nil
}

// WithGlossary gives a program that knows the words as well. p stays as it is.
func (p *Program) WithGlossary(g *Glossary) *Program {
	q := *p
	q.symbols, q.runes, q.gloss = g.symbols, g.runes, g
	more := len(g.runes) - len(p.runes)
	q.chars = append(slices.Clone(p.chars), make([]char, more)...)
	q.refs = append(slices.Clone(p.refs), make([]table.Ref, more)...)
	if p.between != nil {
		between := *p.between
		between.as = append(slices.Clip(between.as), make([]trie.Symbol, more)...)
		q.between = &between
	}
	q.outs = sync.OnceValue(q.makeOuts)
	q.noteGlossary()
	return &q
}

func newGlossary(t *table.Table, words []Word) *Glossary {
	weight := Weight(words)
	return &Glossary{
		table: t, symbols: t.Symbols.Clone(), runes: slices.Clip(t.Runes),
		filter: trie.NewDeep(weight / 2), weight: weight, single: map[trie.Symbol]string{},
		values: make([]string, 0, len(words)), short: make([]short, 0, len(words)),
	}
}

// add adds a word but to trie; alone tells that it is one character, and no matter of that.
func (g *Glossary) add(symbols []trie.Symbol, w Word) (alone bool) {
	g.longestKey = max(g.longestKey, utf8.UTFMax*len(symbols))
	if len(symbols) == 1 {
		g.single[symbols[0]] = w.Value
		return true
	}
	g.values, g.short = append(g.values, w.Value), append(g.short, newShort(w.Value))
	g.filter.AddKey(symbols)
	return false
}

// check refuses a key that is none or that cannot be told from another.
func (g *Glossary) check(key string, seen map[string]bool) error {
	normal := g.table.Normal(key)
	switch {
	case key == "" || !utf8.ValidString(key):
		return fmt.Errorf("the word %q is empty or not UTF-8", key)
	case seen[normal]:
		return fmt.Errorf("the word %q is there twice", key)
	}
	seen[normal] = true
	return nil
}

// spell appends the symbols of a key; characters that are in none get one.
func (g *Glossary) spell(symbols []trie.Symbol, key string) ([]trie.Symbol, error) {
	for _, r := range key {
		s := g.symbols.Of(r)
		if s == table.Unknown {
			if len(g.runes) > 1<<16-1 {
				return nil, fmt.Errorf("the glossary has too many different characters")
			}
			s = trie.Symbol(len(g.runes))
			g.symbols.Set(r, s)
			g.runes = append(g.runes, r)
		}
		symbols = append(symbols, s)
	}
	return symbols, nil
}

// single marks a character that is a key by itself; what is below it is the
// base of the longer keys.
const single = 1 << 31

// noteGlossary tells the characters which keys begin with them.
func (p *Program) noteGlossary() {
	for s, base := range p.gloss.trie.Roots {
		p.chars[s].gloss = base
	}
	for s := range p.gloss.single {
		p.chars[s].gloss |= single
	}
	p.addToFilters(p.gloss)
	p.findASCIIKeys()
	for b := range byte(utf8.RuneSelf) {
		if s := p.symbols.Low[b]; s != 0 && p.chars[s].gloss != 0 {
			p.ascii.gloss[b], p.ascii.within = true, true
		}
	}
}

// Normal gives text with each compatibility ideograph as what it stands for.
func (p *Program) Normal(text string) string { return p.table.Normal(text) }

// Description gives the length of the ideographic description sequence at i, or
// that of its first character if there is none.
func (p *Program) Description(src []byte, i int) int { return p.description(src, i) }
