package engine

import (
	"bytes"
	"unicode/utf8"

	"zhmd/convert/internal/opencc"
	"zhmd/convert/internal/table"
)

// lookahead is more bytes than an op looks at behind its end: a key of one
// stage, one of the next, and a description sequence. [Program.Boundary] adds
// to it what a glossary needs.
const lookahead = 1024

// Boundary gives how far src, a part of a longer text, can be converted from
// the offset from on: what is behind it cannot change what becomes of it. It is
// from if more of the text has to be known.
func (p *Program) Boundary(src []byte, from int) int {
	if n := from + p.lastDivider(src[from:]); n > from {
		return n
	}
	limit := len(src) - lookahead
	if p.gloss != nil {
		limit -= p.gloss.longestKey
	}
	at, f := from, &flow{}
	for i := from; i < limit; {
		if i = p.op(src, i, nil, f).end; i <= limit && p.gloss.divides(src, at, i) {
			at = i
		}
	}
	return at
}

// divides tells whether text may end at i, where an op does, and at from: not in
// a word of ASCII, which might look like one of the glossary then, unless it is
// longer than all of these.
func (g *Glossary) divides(src []byte, from, i int) bool {
	return g == nil || !alphanumeric(src[i-1]) || !alphanumeric(src[i]) || i-from > g.longestKey
}

// lastDivider gives the end of the last character that is in no key, and so
// divides the text: a line break, a comma. Inside a description sequence or a
// word of ASCII it does not; 0 if there is none.
func (p *Program) lastDivider(src []byte) int {
	for end := len(src); end > 0; {
		r, size := utf8.DecodeLastRune(src[:end])
		if r != utf8.RuneError && p.symbols.Of(r) == table.Unknown && !(r < utf8.RuneSelf && alphanumeric(byte(r))) {
			if described := bytes.LastIndex(src[max(0, end-utf8.UTFMax*opencc.MaxIDS):end], []byte{0xE2, 0xBF}); described < 0 {
				return end
			}
		}
		end -= size
	}
	return 0
}
