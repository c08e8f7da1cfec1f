// Package lexicon makes the list of words by which the default engine reads a
// text: from OpenCC's dictionaries, a list of word frequencies, and the project's
// own readings. [Build] makes it; package words compiles and searches it. Only the
// generator, tests and explanations use this package.
package lexicon

import (
	"math"

	"zhmd/convert/internal/opencc"
)

// A Target is a form in which a word can be written.
type Target int

// The targets, forms of Traditional text but for the last. A P stands for regional
// words.
const (
	Hant Target = iota // OpenCC's own standard
	TW
	TWP
	HK
	HKP
	CN // what the mainland says for it, in Simplified; "" for what OpenCC says
	Targets
)

// An Entry is one reading of a word.
type Entry struct {
	Hans  string          // how it is written in Simplified text
	Cost  int             // of its probability, in 64ths of a nat
	Forms [Targets]string // how it is written for each target
	// Domain is that of the row of the project's own table which says so, counted
	// from 1; 0 if none does. Evidence is what the word tells of beside, counted alike.
	Domain, Evidence int
}

// Scale is how many units of cost a nat has.
const Scale = 64

// A List is all words, and what is known of characters.
type List struct {
	Entries []Entry
	// Class gives one Simplified character for all characters that are forms of
	// each other: 干 for 乾, 幹 and itself.
	Class map[rune]rune
	// Glyph gives one character for those that differ only by the standard of a
	// region, 裏 for 裡.
	Glyph    map[rune]rune
	OnlyHans map[rune]bool // those that only Simplified text has: 会, 种
	OnlyHant map[rune]bool // those that only Traditional text has: 會
	Weak     map[rune]bool // of these, those that a region has in a shape that is not
	Chinese  map[rune]bool // those that Japanese text does not have
	Default  map[rune]rune // of a Simplified character: OpenCC's first candidate
	// Conditional are the rows of the project's own table that count here and there.
	Conditional []Regional
	Odd         []rune // those that are no matter of words, and yet not copied
	Floor       int    // the cost of a character that is in no list
	// Alone gives what OpenCC makes of a Simplified character by itself.
	Alone map[Target]map[rune]string
}

// Sources are what the list is made from.
type Sources struct {
	Configs []*opencc.Config
	Hans    Counts // words of Simplified text
	Hant    Counts // words of Traditional text, of which those of one character are used
	Own     []Row
	// Regional are the rows of the project's own table of regional words.
	Regional []Regional
	Evidence Evidence
}

// What the counts of words that a source does not count are taken for. Words
// rarer than minCount gain nothing.
const (
	minCount      = 40
	phraseCount   = 30
	regionalCount = 100
	singleCount   = 20
)

// Build makes the list.
func Build(s Sources) *List {
	b := newBuilder(s)
	b.classes()
	b.count(s)
	b.regionalRows(s.Regional)
	b.evidence = s.Evidence
	for _, n := range b.counts {
		b.total += n
	}
	b.words()
	b.singles()
	b.alone()
	b.tidy()
	b.odd()
	b.weak()
	b.chinese()
	b.list.Floor = b.cost(1)
	return b.list
}

type builder struct {
	list    *List
	configs map[string]*opencc.Config
	dicts   map[string]*opencc.Dict
	own     map[string]string // readings, in OpenCC's Traditional
	counts  map[string]float64
	total   float64
	shape   map[rune]bool // what a region's standard has, 脱 in Hong Kong
	// named gives, of words that OpenCC has from their Traditional side, how they
	// are written there.
	named map[string][]string
	// shares count, by a Simplified character, the forms that it has in words.
	shares   map[rune]map[rune]float64
	cache    *forms
	evidence Evidence
	rows     map[string]*Regional // those without a condition, by the mainland's word
	back     map[string]string    // Taiwan's words, as they are in Simplified characters, to the mainland's
}

func newBuilder(s Sources) *builder {
	b := &builder{
		list: &List{Class: map[rune]rune{}, Glyph: map[rune]rune{}, OnlyHans: map[rune]bool{}, OnlyHant: map[rune]bool{},
			Chinese: map[rune]bool{}, Weak: map[rune]bool{},
			Default: map[rune]rune{}},
		configs: map[string]*opencc.Config{}, dicts: map[string]*opencc.Dict{},
		own: map[string]string{}, named: map[string][]string{}, shape: map[rune]bool{}, counts: map[string]float64{}, shares: map[rune]map[rune]float64{},
	}
	for _, c := range s.Configs {
		b.configs[c.Name] = c
		for _, g := range c.Chain {
			for _, d := range g.Dicts() {
				b.dicts[d.Name] = d
			}
		}
	}
	for _, row := range s.Own {
		b.own[row.Hans] = row.Hant
	}
	b.cache = newForms(b.configs)
	return b
}

func (b *builder) cost(count float64) int {
	return int(math.Round(-math.Log(count/b.total) * Scale))
}
