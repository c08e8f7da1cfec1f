package words

import "zhmd/convert/internal/table"

// Of a way through a block a Simplified target takes the words and the scripts:
// what becomes of a Traditional word is OpenCC's business, as nearly every
// character has one Simplified form alone.

// A part is a word of a block, as far as it is in one script, or what stands
// between Traditional words.
type part struct {
	start, end int    // in the block's text
	script     uint8  // or fixedPart
	value      string // what is written for a word of the glossary
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
				b.divided = append(b.divided, part{b.start(at), b.ends[at], fixedPart, words[0].value})
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
			dst = p.foreign.Append(dst, text)
		default:
			dst = append(dst, text...)
		}
	}
	return dst
}

func (p *Program) editParts(b *block, steps []step, change int, cuts []int, emit func(start, end int, s string)) {
	for _, part := range b.parts(steps, change) {
		text := b.text[part.start:part.end]
		switch {
		case part.script == inHant:
			p.foreign.Edits(text, shifted(cuts, part.start, len(text)), func(start, end int, s string) {
				emit(part.start+start, part.start+end, s)
			})
		case part.script == fixedPart && string(text) != part.value:
			emit(part.start, part.end, part.value)
		}
	}
}
