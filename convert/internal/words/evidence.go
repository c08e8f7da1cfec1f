package words

import "zhmd/convert/internal/trie"

// evidence counts the words of a text that belong to a domain, without dividing it into
// words: a few may not be there, as 缓存 in 暂缓存放.
func (l *Lexicon) evidence(text []byte) (all hits) {
	filter := l.evidenceFilter()
	a, n := l.symbolAt(text, 0)
	b, m := l.symbolAt(text, n)
	for i, end := 0, 0; i < len(text); {
		c, k := l.symbolAt(text, i+n+m)
		if i >= end && filter.Has(a, b, c) {
			size, domain := l.evidenceAt(text, i)
			all.add(domain)
			end = i + size
		}
		i += n
		a, n, b, m = b, m, c, k
	}
	return all
}

// evidenceFilter gives a filter of these words, as Simplified text has them.
func (l *Lexicon) evidenceFilter() *trie.Filter {
	l.tellers.Do(func() {
		l.telling = trie.NewFilter()
		for e := range l.Domains {
			if hans := l.hansOf(int32(e)); len(hans) > 1 && l.domainOf(int32(e)) != 0 {
				l.telling.AddKey(hans)
			}
		}
	})
	return l.telling
}

// evidenceAt gives the length of the longest word at i that belongs to a domain, and
// that; if there is none, the length of the character.
func (l *Lexicon) evidenceAt(text []byte, i int) (size int, domain uint8) {
	s, size := l.symbolAt(text, i)
	base := l.Trie.Roots[l.Class[s]]
	for end := i + size; base != 0 && end < len(text); {
		s, n := l.symbolAt(text, end)
		node, ok := l.Trie.Step(base, l.Class[s])
		if !ok {
			break
		}
		end += n
		if v := node.Value(); v != 0 && l.domainOf(int32(v-1)) != 0 {
			size, domain = end-i, l.domainOf(int32(v-1))
		}
		base = node.Base()
	}
	return size, domain
}
