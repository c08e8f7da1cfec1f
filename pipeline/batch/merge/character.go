package merge

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// characters gives a text as code points. A byte that is not part of UTF-8 is
// one for itself, past the last code point.
func characters(text []byte) []int32 {
	cs := make([]int32, 0, len(text))
	for len(text) > 0 {
		c, n := utf8.DecodeRune(text)
		if c == utf8.RuneError && n == 1 {
			c = utf8.MaxRune + 1 + rune(text[0])
		}
		cs, text = append(cs, c), text[n:]
	}
	return cs
}

// bytesOf is the inverse of characters.
func bytesOf(cs []int32) []byte {
	var text []byte
	for _, c := range cs {
		if c > utf8.MaxRune {
			text = append(text, byte(c-utf8.MaxRune-1))
		} else {
			text = utf8.AppendRune(text, c)
		}
	}
	return text
}

// A rewrite is a sequence that came from another.
type rewrite struct {
	text  []int32
	hunks []hunk // what changed
}

// byCharacter merges a line that both sides changed.
func (m *merger) byCharacter(b, o, t []byte) ([]byte, bool) {
	base := characters(b)
	var rs [2]rewrite
	for i, line := range [2][]byte{o, t} {
		cs := characters(line)
		rs[i] = rewrite{cs, m.sides[i].diff(base, cs)}
		if !rs[i].edits(base) {
			return nil, false
		}
	}
	merged, ok := weave(base, rs[ours], rs[theirs])
	return bytesOf(merged), ok
}

// edits reports whether at least half of a sequence, or half of what came from it if
// that is shorter, is the same in both. Where less is, the line was replaced rather
// than edited, and what the other side did to the old one does not belong in the new
// one. A sequence that only grew or shrank is all the same.
func (r rewrite) edits(base []int32) bool {
	same := len(base)
	for _, h := range r.hunks {
		same -= h.hi - h.lo
	}
	return 2*same >= min(len(base), len(r.text))
}

// weave takes the changes of two rewrites of a sequence, unless some touch each
// other.
func weave(base []int32, r, s rewrite) ([]int32, bool) {
	var merged []int32
	at := 0
	for len(r.hunks)+len(s.hunks) > 0 {
		if len(r.hunks) == 0 || len(s.hunks) > 0 && s.hunks[0].before(r.hunks[0]) {
			r, s = s, r
		}
		h := r.hunks[0]
		if r.beginsAs(s) {
			s.hunks = s.hunks[1:]
		} else if len(s.hunks) > 0 && near(base, r, s) {
			return nil, false
		}
		r.hunks = r.hunks[1:]
		merged = append(append(merged, base[at:h.lo]...), r.text[h.from:h.to]...)
		at = h.hi
	}
	return append(merged, base[at:]...), true
}

// beginsAs tells whether the first change of both is the same.
func (r rewrite) beginsAs(s rewrite) bool {
	if len(r.hunks) == 0 || len(s.hunks) == 0 {
		return false
	}
	g, h := r.hunks[0], s.hunks[0]
	return g.lo == h.lo && g.hi == h.hi && slices.Equal(r.text[g.from:g.to], s.text[h.from:h.to])
}

// near tells whether the first change of r is too close to that of s, which comes
// after it, to take both: if there is nothing between them, or may be nothing
// where equal characters leave open which of them came or went; if one wrote what
// is between them again, which leaves open which of the two was there before; or
// if it is the middle of a number.
func near(base []int32, r, s rewrite) bool {
	g, h := r.hunks[0], s.hunks[0]
	if h.lo-h.up <= g.hi {
		return true
	}
	between := bytesOf(base[g.hi : h.lo-h.up])
	return bytes.Contains(bytesOf(r.text[g.from:g.to]), between) ||
		bytes.Contains(bytesOf(s.text[h.from:h.to]), between) ||
		len(bytes.Trim(between, "0123456789")) == 0
}
