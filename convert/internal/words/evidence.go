package words

import "slices"

// evidence counts the words of Simplified text that belong to a domain, without dividing
// the text into words: a few may not be there, as 缓存 in 暂缓存放.
func (l *Lexicon) evidence(text []byte) (all hits) {
	for i := 0; i < len(text); {
		size, domain := l.evidenceAt(text, i)
		all.add(domain)
		i += size
	}
	return all
}

// evidenceAt returns the length of the longest word at i that belongs to a domain, and
// that; if there is none, the length of the character.
func (l *Lexicon) evidenceAt(text []byte, i int) (size int, domain uint8) {
	s, size := l.symbolAt(text, i)
	var word [maxWord]Symbol
	word[0] = s
	base := l.Trie.Roots[l.Class[s]]
	for n, end := 1, i+size; base != 0 && end < len(text); n++ {
		s, k := l.symbolAt(text, end)
		node, ok := l.Trie.Step(base, l.Class[s])
		if !ok {
			break
		}
		word[n] = s
		end += k
		if v := node.Value(); v != 0 && l.domainOf(int32(v-1)) != 0 && slices.Equal(l.hansOf(int32(v-1)), word[:n+1]) {
			size, domain = end-i, l.domainOf(int32(v-1))
		}
		base = node.Base()
	}
	return size, domain
}

// anyOf returns the domains of the entries of a word, which begin with e, as bits.
func (l *Lexicon) anyOf(e int32) (all uint32) {
	for ; ; e++ {
		all |= bitsOf(l.domainOf(e))
		if l.Costs[e]&More == 0 {
			return all
		}
	}
}
