package words

import "zhmd/convert/internal/table"

// Regions counts words that people in one region write.
type Regions struct{ Mainland, Taiwan, HongKong int }

// The bits of Lexicon.Regions.
const (
	OfMainland = 1 << iota
	OfTaiwan
	OfHongKong
	// Open is of words that are one region's for one thing and another's for another:
	// 文件 is a 檔案 on the mainland and a 文档 in Taiwan.
	Open
)

// regionsOf tells where the word of an entry is written, nowhere for one of all regions.
func (l *Lexicon) regionsOf(e int32) Regions {
	if e < 0 || int(e) >= len(l.Regions) {
		return Regions{}
	}
	bits := l.Regions[e]
	return Regions{one(bits&OfMainland != 0), one(bits&OfTaiwan != 0), one(bits&OfHongKong != 0)}
}

// open tells whether an entry is such a word.
func (l *Lexicon) open(e int32) bool {
	return e >= 0 && int(e) < len(l.Regions) && l.Regions[e]&Open != 0
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
	for _, s := range steps {
		if b.lex.regionsOf(s.entry).Mainland > 0 {
			b.open = false
		}
	}
}

// Regional calls note for every word in text, as it is written there, that one
// region has.
func (l *Lexicon) Regional(text []byte, note func(word string, at Regions)) {
	l.divide(text, func(*block) bool { return true }, func(b *block, steps []step) {
		for _, s := range steps {
			if at := l.regionsOf(s.entry); at != (Regions{}) && b.syms[s.from] != table.Unknown {
				note(string(b.text[b.start(s.from):b.ends[s.to-1]]), at)
			}
		}
	})
}

// Survey adds to names those that text has, and to regions the words that one region has;
// nil is for what is not wanted.
func (l *Lexicon) Survey(text []byte, names *Names, regions *Regions) {
	named := func(b *block) bool { return names != nil && b.hant && !l.reader().leaves(b) }
	wanted := func(b *block) bool { return regions != nil || named(b) }
	l.divide(text, wanted, func(b *block, steps []step) {
		if named(b) {
			names.learnFrom(b, steps)
		}
		if regions == nil {
			return
		}
		for _, s := range steps {
			at := l.regionsOf(s.entry)
			regions.Mainland, regions.Taiwan, regions.HongKong = regions.Mainland+at.Mainland, regions.Taiwan+at.Taiwan, regions.HongKong+at.HongKong
		}
	})
}

// divide calls f with the blocks of text that are wanted, divided into words of either
// script.
func (l *Lexicon) divide(text []byte, wanted func(*block) bool, f func(*block, []step)) {
	b, p := new(block), l.reader()
	for c, at := (cutter{src: text}), 0; at < len(text); at += len(b.text) {
		if b.read(p, text[at:c.end(at)], nil); wanted(b) {
			f(b, b.search(maskBoth, l.Switch))
		}
	}
}

// reader returns a program for who asks for words alone.
func (l *Lexicon) reader() *Program { return &Program{lex: l, native: inHant, from: maskBoth} }

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
