package words

// overEnd is over for the end of a word.
func (w *writer) overEnd(end, from int) bool {
	if end >= w.end {
		return false
	}
	next, _ := w.at(end)
	return w.over(end, from, next)
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
