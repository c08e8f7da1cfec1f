package trie

// Each calls f with every key and its value. The key is f's until it returns.
func (t *Trie) Each(f func(key []Symbol, value uint32)) {
	children := map[uint32][]Node{} // by base
	for at, n := range t.Nodes {
		if s := n.Symbol(); s != 0 {
			children[uint32(at)-uint32(s)] = append(children[uint32(at)-uint32(s)], n)
		}
	}
	var walk func(key []Symbol, base uint32)
	walk = func(key []Symbol, base uint32) {
		for _, n := range children[base] {
			longer := append(key, n.Symbol())
			if v := n.Value(); v != 0 {
				f(longer, v)
			}
			if n.Base() != 0 {
				walk(longer, n.Base())
			}
		}
	}
	for s, base := range t.Roots {
		if base != 0 {
			walk([]Symbol{Symbol(s)}, base)
		}
	}
}
