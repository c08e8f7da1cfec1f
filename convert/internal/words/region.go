package words

import (
	"slices"
	"sync"

	"zhmd/convert/internal/table"
)

// Regions counts words that people in one region write.
type Regions struct{ Mainland, Taiwan, HongKong int }

// regions gives, by entry, where a word is written, found out once from what the
// words become elsewhere. All is 0 for a word of all regions.
func (l *Lexicon) regions() []Regions {
	regional.Do(func() {
		taiwan, hongKong := map[string]bool{}, map[string]bool{}
		for e := range int32(len(l.Spelt)) {
			if l.form(e, TWP) != l.form(e, TW) {
				taiwan[l.form(e, TWP)] = true
			}
			if l.form(e, HKP) != l.form(e, HK) {
				hongKong[l.form(e, HKP)] = true
			}
		}
		l.domainWords(taiwan, hongKong)
		regional.by, regional.open = make([]Regions, len(l.Spelt)), make([]bool, len(l.Spelt))
		for e := range int32(len(l.Spelt)) {
			tw, hk := l.form(e, TW), l.form(e, HK)
			regional.open[e] = l.form(e, TWP) != tw && taiwan[tw] || l.form(e, HKP) != hk && hongKong[hk]
			if len(tw) > 3 { // one character alone is of every region
				regional.by[e] = Regions{
					Mainland: one(l.form(e, TWP) != tw && !taiwan[tw]),
					Taiwan:   one(l.form(e, TWP) == tw && taiwan[tw]),
					HongKong: one(l.form(e, HKP) == hk && hongKong[hk]),
				}
			}
		}
	})
	return regional.by
}

// domainWords adds what regions have for words that are theirs in some domain alone.
func (l *Lexicon) domainWords(taiwan, hongKong map[string]bool) {
	for f := range slices.Chunk(l.Conditions, fieldsOfCondition) {
		e, tw, hk := int32(f[0]), l.Text(table.Ref(f[3])), l.Text(table.Ref(f[4]))
		if uint8(f[1]) != InDomain {
			continue
		}
		if tw != l.form(e, TW) {
			taiwan[tw] = true
		}
		if hk != l.form(e, HK) {
			hongKong[hk] = true
		}
	}
}

// regional are those of the lexicon that is part of the program.
var regional struct {
	sync.Once
	by []Regions
	// open tells of words that are one region's for one thing and another's for
	// another: 文件 is a 檔案 on the mainland and a 文档 in Taiwan.
	open []bool
}

// open tells whether an entry is such a word.
func (l *Lexicon) open(e int32) bool {
	l.regions()
	return int(e) < len(regional.open) && regional.open[e]
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// settle finds out whether other words of a block tell which region's it is, where
// its characters do not.
func (b *block) settle(steps []step) {
	if !b.open {
		return
	}
	all := b.lex.regions()
	for _, s := range steps {
		if s.entry >= 0 && int(s.entry) < len(all) && all[s.entry].Mainland > 0 {
			b.open = false
		}
	}
}

// Regional calls note for every word in text, as it is written there, that one
// region has.
func (l *Lexicon) Regional(text []byte, note func(word string, at Regions)) {
	all := l.regions()
	b := blocks.Get().(*block)
	defer blocks.Put(b)
	for text := range blocksOf(text) {
		b.readPlain(l, text)
		for _, s := range b.search(maskBoth, l.Switch) {
			if s.entry < 0 || int(s.entry) >= len(all) || b.syms[s.from] == table.Unknown {
				continue
			}
			if at := all[s.entry]; at != (Regions{}) {
				note(string(b.text[b.start(s.from):b.ends[s.to-1]]), at)
			}
		}
	}
}

// Script tells whether a character is one that only Simplified or only Traditional
// text has.
func (l *Lexicon) Script(r rune) (hans, hant bool) {
	f := l.Flags[l.Symbols.Of(r)]
	return f&OnlyHans != 0, f&OnlyHant != 0
}

// Word gives the word of an entry, for tests that want words: as Traditional text has
// it, or as Simplified text has it; "" if it is not spelt out.
func (l *Lexicon) Word(entry int, hant bool) string {
	if entry >= len(l.Spelt) {
		return ""
	}
	if hant {
		return l.form(int32(entry), Hant)
	}
	to := len(l.Spelling)
	if entry+1 < len(l.Spelt) {
		to = int(l.Spelt[entry+1])
	}
	var all []rune
	for _, s := range l.Spelling[l.Spelt[entry] : (int(l.Spelt[entry])+to)/2] {
		all = append(all, l.Runes[s])
	}
	return string(all)
}
