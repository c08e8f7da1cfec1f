package words

// MarkWhole finds out which entries are the likeliest way through the characters of
// their keys, for package lexicon: these are words whose value in the trie, counted
// from 1, is that of their first entry.
func (l *Lexicon) MarkWhole(keys [][]Symbol) {
	w := &writer{Program: &Program{lex: l}, fast: &fast{only: l.onlies(), marks: l.marksOf()}}
	l.Whole = make([]uint64, (len(l.Costs)+63)/64)
	for _, key := range keys {
		for k, s := range key {
			w.window.syms[k], w.window.ends[k] = s, int32(3*k+3)
		}
		w.search(len(key), make([]byte, 3*len(key)))
		if last := w.window.places[len(key)]; last.from == 0 && last.entry != none {
			l.Whole[last.entry/64] |= 1 << (last.entry % 64)
		}
	}
}

// wholeOf gives the entry of a word, whose entries begin with e, that is the likeliest
// way through its characters, none if there is none.
func (l *Lexicon) wholeOf(e int32) int32 {
	for ; ; e++ {
		if l.Whole[e/64]>>(e%64)&1 != 0 {
			return e
		}
		if l.Costs[e]&More == 0 {
			return none
		}
	}
}
