package words

import "zhmd/convert/internal/table"

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

// onlies gives that for all characters, by symbol: the same for all targets, so that
// these share the memory.
func (l *Lexicon) onlies() []only {
	l.single.once.Do(func() {
		l.single.all, l.single.marks = make([]only, len(l.Runes)), make([]uint8, len(l.Runes))
		for s := range l.single.all {
			l.single.all[s], l.single.marks[s] = l.onlyOf(Symbol(s)), uint8(l.marks(Symbol(s))>>24)
		}
	})
	return l.single.all
}

// marksOf gives the marks of all characters, see [Lexicon.marks], without the three bytes
// below them: they are asked for much more often than the rest.
func (l *Lexicon) marksOf() []uint8 {
	l.onlies()
	return l.single.marks
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
			best.cost, best.entry, found = cost, e, true
		}
		if l.Costs[e]&More == 0 {
			return best
		}
	}
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
		one.cost, one.entry = 0, none
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
