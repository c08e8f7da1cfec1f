package lexicon

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"

	"zhmd/convert/internal/table"
	"zhmd/convert/internal/trie"
	"zhmd/convert/internal/words"
)

// SwitchCost is what a change of script inside a block costs, in nats: about one
// word in twenty would change it.
const SwitchCost = 3

// Compile makes the form that is searched.
func (l *List) Compile(origin string) (*words.Lexicon, error) {
	c := &compiler{list: l, values: map[string]table.Ref{}, regional: map[string]bool{}, out: &words.Lexicon{
		Origin: origin, Switch: SwitchCost * Scale, Floor: l.Floor,
	}}
	c.symbols()
	c.characters()
	if err := c.entries(); err != nil {
		return nil, err
	}
	c.out.Values = string(c.text)
	return c.out, nil
}

type compiler struct {
	list   *List
	out    *words.Lexicon
	text   []byte
	values map[string]table.Ref
	odd    words.Symbol // of all that are no matter of words
	// regional are the words that a region has in the place of others.
	regional map[string]bool
}

// symbols numbers the characters by how often they occur in words.
func (c *compiler) symbols() {
	count := map[rune]int{}
	for _, e := range c.list.Entries {
		for _, r := range e.Hans + e.Forms[Hant] {
			count[r]++
		}
	}
	for r, class := range c.list.Class {
		count[r], count[class] = count[r]+1, count[class]+1
	}
	for r, glyph := range c.list.Glyph {
		count[r], count[glyph] = count[r]+1, count[glyph]+1
	}
	order := slices.SortedFunc(maps.Keys(count), func(x, y rune) int {
		return cmp.Or(cmp.Compare(count[y], count[x]), cmp.Compare(x, y))
	})
	c.out.Runes = append([]rune{0}, order...)
	c.out.Symbols = &table.Symbols{BMP: new([1 << 16]words.Symbol)}
	for i, r := range order {
		c.out.Symbols.Set(r, words.Symbol(i+1))
	}
	c.odd = words.Symbol(len(c.out.Runes))
	c.out.Runes = append(c.out.Runes, c.list.Odd[0])
	for _, r := range c.list.Odd {
		c.out.Symbols.Set(r, c.odd)
	}
}

func (c *compiler) of(r rune) words.Symbol { return c.out.Symbols.Of(r) }

// or gives what a map has for r, r if it has nothing.
func or(m map[rune]rune, r rune) rune {
	if other, ok := m[r]; ok {
		return other
	}
	return r
}

func (c *compiler) characters() {
	n := len(c.out.Runes)
	o := c.out
	o.Class, o.Glyph, o.Hant = make([]words.Symbol, n), make([]words.Symbol, n), make([]words.Symbol, n)
	o.Flags = make([]words.Flag, n)
	for i := 1; i < n; i++ {
		r := o.Runes[i]
		class := or(c.list.Class, r)
		o.Class[i], o.Glyph[i] = c.of(class), c.of(or(c.list.Glyph, r))
		o.Hant[i] = c.of(or(c.list.Glyph, or(c.list.Default, class)))
		if class == r && !c.list.OnlyHant[r] {
			o.Flags[i] |= words.AsHans
		}
		if o.Glyph[i] == o.Hant[i] && !c.list.OnlyHans[r] {
			o.Flags[i] |= words.AsHant
		}
		if words.Symbol(i) == c.odd {
			o.Flags[i] = words.Odd
			continue
		}
		if c.list.Chinese[r] {
			o.Flags[i] |= words.Chinese
		}
		if !isHan(r) {
			o.Flags[i] |= words.Latin
		}
		if c.list.OnlyHans[r] {
			o.Flags[i] |= words.OnlyHans
		}
		if c.list.OnlyHant[r] {
			o.Flags[i] |= words.OnlyHant
			if c.list.Weak[r] {
				o.Flags[i] |= words.Weak
			}
		}
	}
}

// entries numbers the entries, those that are spelt out before the others and
// those of one word side by side.
func (c *compiler) entries() error {
	for i := range c.list.Entries {
		f := &c.list.Entries[i].Forms
		c.regional[f[TWP]] = c.regional[f[TWP]] || f[TWP] != f[TW]
		c.regional[f[HKP]] = c.regional[f[HKP]] || f[HKP] != f[HK]
	}
	byKey := map[string][]*Entry{}
	for i := range c.list.Entries {
		e := &c.list.Entries[i]
		key := c.key(e.Hans)
		byKey[key] = append(byKey[key], e)
	}
	keys := slices.Sorted(maps.Keys(byKey))
	slices.SortStableFunc(keys, func(x, y string) int { return cmp.Compare(c.order(byKey[x]), c.order(byKey[y])) })
	c.out.Single = make([]uint32, len(c.out.Runes))
	var all []trie.Key
	for _, key := range keys {
		number := uint32(len(c.out.Costs) + 1)
		if symbols := c.spell(key); len(symbols) == 1 {
			c.out.Single[symbols[0]] = number
		} else {
			all = append(all, trie.Key{Symbols: symbols, Value: number})
		}
		for i, e := range byKey[key] {
			if err := c.entry(e, i+1 < len(byKey[key]), c.order(byKey[key]) == 0); err != nil {
				return err
			}
		}
	}
	var err error
	c.out.Trie, err = trie.Build(all, len(c.out.Runes))
	c.out.Neighbours = new(trie.Neighbours)
	c.out.Neighbours.Add(c.out.Trie)
	return err
}

// order is 0 for the entries of a word that have to be spelt out, 1 for that of
// one which its characters are enough for.
func (c *compiler) order(entries []*Entry) int {
	e := entries[0]
	if len(entries) > 1 || len([]rune(e.Hans)) == 1 || c.regional[e.Forms[TW]] || c.regional[e.Forms[HK]] || e.Forms[TW] != e.Forms[TWP] || e.Forms[HK] != e.Forms[HKP] {
		return 0
	}
	hant := []rune(e.Forms[Hant])
	for i, r := range []rune(e.Hans) {
		if or(c.list.Class, r) != r || or(c.list.Default, r) != hant[i] {
			return 0
		}
	}
	return c.shapes(e)
}

// shapes tells whether the regional forms are what the shapes of the characters
// are, by order's numbers.
func (c *compiler) shapes(e *Entry) int {
	for _, target := range []Target{TW, HK} {
		alone := ""
		for _, r := range e.Hans {
			alone += c.list.Alone[target][r]
		}
		if alone != e.Forms[target] {
			return 0
		}
	}
	return 1
}

func (c *compiler) key(word string) string {
	key := []rune(word)
	for i, r := range key {
		key[i] = or(c.list.Class, r)
	}
	return string(key)
}

func (c *compiler) spell(word string) []words.Symbol {
	var all []words.Symbol
	for _, r := range word {
		all = append(all, c.of(r))
	}
	return all
}

func (c *compiler) entry(e *Entry, more, spelt bool) error {
	if e.Cost < 0 || e.Cost >= words.More {
		return fmt.Errorf("%s: the cost %d", e.Hans, e.Cost)
	}
	cost := uint16(e.Cost)
	if more {
		cost |= words.More
	}
	c.out.Costs = append(c.out.Costs, cost)
	if !spelt {
		return nil
	}
	c.out.Spelt = append(c.out.Spelt, uint32(len(c.out.Spelling)))
	c.out.Spelling = append(c.out.Spelling, c.spell(e.Hans)...)
	for _, s := range c.spell(e.Forms[Hant]) {
		c.out.Spelling = append(c.out.Spelling, c.out.Glyph[s])
	}
	for _, form := range e.Forms {
		c.out.Forms = append(c.out.Forms, c.ref(form))
	}
	return nil
}

func (c *compiler) ref(value string) table.Ref {
	r, ok := c.values[value]
	if !ok {
		if len(value) > table.MaxRefLen || len(c.text) > math.MaxUint32>>8 {
			panic("no room for " + value)
		}
		r = table.NewRef(len(c.text), len(value))
		c.text = append(c.text, value...)
		c.values[value] = r
	}
	return r
}
