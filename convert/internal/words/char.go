package words

import (
	"sync/atomic"
	"unicode/utf8"

	"zhmd/convert/internal/han"
	"zhmd/convert/internal/table"
)

// A char is what a program knows of a character: what it becomes in the text of each
// script where no word says otherwise, and where words do. It is one number, so that
// looking a character up is one load.
type char uint64

// The parts of a char.
const (
	outBits   = 16 // of each script: the symbol of what it becomes, Unknown where it stays
	classAt   = scripts * outBits
	openAt    = classAt + 16
	onlyAt    = openAt + 3 // only Traditional text has it
	wordsAt   = onlyAt + 1 // in each script: it becomes a word, which out does not tell: 埠 is 端口
	knownChar = 1 << 63
)

// out returns the symbol of what the character becomes in the text of a script; Unknown if
// it stays.
func (c char) out(script uint8) Symbol { return Symbol(c >> (script * outBits & 63)) }

// class returns the symbol that stands for the character in the keys of words.
func (c char) class() Symbol { return Symbol(c >> classAt) }

// isOpen reports whether it depends on the words around the character what becomes of it,
// or whether it tells of their script, in blocks with the allowed scripts.
func (c char) isOpen(allowed mask) bool { return c>>(openAt-1+allowed&63)&1 != 0 }

// script returns the script of a decided character where both are allowed.
func (c char) script() uint8 { return uint8(c>>onlyAt) & 1 }

// changes reports whether the character becomes another one in the text of a script.
func (c char) changes(script uint8) bool {
	return c.out(script) != table.Unknown || c>>(wordsAt+script)&1 != 0
}

// openIn returns the bits that say so, for blocks with each of some masks.
func openIn(allowed ...mask) (all char) {
	for _, m := range allowed {
		all |= 1 << (openAt - 1 + m)
	}
	return all
}

// chars are what a program knows of characters, by symbol, as far as it has met them.
type chars []atomic.Uint64

// char returns what is known of a character.
func (p *Program) char(s Symbol) char {
	if c := char(p.chars[s].Load()); c != 0 {
		return c
	}
	return p.findChar(s)
}

//go:noinline
func (p *Program) findChar(s Symbol) char {
	c := p.newChar(s) | knownChar
	p.chars[s].Store(uint64(c))
	return c
}

// newChar finds out what becomes of a character.
func (p *Program) newChar(s Symbol) (c char) {
	lex, flags := p.lex, p.lex.Flags[s]
	if s == 0 {
		return 0
	}
	var out [scripts]string
	out[1-p.native] = p.foreign.Changed(lex.Runes[s])
	if p.shapes != nil && p.native == inHant {
		out[inHant] = p.shapes.Changed(lex.Runes[s])
	}
	self := lex.glyph(s)
	for script := range out {
		if out[script] == "" {
			out[script] = self
		}
	}
	c = char(lex.Class[s]) << classAt
	if p.native == inHant {
		for script := range uint8(scripts) {
			result, same := p.asWord(s, script, out[script])
			if out[script] = result; !same {
				c |= openIn(1<<script, maskBoth)
			}
		}
	}
	if flags&OnlyHant != 0 {
		c |= openIn(maskHans) | 1<<onlyAt
	}
	if out[inHans] != out[inHant] && flags&(OnlyHans|OnlyHant) == 0 || p.lex.tellsScript(s) {
		c |= openIn(maskBoth)
	}
	for script, o := range out {
		if o == self {
			continue
		}
		if r, size := utf8.DecodeRuneInString(o); size == len(o) && lex.Symbols.Of(r) != table.Unknown {
			c |= char(lex.Symbols.Of(r)) << (script * outBits)
		} else {
			c |= 1 << (wordsAt + script)
		}
	}
	return c
}

// asWord returns what is written for a character that is a word in the text of a script;
// alone is what it becomes in a word that is read character by character. same reports
// whether these are one, whatever stands around it.
func (p *Program) asWord(s Symbol, script uint8, alone string) (result string, same bool) {
	e, _ := p.lex.unigram(s, script)
	if e == none {
		return alone, true
	}
	result = p.formOfChar(e, s, script, alone)
	return result, result == alone && !p.isRegional(e, script)
}

// isRegional reports whether an entry may have a regional word in the text of a script.
func (p *Program) isRegional(e int32, script uint8) bool {
	return p.regional >= 0 && (script != p.native || p.always) && (p.lex.conditional(e) || p.lex.form(e, p.regional) != p.lex.form(e, p.target))
}

// formOfChar returns what is written for the entry of a character.
func (p *Program) formOfChar(e int32, s Symbol, script uint8, alone string) string {
	form := p.lex.form(e, p.target)
	switch {
	case form == "":
		return alone
	case p.shapes != nil && p.exception(e, form):
		return form
	case script == p.native && p.lex.form(e, Hant) != p.lex.glyph(s):
		return alone
	}
	return form
}

// tellsScript reports whether a character that both scripts have is likelier in one: it costs
// less as a word there, or words that are read character by character have it there alone.
func (l *Lexicon) tellsScript(s Symbol) bool {
	flags := l.Flags[s]
	e, cost := l.unigram(s, inHans)
	f, other := l.unigram(s, inHant)
	switch {
	case flags&OnlyHant != 0:
		return e != none // it is a word of Simplified text all the same
	case flags&OnlyHans != 0:
		return false
	}
	return cost != other || (e == none) != (f == none) || flags&(AsHans|AsHant) != AsHans|AsHant
}

// glyph returns the character of a symbol.
func (l *Lexicon) glyph(s Symbol) string {
	at := int(s) * utf8.UTFMax
	return l.glyphs[at : at+han.Len(l.glyphs[at])]
}

// glyphsOf returns characters side by side, each in the room of the longest.
func glyphsOf(runes []rune) string {
	all := make([]byte, utf8.UTFMax*len(runes))
	for s, r := range runes {
		utf8.EncodeRune(all[s*utf8.UTFMax:], r)
	}
	return string(all)
}
