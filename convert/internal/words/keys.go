package words

import (
	"slices"
	"unicode/utf8"

	"zhmd/convert/internal/trie"
)

// FindKeys finds what a [Lexicon] has to know of its words beside them: those which, by
// the programs for each of what is written, are [Lexicon.Keys]; and its Pairs. It takes
// seconds, and so is done when the table is made.
func (l *Lexicon) FindKeys(programs [][]*Program) {
	l.Pairs = trie.NewNeighbours(pairBits)
	l.Pairs.Add(l.Trie)
	l.Keys = nil
	l.derive()
	forms := l.forms()
	for _, programs := range programs {
		var keys [][]Symbol
		weight := 0
		l.Trie.Each(func(key []Symbol, value uint32) {
			if slices.ContainsFunc(programs, func(p *Program) bool { return p.isKey(key, int32(value-1), forms) }) {
				keys = append(keys, slices.Clone(key))
				if weight++; len(key) == 2 {
					weight += 3 // see [trie.NewDeep]
				}
			}
		})
		filter := trie.NewDeep(weight)
		for _, key := range keys {
			filter.AddKey(key)
		}
		l.Keys = append(l.Keys, filter)
	}
}

// pairBits is how many bits tell of pairs, as a power of two.
const pairBits = 21

// isKey reports whether a word, whose entries begin with e, may be written otherwise than
// its characters are by themselves, or tells of its script though they do not.
func (p *Program) isKey(key []Symbol, e int32, forms [][]Symbol) bool {
	if p.native == inHans && p.isKeyInHant(key, forms) {
		return true
	}
	for ; int(e) < len(p.lex.Spelt); e++ {
		if p.lex.tellsEntry(e) || p.native == inHant && p.differs(e) {
			return true
		}
		if p.lex.Costs[e]&More == 0 {
			break
		}
	}
	return false
}

// tellsEntry reports whether an entry tells of a script though none of its characters does:
// 制片家, which is 製片家 in Traditional text, has 制 as 制度 has it there.
func (l *Lexicon) tellsEntry(e int32) bool {
	hans := l.hansOf(e)
	hant := l.Spelling[int(l.Spelt[e])+len(hans):]
	for k, s := range hans {
		if l.Flags[s]&OnlyHant != 0 || l.Flags[s]&OnlyHans == 0 && l.Glyph[s] != hant[k] {
			return true
		}
	}
	return false
}

// forms returns, by symbol, the characters that it stands for in the keys of words.
func (l *Lexicon) forms() [][]Symbol {
	all := make([][]Symbol, len(l.Class))
	for s, class := range l.Class {
		if s != 0 {
			all[class] = append(all[class], Symbol(s))
		}
	}
	return all
}

// differs reports whether an entry of several characters may be written otherwise than
// they are, in the text of either script.
func (p *Program) differs(e int32) bool {
	form, hant := p.lex.form(e, p.target), p.lex.form(e, Hant)
	if p.regional >= 0 && (p.lex.conditional(e) || p.lex.form(e, p.regional) != form) {
		return true
	}
	alone := ""
	for _, s := range p.lex.hansOf(e) {
		alone += p.foreign.Char(p.lex.Runes[s])
	}
	if form != "" && form != alone {
		return true
	}
	return form != "" && (p.shapes == nil && form != hant || p.shapes != nil && p.exception(e, form))
}

// maxForms is how many ways to write a word are looked through at most.
const maxForms = 1 << 12

// isKeyInHant reports whether a word of Traditional text, however it is written there, or a
// part of one, becomes other than its characters do.
func (p *Program) isKeyInHant(key []Symbol, forms [][]Symbol) bool {
	written := [][]Symbol{nil}
	for _, class := range key {
		var longer [][]Symbol
		for _, form := range written {
			for _, s := range forms[class] {
				if p.lex.Flags[s]&OnlyHans == 0 {
					longer = append(longer, append(slices.Clone(form), s))
				}
			}
		}
		if written = longer; len(written) > maxForms {
			return true
		}
	}
	return slices.ContainsFunc(written, func(word []Symbol) bool {
		for from := range word {
			for to := from + 2; to <= len(word); to++ {
				if p.differsInHant(word[from:to]) {
					return true
				}
			}
		}
		return false
	})
}

// differsInHant reports whether what OpenCC or the project's own table makes of a word is
// other than what its characters become.
func (p *Program) differsInHant(word []Symbol) bool {
	var text, alone []byte
	for _, s := range word {
		text = utf8.AppendRune(text, p.lex.Runes[s])
		alone = append(alone, p.foreign.Char(p.lex.Runes[s])...)
	}
	if p.byWord && p.lex.mainland(word) != "" {
		return true
	}
	return string(p.foreign.Append(nil, text)) != string(alone)
}
