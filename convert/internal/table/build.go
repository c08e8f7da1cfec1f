package table

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"zhmd/convert/internal/opencc"
	"zhmd/convert/internal/trie"
)

// Build compiles configurations.
//
// What a stage does is one longest match: of the dictionaries that are searched
// one before the other, a key of a later one counts only if no earlier one has
// a key that it begins with, for there the earlier one would win. What becomes
// of a phrase that the text is cut by is known beforehand, since the whole
// chain runs inside a segment.
func Build(configs []*opencc.Config, origin Origin) (*Table, error) {
	b := &builder{
		table:  &Table{Origin: origin, configs: map[string]func() *Config{}},
		values: map[string]Ref{},
		tries:  map[string]*trie.Trie{},
		maps:   map[string]*Map{},

		phrases: map[*Map][]string{},
	}
	if err := b.symbols(configs); err != nil {
		return nil, err
	}
	for _, c := range configs {
		if err := b.config(c); err != nil {
			return nil, fmt.Errorf("%s: %w", c.Name, err)
		}
	}
	b.table.Values = string(b.text)
	b.completeFilters()
	for _, c := range configs {
		b.changing(c)
	}
	return b.table, nil
}

type builder struct {
	table  *Table
	text   []byte
	values map[string]Ref
	tries  map[string]*trie.Trie // by their keys
	maps   map[string]*Map       // by their entries
	// phrases are the keys of a map that its refs belong to.
	phrases map[*Map][]string
}

// symbols numbers the characters of all keys by how often they occur.
func (b *builder) symbols(configs []*opencc.Config) error {
	count := map[rune]int{}
	seen := map[*opencc.Dict]bool{}
	for _, c := range configs {
		for _, d := range dictsOf(c) {
			if !seen[d] {
				seen[d] = true
				b.countRunes(count, d)
			}
		}
	}
	compat, err := compatibility(configs)
	if err != nil {
		return err
	}
	for from, to := range compat {
		if count[from] > 0 {
			return fmt.Errorf("%q is in a key, though normalisation replaces it", from)
		}
		count[to]++
	}
	order := slices.SortedFunc(maps.Keys(count), func(x, y rune) int {
		return cmp.Or(cmp.Compare(count[y], count[x]), cmp.Compare(x, y))
	})
	b.table.Runes = []rune{0}
	for r := rune(0x2FF0); opencc.Arity(r) > 0; r++ {
		b.table.Runes = append(b.table.Runes, r)
	}
	if len(b.table.Runes) != int(LastDescription)+1 {
		return fmt.Errorf("%d ideographic description characters", len(b.table.Runes)-1)
	}
	b.table.Runes = append(b.table.Runes, order...)
	if len(b.table.Runes) > 1<<16 {
		return fmt.Errorf("%d characters are more than symbols can tell apart", len(order))
	}
	symbols := &Symbols{BMP: new([1 << 16]trie.Symbol)}
	for i, r := range b.table.Runes {
		if i > int(LastDescription) && opencc.Arity(r) > 0 {
			return fmt.Errorf("%q is in a key", r)
		}
		if i > 0 {
			symbols.Set(r, trie.Symbol(i))
		}
	}
	for from, to := range compat {
		symbols.Set(from, symbols.Of(to))
	}
	b.table.Symbols = symbols
	return nil
}

func dictsOf(c *opencc.Config) []*opencc.Dict {
	var all []*opencc.Dict
	for _, g := range c.Chain {
		all = append(all, g.Dicts()...)
	}
	if c.Segment != nil {
		all = append(all, c.Segment.Dicts()...)
	}
	return all
}

func (b *builder) countRunes(count map[rune]int, d *opencc.Dict) {
	for key := range d.Entries {
		n := 0
		for _, r := range key {
			count[r]++
			n++
		}
		b.table.Longest = max(b.table.Longest, n)
	}
}

// compatibility gives what normalisation does, which has to be the same in all
// configurations and one character for one.
func compatibility(configs []*opencc.Config) (map[rune]rune, error) {
	var all map[rune]rune
	for _, c := range configs {
		if len(c.Normalize) != 1 || c.Normalize[0].Dict == nil {
			return nil, fmt.Errorf("%s: normalisation is not by one dictionary", c.Name)
		}
		m := map[rune]rune{}
		for key, values := range c.Normalize[0].Dict.Entries {
			from, to := []rune(key), []rune(values[0])
			if len(from) != 1 || len(to) != 1 {
				return nil, fmt.Errorf("%s: %q does not become one character", c.Name, key)
			}
			m[from[0]] = to[0]
		}
		if all != nil && !maps.Equal(all, m) {
			return nil, fmt.Errorf("%s normalises otherwise", c.Name)
		}
		all = m
	}
	return all, nil
}

func (b *builder) config(c *opencc.Config) error {
	compiled := &Config{Name: c.Name}
	if c.Segment != nil {
		entries := winning(c.Segment)
		for key := range entries {
			entries[key] = c.Convert(key)
		}
		var err error
		if compiled.Segments, err = b.stage(entries); err != nil {
			return err
		}
	}
	for i, g := range c.Chain {
		entries := winning(g)
		if i == 0 && c.Segment != nil {
			withoutSegments(entries, winning(c.Segment))
		}
		m, err := b.stage(entries)
		if err != nil {
			return err
		}
		compiled.Stages = append(compiled.Stages, m)
	}
	b.table.configs[c.Name] = func() *Config { return compiled }
	return nil
}

// withoutSegments takes the keys out of the first stage that cannot occur
// between segments because they are segments themselves.
func withoutSegments(entries, segments map[string]string) {
	for key := range segments {
		delete(entries, key)
	}
}

// winning gives the keys of a group that can win, with their values.
func winning(g *opencc.Group) map[string]string {
	entries := map[string]string{}
	if g.Dict != nil {
		for key, values := range g.Dict.Entries {
			entries[key] = values[0]
		}
		return entries
	}
	for _, part := range g.Parts {
		lower := winning(part)
		for key := range lower {
			if _, taken := entries[key]; taken || !g.Union && beginsWithOne(key, entries) {
				delete(lower, key)
			}
		}
		maps.Copy(entries, lower)
	}
	return entries
}

// beginsWithOne tells whether key begins with one of the keys of entries.
func beginsWithOne(key string, entries map[string]string) bool {
	for i := range key {
		if _, ok := entries[key[:i]]; ok {
			return true
		}
	}
	return false
}

// stage compiles entries. Maps with the same entries are one, and so are the
// tries of maps with the same keys.
func (b *builder) stage(entries map[string]string) (*Map, error) {
	keys := slices.Sorted(maps.Keys(entries))
	var id strings.Builder
	for _, key := range keys {
		fmt.Fprintf(&id, "%s\t%s\n", key, entries[key])
	}
	if m := b.maps[id.String()]; m != nil {
		return m, nil
	}
	m := &Map{}
	var phrases []string
	for _, key := range keys {
		ref, err := b.ref(entries[key])
		if err != nil {
			return nil, err
		}
		if symbols := b.spell(key); len(symbols) == 1 {
			m.Chars = append(m.Chars, Char{symbols[0], ref})
		} else {
			phrases = append(phrases, key)
			m.Refs = append(m.Refs, ref)
		}
	}
	slices.SortFunc(m.Chars, func(x, y Char) int { return cmp.Compare(x.Symbol, y.Symbol) })
	var err error
	m.Trie, err = b.trie(phrases)
	m.sieve(len(phrases))
	b.maps[id.String()], b.phrases[m] = m, phrases
	b.table.maps = append(b.table.maps, func() *Map { return m })
	return m, err
}

// trie builds the trie of sorted phrases, whose values count them from 1.
func (b *builder) trie(phrases []string) (*trie.Trie, error) {
	id := strings.Join(phrases, "\n")
	if t := b.tries[id]; t != nil {
		return t, nil
	}
	var keys []trie.Key
	for i, phrase := range phrases {
		keys = append(keys, trie.Key{Symbols: b.spell(phrase), Value: uint32(i + 1)})
	}
	t, err := trie.Build(keys, len(b.table.Runes))
	b.tries[id] = t
	b.table.tries = append(b.table.tries, func() *trie.Trie { return t })
	return t, err
}

// manyKeys is from how many keys on a filter is made beforehand: to make it at
// run time would be felt.
const manyKeys = 5000

func (m *Map) sieve(keys int) {
	if keys >= manyKeys {
		m.Filter, m.Neighbours = trie.NewFilter(), trie.NewNeighbours(trie.TablePairs)
		m.Filter.Add(m.Trie, nil)
		m.Neighbours.Add(m.Trie)
	}
}

func (b *builder) spell(key string) []trie.Symbol {
	var symbols []trie.Symbol
	for _, r := range key {
		symbols = append(symbols, b.table.Symbols.Of(r))
	}
	return symbols
}

// ref puts a value into the text, once.
func (b *builder) ref(value string) (Ref, error) {
	if len(value) > MaxRefLen || len(b.text) > 1<<24 {
		return 0, fmt.Errorf("no room for the value %q", value)
	}
	if r, ok := b.values[value]; ok {
		return r, nil
	}
	r := NewRef(len(b.text), len(value))
	b.text = append(b.text, value...)
	b.values[value] = r
	return r, nil
}

// completeFilters adds the second stages to the filters of what the text is cut
// by before them.
func (b *builder) completeFilters() {
	filters := map[*trie.Trie]*trie.Filter{}
	for _, m := range called(b.table.maps) {
		if m.Filter == nil {
			continue
		}
		if filters[m.Trie] == nil {
			filters[m.Trie] = m.Filter
		}
		m.Filter = filters[m.Trie] // one for all maps with the trie
	}
	for _, name := range opencc.Names {
		c := b.table.Config(name)
		if c != nil && c.Segments != nil && c.Segments.Filter != nil && b.table.Composable(c.Stages[0]) {
			c.Segments.Filter.Add(c.Stages[1].Trie, b.table.Becoming(c.Stages[0]))
		}
	}
}
