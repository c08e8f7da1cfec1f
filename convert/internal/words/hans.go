package words

import (
	"unicode/utf8"

	"zhmd/convert/internal/han"
	"zhmd/convert/internal/table"
	"zhmd/convert/internal/trie"
)

// han converts characters of three bytes from i on, up to one that it leaves to
// others, and gives where that is.
func (w *writer) han(i int) int {
	even := han.Even{Outs: w.outs, Filter: w.filter}
	var at han.Stretch
	for last := min(w.end-3, len(w.src)-han.Window); i <= last && w.n+room <= len(w.buf); {
		word := han.Load32(w.src, i)
		if !han.IsThree(word) {
			break
		}
		start, all := w.ahead(i)
		key := !all && (w.outs[uint16(start>>32)] == 0 || w.filter.Begins(start))
		if all {
			at.Start, at.Any = start, w.any
			key = even.Convert(w.buf[w.n:], w.src[i:], &at, min(last-i, len(w.buf)-w.n-room))
			if w.n, i, w.any = w.n+at.N, i+at.N, at.Any; !key {
				continue
			}
			start = at.Start
		}
		next := w.step(i, start, key)
		if next == i {
			break
		}
		i = next
	}
	return i
}

// step converts the character at i, with which the codes of start begin, or decides
// about the words around it, and gives the end; i if that is left to others. key tells
// that a word may begin there that makes a difference, or one of the glossary, or that the
// character is not plain.
func (w *writer) step(i int, start uint64, key bool) int {
	code := uint16(start >> 32)
	s, out := w.lex.Symbols.BMP[code], w.outs[code]
	if key && w.gloss != nil && w.gloss.begins.has(s) && w.gloss.mayGoOn(s, start) {
		if end := w.fix(i); end > i {
			return end
		}
	}
	switch {
	case out == 0:
		return i
	case s == table.Unknown:
		w.n += copy(w.buf[w.n:], w.src[i:i+3])
		return i + 3
	case key && w.how != nil:
		if f, differs := w.longest(i, s); differs {
			return w.found(i, s, f)
		}
	}
	w.any |= out
	han.Store32(w.buf, w.n, out)
	w.n += 3
	return i + 3
}

// ahead gives the codes of the three characters at i, see [trie.Start]. all tells that
// they take three bytes each, as the first does.
func (w *writer) ahead(i int) (start uint64, all bool) {
	a, b, c := han.Load32(w.src, i), han.Load32(w.src, i+3), han.Load32(w.src, i+6)
	if han.IsThree(b) && han.IsThree(c) {
		return trie.Start(han.CodePoint(a), han.CodePoint(b), han.CodePoint(c)), true
	}
	next, size := w.code(i + 3)
	third, _ := w.code(i + 3 + size)
	return trie.Start(han.CodePoint(a), next, third), false
}

// other converts the character at i, which is not one of three bytes that become
// three bytes in all words.
func (w *writer) other(i int) int {
	if end := w.fixed(i); end > i {
		return end
	}
	s, size := w.lex.at(w.src, i)
	switch {
	case w.lines != nil && size == 1 && w.src[i] >= utf8.RuneSelf: // an invalid byte
		w.buf[w.n] = w.src[i]
		w.n++
		w.lines.end(i+1, i+1, i+1)
		return i + 1
	case isForeign(w.src[i:]):
		w.failed = true
		return i
	case w.how == nil:
		return w.keep(i, s, size)
	case s == table.Unknown || w.lex.Flags[s]&Odd != 0:
		size = max(size, w.described(i))
		out := w.foreign.Append(w.buf[:w.n], w.src[i:i+size])
		if string(out[w.n:]) != string(w.src[i:i+size]) {
			w.any |= isOdd
		}
		w.note(i, i+size, len(out)-w.n, false)
		w.n, w.buf = len(out), out[:cap(out)]
		w.low = i + size
		return w.low
	}
	return w.one(i, s, size)
}

// keep copies the character at i, unless Simplified text does not have it.
func (w *writer) keep(i int, s Symbol, size int) int {
	if w.failed = w.lex.Flags[s]&(OnlyHant|Odd) != 0; w.failed {
		return i
	}
	w.any |= w.lex.marks(s)
	w.makeRoom(size)
	w.n += copy(w.buf[w.n:], w.src[i:i+size])
	return i + size
}

// differ tells whether one of the entries of a word, which begin with e, makes a
// difference between two places.
func (w *writer) differ(e int32, start, end int) bool {
	w.byEntry = none
	switch how := w.how[e]; {
	case how&(ifMet|always) == 0:
		return false
	case how&always != 0:
		return true
	}
	for ; ; e++ {
		if w.how[e]&depends != 0 {
			if w.by = w.met(e, w.place(start, end)); w.by != nil {
				w.byEntry, w.byStart = e, start
				return true
			}
		}
		if w.lex.Costs[e]&More == 0 {
			return false
		}
	}
}

// place gives what conditions look at for a word between two offsets, which may reach over
// the end of a block of a long text.
func (w *writer) place(start, end int) *context {
	return &context{w.src[w.first:max(w.end, end)], start - w.first, end - w.first, w.domains, &w.pending}
}
