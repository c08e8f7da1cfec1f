package words

import (
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
		regional.by = make([]Regions, len(l.Spelt))
		for e := range int32(len(l.Spelt)) {
			tw, hk := l.form(e, TW), l.form(e, HK)
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

// regional are those of the lexicon that is part of the program.
var regional struct {
	sync.Once
	by []Regions
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// Regional calls note for every word in text, as it is written there, that one
// region has.
func (l *Lexicon) Regional(text []byte, note func(word string, at Regions)) {
	all := l.regions()
	b := blocks.Get().(*block)
	defer blocks.Put(b)
	for len(text) > 0 {
		end := blockEnd(text)
		b.readPlain(l, text[:end])
		for _, s := range b.search(maskBoth, l.Switch) {
			if s.entry < 0 || int(s.entry) >= len(all) || b.syms[s.from] == table.Unknown {
				continue
			}
			if at := all[s.entry]; at != (Regions{}) {
				note(string(b.text[b.start(s.from):b.ends[s.to-1]]), at)
			}
		}
		text = text[end:]
	}
}

// Script tells whether a character is one that only Simplified or only Traditional
// text has.
func (l *Lexicon) Script(r rune) (hans, hant bool) {
	f := l.Flags[l.Symbols.Of(r)]
	return f&OnlyHans != 0, f&OnlyHant != 0
}
