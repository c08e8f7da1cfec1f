package words

import (
	"unicode/utf8"

	"zhmd/convert/internal/han"
	"zhmd/convert/internal/table"
)

// Seen is what the blocks of a document have been, by the characters that one
// script alone has. It decides about a block where that does not.
type Seen struct {
	Hans, Hant int    // how many blocks have such characters of one script
	Mixed      int    // and of both
	Hits       hits   // regional words
	About      uint32 // the domains that are known beforehand, as bits
	Names      *Names // that the document has; nil if there are none
	Whole      bool   // the document is known, and blocks are not counted any more
	Other      bool   // there are characters that are odd or that only Traditional text has
}

func (s *Seen) note(b *block) {
	b.seenNames, b.hits = s.Names, hits{}
	switch {
	case s.Whole || b.notChinese():
	case b.hans > 0 && b.hant > 0:
		s.Mixed++
	case b.hans > 0:
		s.Hans++
	case b.hant > 0:
		s.Hant++
	}
}

// leaves tells whether a block stays as it is: what is Japanese or Korean, unless
// the text was said to be Chinese, and names of languages to choose from if none of them
// is a word of the glossary.
func (p *Program) leaves(b *block) bool {
	return p.from == maskBoth && b.notChinese() || b.onlyKept() && isSwitch(b.text)
}

// judge decides which scripts a block may have, and what a change costs.
func (p *Program) judge(b *block, seen *Seen) (allowed mask, change int) {
	change = p.lex.Switch
	b.domains = seen.domains()
	b.open = b.hans == 0 && p.from == maskBoth && seen.Hant >= seen.Hans+seen.Mixed && !p.always
	switch {
	case p.from == maskHant, p.from == maskHans && b.hant+b.weak == 0:
		return p.from, change
	case p.from == maskHans:
		return maskBoth, change
	case b.hant == 0 && (b.hans > 0 || seen.Hant <= seen.Hans+seen.Mixed) && (b.weak > 0 || b.open):
		return maskBoth, change
	case b.hant == 0 && (b.hans > 0 || seen.Hant <= seen.Hans+seen.Mixed):
		return maskHans, change
	case b.hans > 0:
		return maskBoth, change
	case seen.Hant > mostly*(seen.Hans+seen.Mixed):
		return maskHant, change
	}
	return maskBoth, 2 * change
}

// mostly is how many times as many blocks a document has in Traditional alone as
// others for what may be Simplified in another such block not to be looked for.
const mostly = 4

// See notes the blocks of text.
func (l *Lexicon) See(text []byte, seen *Seen) {
	all, weak, hans := l.flags(text)
	if (all|weak)&(Odd|OnlyHant) == 0 {
		if !seen.Whole {
			seen.Hans += hans
		}
		return
	}
	seen.Other = true
	for text := range blocksOf(text) {
		b := block{lex: l}
		all, _, _ := l.flags(text)
		if all&Odd != 0 {
			b.countAll(text)
		} else {
			b.hans, b.hant = one(all&OnlyHans != 0), one(all&OnlyHant != 0)
		}
		seen.note(&b)
	}
}

// flags gives all flags that a character of text has, and those of what is weak. lines
// is how many lines, which are the blocks unless they are long, have a character that
// only Simplified text has.
func (l *Lexicon) flags(text []byte) (all, weak Flag, lines int) {
	bmp, flags := l.Symbols.BMP, l.Flags
	line := Flag(0)
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf && text[i] != '\n' {
			i++
			continue
		}
		s, size := Symbol(0), 3
		if i+4 <= len(text) && han.IsThree(han.Load32(text, i)) {
			s = bmp[han.CodePoint(han.Load32(text, i))]
		}
		if s == table.Unknown {
			s, size = l.at(text, i)
		}
		if size == 1 { // a line break, or an invalid byte
			all, lines, line = all|line, lines+one(line&OnlyHans != 0), 0
		}
		if f := flags[s]; f&Weak == 0 {
			line |= f
		} else {
			weak |= f
		}
		i += size
	}
	return all | line, weak, lines + one(line&OnlyHans != 0)
}

// countAll counts the characters of a text by what they tell.
func (b *block) countAll(text []byte) {
	for i := 0; i < len(text); {
		s, size := b.lex.at(text, i)
		if b.lex.Flags[s]&Odd != 0 {
			b.letters.note(text[i:])
		}
		b.count(s)
		i += size
	}
}
