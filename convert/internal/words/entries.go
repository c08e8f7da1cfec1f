package words

// word tries the entries of the word from i to j, which begin with e. simple is
// what all its characters have in common.
func (w *walker) word(i, j int, e int32, simple Flag) {
	if int(e) >= len(w.lex.Spelt) {
		w.plain(i, j, e, simple)
		return
	}
	for ; ; e++ {
		w.spelt(i, j, e)
		if w.lex.Costs[e]&More == 0 {
			return
		}
	}
}

// plain tries an entry that is read character by character.
func (w *walker) plain(i, j int, e int32, simple Flag) {
	scripts := mask(simple & (AsHans | AsHant))
	if scripts != 0 {
		w.same(i, j, e, scripts)
		return
	}
	var each [maxWord]mask
	for k := i; k < j; k++ {
		each[k-i] = mask(w.lex.Flags[w.syms[k]] & (AsHans | AsHant))
	}
	w.mixed(i, j, e, each[:j-i])
}

// spelt tries an entry whose characters are spelt out, and gives the scripts in
// which all of them can stand.
func (w *walker) spelt(i, j int, e int32) mask {
	n := j - i
	spelling := w.lex.Spelling[w.lex.Spelt[e]:][:2*n]
	var each [maxWord]mask
	all := maskBoth
	for k := range n {
		s := w.syms[i+k]
		if s == spelling[k] {
			each[k] |= maskHans
		}
		if w.lex.Glyph[s] == spelling[n+k] && w.lex.Flags[s]&OnlyHans == 0 {
			each[k] |= maskHant
		}
		all &= each[k]
	}
	if all != 0 {
		w.same(i, j, e, all)
	} else if n > 1 {
		w.mixed(i, j, e, each[:n])
	}
	return all
}

// maxWord is more characters than a word has.
const maxWord = 32

func (w *walker) cost(e int32) int { return int(w.lex.Costs[e] &^ More) }

// same tries an entry all of whose characters can stand in one of the scripts.
func (w *walker) same(i, j int, e int32, in mask) {
	if in&maskHans != 0 {
		w.step(step{i, j, e, inHans, inHans}, w.cost(e))
	}
	if in&maskHant != 0 {
		w.step(step{i, j, e, inHant, inHant}, w.cost(e))
	}
}

// mixed tries an entry whose characters stand in one script and in the other.
func (w *walker) mixed(i, j int, e int32, each []mask) {
	if w.allowed != maskBoth {
		return
	}
	for before := range uint8(scripts) {
		costs := changes(each, before, w.change, nil)
		for after := range uint8(scripts) {
			if costs[after] < impossible {
				w.step(step{i, j, e, before, after}, w.cost(e)+costs[after])
			}
		}
	}
}

// changes gives what it costs to go through characters, each in a script that it
// can stand in, from the script before to that of the last one. If ways is not nil
// it notes there, for each character and script, the script of the one before.
func changes(each []mask, before uint8, change int, ways [][scripts]uint8) [scripts]int {
	costs := [scripts]int{impossible, impossible}
	costs[before] = 0
	for k, can := range each {
		next := [scripts]int{impossible, impossible}
		var way [scripts]uint8
		for s := range uint8(scripts) {
			if can>>s&1 == 0 {
				continue
			}
			next[s], way[s] = costs[s], s
			if c := costs[1-s] + change; c < next[s] {
				next[s], way[s] = c, 1-s
			}
		}
		costs = next
		if ways != nil {
			ways[k] = way
		}
	}
	return costs
}
