package words

import (
	"unicode/utf8"

	"zhmd/convert/internal/han"
	"zhmd/convert/internal/table"
)

// A window is the characters between two places that no word reaches over, and the
// likeliest way through them. It is [block.search] for Simplified text, which is
// most of what is searched.
type window struct {
	syms   [maxWindow]Symbol
	ends   [maxWindow]int32 // by character, counted from where the window begins
	places [maxWindow + 1]place
}

// maxWindow is how many characters a window has at most; longer ones, of which
// there are hardly any, are searched as blocks.
const maxWindow = 48

// A place is what is behind a character: the cheapest way there, and its last word.
type place struct {
	cost  int32
	from  int32
	entry int32
}

// A only is what there is for a character as a word of Simplified text.
type only struct {
	cost  int32
	entry int32
}

// onlyOf finds the likeliest of the entries of a character.
func (l *Lexicon) onlyOf(s Symbol) only {
	best := only{int32(l.Floor), none}
	first := l.Single[l.Class[s]]
	if first == 0 {
		return best
	}
	found := false
	for e := int32(first - 1); ; e++ {
		cost := int32(l.Costs[e] &^ More)
		if l.Spelling[l.Spelt[e]] == s && (!found || cost < best.cost) {
			best, found = only{cost, e}, true
		}
		if l.Costs[e]&More == 0 {
			return best
		}
	}
}

// decide finds the words around i, between the nearest places that none reaches
// over, writes them and gives the end of the last. What is before i there has been
// written character by character, and is written again.
func (w *writer) decide(i int) int {
	from, s, size := w.back(i)
	win := &w.window
	for n, to := 0, from; ; n++ {
		flags := w.lex.Flags[s]
		if flags&OnlyHant != 0 {
			w.failed = true
			return to
		}
		if n == maxWindow {
			return w.decideLong(from, i)
		}
		w.any |= uint32(flags&OnlyHans) * ((isHans | isName) / uint32(OnlyHans))
		to += size
		win.syms[n], win.ends[n] = s, int32(to-from)
		var next Symbol
		if to < w.end {
			next, size = w.at(to)
		}
		if to >= w.end || to > i && (!w.neighbours(to, s, next) || w.stops(to)) {
			return w.decided(from, i, to, n+1)
		}
		s = next
	}
}

// back gives the nearest place before i, or i, that no word reaches over, and the
// character there.
func (w *writer) back(i int) (from int, s Symbol, size int) {
	s, size = w.at(i)
	for from = i; from > w.low; {
		before, n := w.before(from)
		if !w.neighbours(from, before, s) {
			break
		}
		from, s, size = from-n, before, n
	}
	return from, s, size
}

// before gives the symbol and the size of the character that ends at i.
func (w *writer) before(i int) (s Symbol, size int) {
	if i >= 3 && i < len(w.src) {
		if word := han.Load32(w.src, i-3); han.IsThree(word) {
			return w.lex.Symbols.BMP[han.CodePoint(word)], 3
		}
	}
	return w.lex.before(w.src, i)
}

// neighbours tells whether a word may reach over i, where the characters s and next
// meet, or a word of ASCII does.
func (w *writer) neighbours(i int, s, next Symbol) bool {
	flags := w.lex.Flags
	return s != table.Unknown && next != table.Unknown && (flags[s]|flags[next])&Odd == 0 && w.lex.Neighbours.Has(w.lex.Class[s], w.lex.Class[next]) ||
		w.src[i] < utf8.RuneSelf && alphanumeric(w.src, i-1) && alphanumeric(w.src, i)
}

// decided writes the words of the window of n characters between two places.
func (w *writer) decided(from, i, to, n int) int {
	w.n -= i - from
	w.search(n, w.src[from:to])
	w.write(from, n, w.src[from:to])
	return to
}

// at gives the symbol and the size of the character at i.
func (w *writer) at(i int) (s Symbol, size int) {
	if i+4 <= len(w.src) {
		if word := han.Load32(w.src, i); han.IsThree(word) {
			return w.lex.Symbols.BMP[han.CodePoint(word)], 3
		}
	}
	return w.lex.at(w.src, i)
}

// search finds the likeliest way through the first n characters of the window.
func (w *writer) search(n int, text []byte) {
	win := &w.window
	for k := 1; k <= n; k++ {
		win.places[k].cost = impossible32
	}
	win.places[0].cost = 0
	start := 0
	for k := range n {
		w.words(k, n, text, start)
		start = int(win.ends[k])
	}
}

const impossible32 = 1 << 30

// words tries the words that begin with the character k, at an offset of text.
func (w *writer) words(k, n int, text []byte, start int) {
	win, lex := &w.window, w.lex
	s := win.syms[k]
	cost := win.places[k].cost
	one := w.only[s]
	if s == table.Unknown {
		one = only{0, none}
	}
	win.step(k, k+1, cost+one.cost, one.entry)
	base := lex.Trie.Roots[lex.Class[s]]
	if base == 0 || start > 0 && alphanumeric(text, start-1) && alphanumeric(text, start) {
		return
	}
	simple := lex.Flags[s]
	for j := k + 1; j < n; j++ {
		s := win.syms[j]
		node, ok := lex.Trie.Step(base, lex.Class[s])
		if !ok {
			return
		}
		simple &= lex.Flags[s]
		if v := node.Value(); v != 0 {
			w.word(k, j+1, cost, int32(v-1), simple)
		}
		if base = node.Base(); base == 0 {
			return
		}
	}
}

// word tries the entries of a word, which begin with e.
func (w *writer) word(k, j int, cost, e int32, simple Flag) {
	lex := w.lex
	if int(e) >= len(lex.Spelt) {
		if simple&AsHans != 0 {
			w.window.step(k, j, cost+int32(lex.Costs[e]&^More), e)
		}
		return
	}
	for ; ; e++ {
		if w.spells(k, j, e) {
			w.window.step(k, j, cost+int32(lex.Costs[e]&^More), e)
		}
		if lex.Costs[e]&More == 0 {
			return
		}
	}
}

// spells tells whether the characters from k to j are those of an entry.
func (w *writer) spells(k, j int, e int32) bool {
	spelling := w.lex.Spelling[w.lex.Spelt[e]:]
	for i, s := range w.window.syms[k:j] {
		if spelling[i] != s {
			return false
		}
	}
	return true
}

func (win *window) step(k, j int, cost, entry int32) {
	if p := &win.places[j]; cost < p.cost {
		*p = place{cost, int32(k), entry}
	}
}

// write writes the way through the first n characters of text, which begins at from.
func (w *writer) write(from, n int, text []byte) {
	win := &w.window
	var steps [maxWindow]int32
	count := 0
	for j := n; j > 0; j = int(win.places[j].from) {
		steps[count] = int32(j)
		count++
	}
	for count--; count >= 0; count-- {
		j := int(steps[count])
		w.writeWord(text, from, int(win.places[j].from), j, win.places[j].entry)
	}
}

// writeWord writes what becomes of an entry, in the window that begins at from.
func (w *writer) writeWord(text []byte, from, k, j int, e int32) {
	at := 0
	if k > 0 {
		at = int(w.window.ends[k-1])
	}
	if e != none && int(e) < len(w.lex.Spelt) {
		form := w.hansForm(e)
		w.note(j-k, from+at, from+int(w.window.ends[j-1]), len(form))
		w.n += copy(w.buf[w.n:], form)
		return
	}
	for ; k < j; k++ {
		end := int(w.window.ends[k])
		if s := w.window.syms[k]; s == table.Unknown {
			w.n += copy(w.buf[w.n:], text[at:end])
		} else {
			out := w.foreign.AppendChar(w.buf[:w.n], w.lex.Runes[s])
			w.note(1, from+at, from+end, len(out)-w.n)
			w.n = len(out)
		}
		at = end
	}
}

// decideLong is decide for a window that is too long.
func (w *writer) decideLong(from, i int) int {
	_, size := w.lex.at(w.src, i)
	to := i + size
	for to < w.end && w.joined(to) && !w.stops(to) {
		_, size = w.lex.at(w.src, to)
		to += size
	}
	b := blocks.Get().(*block)
	defer blocks.Put(b)
	b.read(w.Program, w.src[from:to])
	if w.failed = b.hant > 0; w.failed {
		return to
	}
	if b.hans > 0 {
		w.any |= isHans
	}
	w.n -= i - from
	out := w.buf[:w.n]
	for _, s := range b.search(maskHans, w.lex.Switch) {
		n := len(out)
		out = w.Program.write(out, b, s, w.lex.Switch, false)
		w.n = n
		w.note(0, from+b.start(s.from), from+b.ends[s.to-1], len(out)-n)
	}
	w.n, w.buf = len(out), out[:cap(out)]
	return to
}

// joined is neighbours for the characters there.
func (w *writer) joined(i int) bool {
	s, _ := w.before(i)
	next, _ := w.at(i)
	return w.neighbours(i, s, next)
}
