package trie

// Add adds what the keys of a trie begin with. as maps symbols to those that
// the trie is searched with; nil for the same.
func (f *Filter) Add(t *Trie, as []Symbol) {
	if len(t.Nodes) == 0 {
		return
	}
	sources := sourcesOf(as, len(t.Roots))
	first := make([]Symbol, len(t.Nodes)) // by base, the first symbol
	for s, base := range t.Roots {
		if base != 0 {
			first[base] = Symbol(s)
		}
	}
	second := make([]int32, len(t.Nodes)) // by base, the node of the second symbol
	for at, n := range t.Nodes {
		if s := n.Symbol(); s != 0 && first[at-int(s)] != 0 {
			if n.Value() != 0 {
				each(sources, first[at-int(s)], s, f.addPair)
			}
			second[n.Base()] = int32(at)
		}
	}
	second[0] = 0
	for at, n := range t.Nodes {
		s := n.Symbol()
		if s == 0 || second[at-int(s)] == 0 {
			continue
		}
		middle := second[at-int(s)]
		b := t.Nodes[middle].Symbol()
		for _, c := range sources(s) {
			each(sources, first[int(middle)-int(b)], b, func(a, b Symbol) { f.addTriple(a, b, c) })
		}
	}
}

func each(sources func(Symbol) []Symbol, a, b Symbol, add func(a, b Symbol)) {
	for _, a := range sources(a) {
		for _, b := range sources(b) {
			add(a, b)
		}
	}
}

// sourcesOf gives a function that undoes as.
func sourcesOf(as []Symbol, n int) func(s Symbol) []Symbol {
	if as == nil {
		return func(s Symbol) []Symbol { return []Symbol{s} }
	}
	first, next := make([]Symbol, n), make([]Symbol, len(as)) // lists that end in 0
	for s := len(as) - 1; s > 0; s-- {
		if to := as[s]; to != 0 {
			next[s], first[to] = first[to], Symbol(s)
		}
	}
	return func(s Symbol) []Symbol {
		var all []Symbol
		for s = first[s]; s != 0; s = next[s] {
			all = append(all, s)
		}
		return all
	}
}
