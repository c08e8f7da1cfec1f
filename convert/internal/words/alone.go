package words

import (
	"zhmd/convert/internal/table"
)

// Nine in ten words that make a difference stand where no other reaches over their
// ends, and are the likeliest way through themselves. They are written without a
// search.

// A found is the longest word at a place.
type found struct {
	end   int    // behind its last character
	entry int32  // the first of its entries
	marks uint32 // of its characters, together; isGlossed of those but the first
	plain bool   // they are three bytes each and stand for themselves
}

// longest looks for the longest word that begins at i, with the character s, which is not
// the last; its end is 0 if there is none. differs tells whether that or one that it
// begins with makes a difference.
func (w *writer) longest(i int, s Symbol) (f found, differs bool) {
	lex := w.lex
	next, size := w.at(i + 3)
	class := lex.Class[next]
	node, ok := lex.Trie.Step(lex.Trie.Roots[lex.Class[s]], class)
	if !ok {
		return f, false
	}
	marks, plain := w.marks[s]&^(isGlossed>>24), lex.Class[s] == s
	for j := i + 3 + size; ; j += size {
		marks |= w.marks[next]
		plain = plain && class == next && size == 3
		if v := node.Value(); v != 0 {
			f = found{j, int32(v - 1), uint32(marks) << 24, plain}
			differs = differs || int(v-1) < len(w.how) && w.differ(int32(v-1), i, j)
		}
		base := node.Base()
		if base == 0 || j >= len(w.src) {
			return f, differs
		}
		next, size = w.at(j)
		class = lex.Class[next]
		if node, ok = lex.Trie.Step(base, class); !ok || next == table.Unknown {
			return f, differs
		}
	}
}

// found writes the longest word at i, or what is there in its place, and gives the end
// of what is written.
func (w *writer) found(i int, s Symbol, f found) int {
	if !f.plain || f.marks&isHant != 0 || f.end > w.end || w.over(i, w.low, s) || w.crossed(i, f) {
		return w.decide(i)
	}
	e := w.lex.wholeOf(f.entry)
	if e == none {
		return w.decide(i)
	}
	w.any |= f.marks
	if w.low = f.end; int(e) < len(w.how) {
		w.put((f.end-i)/3, i, f.end, e)
	} else {
		w.each(i, f.end)
	}
	return f.end
}

// one converts the character at i, which depends on whether it is a word.
func (w *writer) one(i int, s Symbol, size int) int {
	if size != 3 {
		return w.decide(i)
	}
	if i+3 < w.end {
		if f, _ := w.longest(i, s); f.end != 0 {
			return w.found(i, s, f)
		}
	}
	one := w.only[s]
	marks := uint32(w.marks[s]) << 24
	if one.entry == none || marks&isHant != 0 || w.over(i, w.low, s) {
		return w.decide(i)
	}
	w.any |= marks
	w.low = i + 3
	w.put(1, i, i+3, one.entry)
	return w.low
}

// each writes what becomes of characters of three bytes, one by one.
func (w *writer) each(start, end int) {
	for i := start; i < end; i += 3 {
		s, _ := w.at(i)
		w.any |= w.oddOf(s)
		out := w.foreign.AppendChar(w.buf[:w.n], w.lex.Runes[s])
		w.note(i, i+3, len(out)-w.n, len(out)-w.n == 3)
		w.n, w.buf = len(out), out[:cap(out)]
	}
}

// oddOf gives isOdd for a character that does not stay and is no letter or becomes none.
func (w *writer) oddOf(s Symbol) uint32 {
	if w.odds.has(s) {
		return isOdd
	}
	return 0
}

// put writes what becomes of an entry, which stands for some characters.
func (w *writer) put(chars, start, end int, e int32) {
	how := w.how[e]
	form, domain := w.lex.Text(w.lex.Forms.At(int(e), w.written())), uint8(0)
	if how&depends != 0 {
		form, domain = w.formHere(e, start, end)
	} else if how&tells != 0 {
		domain = w.lex.Domains[e]
	}
	w.hits.add(domain)
	w.any |= uint32(how&odd) << 24
	w.note(start, end, len(form), w.track && end-start == 3*chars && threes(form, chars))
	w.makeRoom(len(form))
	w.n += copy(w.buf[w.n:], form)
}

// formHere is regionalForm of an entry between two offsets.
func (w *writer) formHere(e int32, start, end int) (form string, domain uint8) {
	if w.byEntry == e && w.byStart == start {
		return w.formWhere(e, w.by)
	}
	return w.regionalForm(e, w.place(start, end))
}
