package words

import (
	"sync"

	"zhmd/convert/internal/trie"
)

// evidence counts the words of a text that belong to a domain, without dividing it into
// words: a few may not be there, as 缓存 in 暂缓存放.
func (l *Lexicon) evidence(text []byte) (all hits) {
	filter := l.evidenceFilter(0)
	begins := &l.telling.begins
	a, n := l.symbolAt(text, 0)
	b, m := l.symbolAt(text, n)
	for i, end := 0, 0; i < len(text); {
		c, k := l.symbolAt(text, i+n+m)
		if i >= end && begins.has(a) && filter.Begins(trie.Start(a, b, c)) {
			size, domain := l.evidenceAt(text, i)
			all.add(domain)
			end = i + size
		}
		i += n
		a, n, b, m = b, m, c, k
	}
	return all
}

// maybe gives, as bits, the domains of all words that a division of a text could find; what
// belongs to a domain that is known may be left out.
func (l *Lexicon) maybe(text []byte, known uint32) (all uint32) {
	filter := l.evidenceFilter(known)
	a, n := l.symbolAt(text, 0)
	b, m := l.symbolAt(text, n)
	for i := 0; i < len(text); {
		c, k := l.symbolAt(text, i+n+m)
		all |= l.telling.ones[a]
		if filter.Begins(trie.Start(a, b, c)) {
			all |= l.allAt(text, i)
		}
		i += n
		a, n, b, m = b, m, c, k
	}
	return all
}

// allAt gives the domains of all words that begin at i.
func (l *Lexicon) allAt(text []byte, i int) (all uint32) {
	s, n := l.symbolAt(text, i)
	base := l.Trie.Roots[l.Class[s]]
	for i += n; base != 0 && i < len(text); i += n {
		s, n = l.symbolAt(text, i)
		node, ok := l.Trie.Step(base, l.Class[s])
		if !ok {
			break
		}
		if v := node.Value(); v != 0 {
			all |= l.anyOf(int32(v - 1))
		}
		base = node.Base()
	}
	return all
}

// anyOf gives the domains of the entries of a word, which begin with e.
func (l *Lexicon) anyOf(e int32) (all uint32) {
	for ; ; e++ {
		all |= bitsOf(l.domainOf(e))
		if l.Costs[e]&More == 0 {
			return all
		}
	}
}

// evidenceFilters are filters of these words, as Simplified text has them.
type evidenceFilters struct {
	once         sync.Once
	all, notCode *trie.Deep // and of those that do not belong to code, the largest domain
	begins       symbols    // the first characters of all
	ones         []uint32   // by symbol: the domains of it as a word, as bits
}

// evidenceRoom is for how many words there is room: twice as many as there are.
const evidenceRoom = 10000

// evidenceFilter gives the filter to look with where some domains are known.
func (l *Lexicon) evidenceFilter(known uint32) *trie.Deep {
	f := &l.telling
	f.once.Do(func() {
		f.all, f.notCode, f.ones = trie.NewDeep(evidenceRoom), trie.NewDeep(evidenceRoom), make([]uint32, len(l.Runes))
		for e := range l.Domains {
			hans, domain := l.hansOf(int32(e)), l.domainOf(int32(e))
			if len(hans) == 1 {
				f.ones[hans[0]] |= bitsOf(domain)
			}
			if len(hans) > 1 && domain != 0 {
				f.all.AddKey(hans)
				f.begins.add(hans[0])
			}
			if len(hans) > 1 && domain > ofCode {
				f.notCode.AddKey(hans)
			}
		}
	})
	if known>>ofCode&1 != 0 {
		return f.notCode
	}
	return f.all
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
