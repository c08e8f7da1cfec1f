package words

import (
	"unicode/utf8"

	"zhmd/convert/internal/han"
	"zhmd/convert/internal/table"
)

// editFast calls emit for what changes in a block of Simplified text. ok is false if
// it is not such text, or if a word reaches over a cut that may not, and nothing was
// emitted then.
func (p *Program) editFast(f *fast, text []byte, begin, end int, cuts []int, seen *Seen, emit func(start, end int, replacement string)) (ok bool) {
	w := writers.Get().(*writer)
	defer writers.Put(w)
	w.Program, w.fast = p, f
	out, ok := w.tracked(w.out[:0], text, begin, end, cuts, seen)
	if !ok {
		return false
	}
	w.out = out
	at, o := begin, 0
	written := string(out)
	for _, u := range w.uneven {
		emitChanges(text, at, u.start, written[o:u.outStart], emit)
		if string(text[u.start:u.end]) != written[u.outStart:u.outEnd] {
			emit(u.start, u.end, written[u.outStart:u.outEnd])
		}
		at, o = u.end, u.outEnd
	}
	emitChanges(text, at, end, written[o:], emit)
	return true
}

// tracked converts a block of text and keeps what of it is uneven. ok is false if the
// block is not Simplified text, or if a word reaches over a cut that may not; seen and dst
// are as before then.
func (w *writer) tracked(dst, text []byte, begin, end int, cuts []int, seen *Seen) (out []byte, ok bool) {
	w.src, w.track, w.uneven = text, true, w.uneven[:0]
	before := *seen
	out, ok = w.block(dst, begin, end, seen)
	w.src, w.buf, w.track = nil, nil, false
	if ok && !w.evenAtCuts(text[:end], out, cuts) {
		*seen, ok = before, false
	}
	return out, ok
}

// evenAtCuts tells whether each stretch that reaches over a cut has the number of
// characters of what is written for it, and each word of the glossary that does would be
// taken there.
func (w *writer) evenAtCuts(text, out []byte, cuts []int) bool {
	for _, u := range w.uneven {
		for len(cuts) > 0 && cuts[0] <= u.start {
			cuts = cuts[1:]
		}
		if len(cuts) == 0 || cuts[0] >= u.end {
			continue
		}
		if utf8.RuneCount(text[u.start:u.end]) != utf8.RuneCount(out[u.outStart:u.outEnd]) {
			return false
		}
		if u.ofUser {
			if end, _ := w.glossary.WordAround(text, u.start, cuts); end != u.end {
				return false
			}
		}
	}
	return true
}

// emitChanges emits what differs between text from at to end and what is written for
// it, which has its bytes in the same places: whole characters, those that are side
// by side together.
func emitChanges(text []byte, at, end int, written string, emit func(start, end int, replacement string)) {
	base := at
	for at < end {
		if text[at] == written[at-base] && (text[at] < utf8.RuneSelf || same3(text, at, end, written, base)) {
			at += sizeOf(text[at], end-at)
			continue
		}
		from := at
		for at < end && !(text[at] < utf8.RuneSelf) && !same3(text, at, end, written, base) {
			at += sizeOf(text[at], end-at)
		}
		emit(from, at, written[from-base:at-base])
	}
}

// same3 tells whether the character at is the same in what is written.
func same3(text []byte, at, end int, written string, base int) bool {
	n := sizeOf(text[at], end-at)
	return string(text[at:at+n]) == written[at-base:at-base+n]
}

// sizeOf is the length of the character that begins with b, of n bytes at most.
func sizeOf(b byte, n int) int {
	size := 1
	switch {
	case b >= 0xF0:
		size = 4
	case b >= 0xE0:
		size = 3
	case b >= 0xC0:
		size = 2
	}
	return min(size, n)
}

// passes tells whether Simplified text stays as it is.
func (p *Program) passes() bool {
	return p.native == inHans && p.from != maskHant && p.glossary == nil
}

// Stays tells whether all of a document that is known stays as it is.
func (p *Program) Stays(seen *Seen) bool {
	return seen.Whole && seen.Hans > 0 && !seen.Other && p.passes()
}

// stays tells whether a block stays as it is for a Simplified target because it is
// Simplified, found out without reading words.
func (p *Program) stays(text []byte, seen *Seen) bool {
	if !p.passes() {
		return false
	}
	hans, ok := p.scan(text)
	if !ok || !hans && p.from == maskBoth && seen.Hant > seen.Hans+seen.Mixed {
		return false
	}
	if hans && !seen.Whole {
		seen.Hans++
	}
	return true
}

// scan tells whether a text has a character that only Simplified text has; ok is false
// if it has one that only Traditional text has, or an odd one.
func (p *Program) scan(text []byte) (hans, ok bool) {
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		s, size := p.lex.symbolAt(text, i)
		flags := p.lex.Flags[s]
		if flags&(OnlyHant|Odd) != 0 {
			return hans, false
		}
		hans = hans || flags&OnlyHans != 0
		i += size
	}
	return hans, true
}

// symbolAt gives the symbol and the size of the character at i, Unknown at the end.
func (l *Lexicon) symbolAt(text []byte, i int) (s Symbol, size int) {
	if i+4 <= len(text) {
		if word := han.Load32(text, i); han.IsThree(word) {
			return l.Symbols.BMP[han.CodePoint(word)], 3
		}
	}
	if i >= len(text) {
		return table.Unknown, 1
	}
	return l.at(text, i)
}
