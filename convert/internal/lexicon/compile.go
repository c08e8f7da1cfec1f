package lexicon

import (
	"cmp"
	"maps"
	"slices"

	"zhmd/convert/internal/table"
	"zhmd/convert/internal/words"
)

// SwitchCost is what a change of script inside a block costs, in nats: about one
// word in twenty would change it.
const SwitchCost = 3

// Compile makes the form that is searched.
func (l *List) Compile(origin string) (*words.Lexicon, error) {
	c := &compiler{list: l, values: map[string]table.Ref{}, regional: map[string]uint8{}, conditional: map[string][]*Regional{}, out: &words.Lexicon{
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
	// regional are the words that a region has in the place of others, and which, by
	// the bits of words.Lexicon.Regions.
	regional map[string]uint8
	// conditional are the rows that count here and there, by the mainland's word.
	conditional map[string][]*Regional
}

// symbols numbers the characters by how often they occur, so that what is known of common
// ones is side by side.
func (c *compiler) symbols() {
	count := map[rune]int{}
	for _, e := range c.list.Entries {
		for _, r := range e.Hans + e.Forms[Hant] {
			count[r] += frequency(e.Cost)
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

// frequency is about how often what has a cost occurs, at least 1.
func frequency(cost int) int {
	const bitsPerNat = 1.4427
	return 1 + 1<<30>>int(float64(cost)*bitsPerNat/Scale)
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
