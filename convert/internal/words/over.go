package words

// crossed tells whether a word reaches over the end of one that begins at i, or one of
// the glossary begins inside of it.
func (w *writer) crossed(i int, f found) bool {
	glossed := f.marks&isGlossed != 0
	return w.overEnd(f.end, i+3, glossed) || glossed && w.within(i+3, f.end-3)
}

// overEnd is over for the end of a word of more than one character, of three bytes each.
// If glossed is set it is also true where a word of the glossary begins with the last.
func (w *writer) overEnd(end, from int, glossed bool) bool {
	if end >= w.end {
		return glossed && w.stops(end-3)
	}
	next, _ := w.at(end)
	last, _ := w.before(end)
	has, first := w.beside.Both(w.lex.Class[last], w.lex.Class[next])
	if has && w.over(end, from, next) {
		return true
	}
	return glossed && (first || w.gloss.alone.has(last)) && w.stops(end-3)
}

// within tells whether a word of the glossary begins at one of the characters, of three
// bytes each, from one offset to another, which is that of the last of a word.
func (w *writer) within(i, last int) bool {
	for ; i < last; i += 3 {
		s, _ := w.at(i)
		next, _ := w.at(i + 3)
		if (w.beside.First(w.lex.Class[s], w.lex.Class[next]) || w.gloss.alone.has(s)) && w.stops(i) {
			return true
		}
	}
	return false
}

// over tells whether a word that begins at an offset or behind it reaches over i, where
// the character next begins.
func (w *writer) over(i, from int, next Symbol) bool {
	for k := i; k > from; {
		s, size := w.before(k)
		if !w.neighbours(k, s, next) {
			return false
		}
		if k -= size; w.reaches(k+size, s, i) {
			return true
		}
		next = s
	}
	return false
}

// reaches tells whether a word that begins with the character s, which ends at j,
// reaches over i.
func (w *writer) reaches(j int, s Symbol, i int) bool {
	lex := w.lex
	for base := lex.Trie.Roots[lex.Class[s]]; base != 0 && j < w.end; {
		s, size := w.at(j)
		node, ok := lex.Trie.Step(base, lex.Class[s])
		if !ok {
			return false
		}
		if j += size; j > i && node.Value() != 0 {
			return true
		}
		base = node.Base()
	}
	return false
}
