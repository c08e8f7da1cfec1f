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

// entries numbers the entries, those that are spelt out before the others, of these the
// likeliest first, and those of one word side by side.
func (c *compiler) entries() error {
	c.regions()
	byKey := map[string][]*Entry{}
	for i := range c.list.Entries {
		e := &c.list.Entries[i]
		key := c.key(e.Hans)
		byKey[key] = append(byKey[key], e)
	}
	keys := slices.Sorted(maps.Keys(byKey))
	slices.SortStableFunc(keys, func(x, y string) int {
		return cmp.Or(cmp.Compare(c.order(byKey[x]), c.order(byKey[y])), cmp.Compare(likeliest(byKey[x]), likeliest(byKey[y])))
	})
	c.out.Single = make([]uint32, len(c.out.Runes))
	var all []trie.Key
	for _, key := range keys {
		number := uint32(len(c.out.Costs) + 1)
		if spelt := c.spell(key); len(spelt) == 1 {
			c.out.Single[spelt[0]] = number
		} else {
			all = append(all, trie.Key{Symbols: spelt, Value: number})
		}
		for i, e := range byKey[key] {
			if err := c.entry(e, i+1 < len(byKey[key]), c.order(byKey[key]) == 0); err != nil {
				return err
			}
		}
	}
	var err error
	c.out.Trie, err = trie.Build(all, len(c.out.Runes))
	return err
}

// likeliest gives the least cost of the entries of a word.
func likeliest(entries []*Entry) int {
	return slices.MinFunc(entries, func(a, b *Entry) int { return cmp.Compare(a.Cost, b.Cost) }).Cost
}

// order is 0 for the entries of a word that have to be spelt out, 1 for that of
// one which its characters are enough for.
func (c *compiler) order(entries []*Entry) int {
	e := entries[0]
	if len(entries) > 1 || len([]rune(e.Hans)) == 1 || c.regional[e.Forms[TW]]|c.regional[e.Forms[HK]] != 0 || e.Forms[TW] != e.Forms[TWP] || e.Forms[HK] != e.Forms[HKP] || e.Forms[CN] != "" || c.conditional[e.Hans] != nil || e.Evidence != 0 {
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
	var forms []table.Ref
	for _, form := range e.Forms {
		forms = append(forms, c.ref(form))
	}
	if !c.out.Forms.Add(forms) {
		return fmt.Errorf("%s: the targets write too many forms in too many ways", e.Hans)
	}
	c.out.Regions = append(c.out.Regions, c.regionsOf(e))
	c.out.Domains = append(c.out.Domains, c.domainOf(e))
	for _, row := range c.conditional[e.Hans] {
		c.condition(uint32(len(c.out.Spelt)-1), row)
	}
	return nil
}

// domainOf gives the byte of words.Lexicon.Domains for an entry. A word that is
// ambiguous itself tells of no domain but what the evidence says.
func (c *compiler) domainOf(e *Entry) uint8 {
	switch {
	case len(c.conditional[e.Hans]) > 0:
		return words.Conditional | uint8(e.Evidence)
	case e.Evidence > 0:
		return uint8(e.Evidence)
	}
	return uint8(e.Domain)
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

// condition adds a row that counts here and there, for an entry. A long list of words
// takes several conditions.
func (c *compiler) condition(entry uint32, row *Regional) {
	kind, list := uint8(words.InDomain), []string{""}
	switch {
	case len(row.When.Before) > 0:
		kind, list = words.BeforeWord, row.When.Before
	case len(row.When.After) > 0:
		kind, list = words.AfterWord, row.When.After
	}
	if row.When.Not {
		kind |= words.Unless
	}
	for _, some := range lists(list) {
		c.out.Conditions = append(c.out.Conditions, entry, uint32(kind)|uint32(row.Domain+1)<<8, uint32(c.ref(some)),
			uint32(c.ref(row.Taiwan)), uint32(c.ref(row.HongKong)))
	}
}

// lists puts words together with bars between them, as many as have room in a value.
func lists(all []string) (joined []string) {
	for _, word := range all {
		last := len(joined) - 1
		if last < 0 || len(joined[last])+len("|")+len(word) > table.MaxRefLen {
			joined = append(joined, word)
			continue
		}
		joined[last] += "|" + word
	}
	return joined
}
