package words

import (
	"slices"
	"unicode/utf8"

	"zhmd/convert/internal/table"
)

// Of a way through a block a Simplified target takes the words and the scripts:
// what becomes of a Traditional word is OpenCC's business, as nearly every
// character has one Simplified form alone.

// A part is a word of a block, as far as it is in one script, or what stands
// between Traditional words.
type part struct {
	start, end int    // in the block's text
	script     uint8  // or fixedPart
	value      string // what is written for a word of the glossary, or is kept
	kept       bool
}

const fixedPart = scripts

// parts divides a way at Traditional words and words of the glossary.
func (b *block) parts(steps []step, change int) []part {
	b.divided = b.divided[:0]
	words := b.fixed
	script := uint8(inHans)
	var buf [maxWord]uint8
	for _, s := range steps {
		b.joins = false
		for k, in := range b.scriptsOf(s, change, buf[:0]) {
			at := s.from + k
			switch {
			case len(words) > 0 && words[0].at == at:
				b.divided = append(b.divided, part{b.start(at), b.ends[at], fixedPart, words[0].value, words[0].kept})
				words = words[1:]
				continue
			case b.syms[at] != table.Unknown:
				script = in
			}
			b.extend(b.start(at), b.ends[at], script)
		}
	}
	return b.divided
}

// extend adds text to the last part, or begins another.
func (b *block) extend(start, end int, script uint8) {
	n := len(b.divided)
	if n > 0 && b.divided[n-1].script == script && (b.joins || script == inHans) {
		b.divided[n-1].end = end
		return
	}
	b.joins = true
	b.divided = append(b.divided, part{start: start, end: end, script: script})
}

func (p *Program) appendParts(dst []byte, b *block, steps []step, change int) []byte {
	for _, part := range b.parts(steps, change) {
		text := b.text[part.start:part.end]
		switch part.script {
		case fixedPart:
			dst = append(dst, part.value...)
		case inHant:
			dst = p.appendHant(dst, text)
		default:
			dst = append(dst, text...)
		}
	}
	return dst
}

// appendHant makes a Traditional word Simplified. Where a Traditional character is
// left in it the whole has to be a word of Simplified text, a name for the most part;
// otherwise the characters are converted each by itself.
func (p *Program) appendHant(dst, text []byte) []byte {
	if p.byWord {
		if word := p.lex.mainland(text); word != "" {
			return append(dst, word...)
		}
	}
	n := len(dst)
	if dst = p.foreign.Append(dst, text); !p.leftHant(dst[n:]) || p.lex.has(dst[n:]) {
		return dst
	}
	dst = dst[:n]
	for i := 0; i < len(text); {
		_, size := utf8.DecodeRune(text[i:])
		dst = p.foreign.Append(dst, text[i:i+size])
		i += size
	}
	return dst
}

// mainland gives what the mainland says for a word of Taiwan's, by the project's own
// table; "" for what OpenCC says.
func (l *Lexicon) mainland(text []byte) string {
	var key, glyphs []Symbol
	for i := 0; i < len(text); {
		s, size := l.at(text, i)
		key, glyphs = append(key, l.Class[s]), append(glyphs, l.Glyph[s])
		i += size
	}
	for e := l.Trie.Lookup(key); e > 0; e++ {
		from := int(e - 1)
		if from < len(l.Spelt) && slices.Equal(l.Spelling[int(l.Spelt[from])+len(key):][:len(key)], glyphs) {
			if word := l.form(int32(from), CN); word != "" {
				return word
			}
		}
		if l.Costs[e-1]&More == 0 {
			break
		}
	}
	return ""
}

// has tells whether text is a word as Simplified text has it.
func (l *Lexicon) has(text []byte) bool {
	var word []Symbol
	for i := 0; i < len(text); {
		s, size := l.at(text, i)
		word = append(word, s)
		i += size
	}
	key := slices.Clone(word)
	for i, s := range word {
		key[i] = l.Class[s]
	}
	for e := l.Trie.Lookup(key); e > 0; e++ {
		if from := int(e - 1); from < len(l.Spelt) && slices.Equal(l.Spelling[l.Spelt[from]:][:len(word)], word) {
			return true
		}
		if l.Costs[e-1]&More == 0 {
			return false
		}
	}
	return false
}

// editHant emits what changes in a Traditional word, with the cuts in it. Where one is,
// and the word becomes longer or shorter, its parts are converted as OpenCC does.
func (p *Program) editHant(b *block, in part, cuts []int, emit func(start, end int, s string)) {
	text := b.text[in.start:in.end]
	b.out = p.appendHant(b.out[:0], text)
	switch {
	case len(cuts) > 0 && utf8.RuneCount(b.out) != utf8.RuneCount(text):
		p.foreign.Edits(text, cuts, func(start, end int, s string) { emit(in.start+start, in.start+end, s) })
	case string(b.out) != string(text):
		emit(in.start, in.end, string(b.out))
	}
}

// editParts emits what changes; cuts are offsets into the block's text.
func (p *Program) editParts(b *block, steps []step, change int, cuts []int, emit func(start, end int, s string)) {
	for _, part := range b.parts(steps, change) {
		text := b.text[part.start:part.end]
		switch {
		case part.script == inHant:
			p.editHant(b, part, shifted(cuts, part.start, len(text)), emit)
		case part.script == fixedPart && string(text) != part.value:
			emit(part.start, part.end, part.value)
		}
	}
}
