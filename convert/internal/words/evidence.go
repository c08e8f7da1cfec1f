package words

import (
	"sync"

	"zhmd/convert/internal/trie"
)

// evidence counts the words of a text that belong to a domain, without dividing it into
// words: a few may not be there, as 缓存 in 暂缓存放. What belongs to a domain that is
// known may be left out.
func (l *Lexicon) evidence(text []byte, known uint32) (all hits) {
	filter := l.evidenceFilter(known)
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

// evidenceFilters are filters of these words, as Simplified text has them.
type evidenceFilters struct {
	once         sync.Once
	all, notCode *trie.Filter // and of those that do not belong to code, the largest domain
}

// evidenceFilter gives the filter to look with where some domains are known.
func (l *Lexicon) evidenceFilter(known uint32) *trie.Filter {
	f := &l.telling
	f.once.Do(func() {
		f.all, f.notCode = trie.NewFilter(), trie.NewFilter()
		for e := range l.Domains {
			hans, domain := l.hansOf(int32(e)), l.domainOf(int32(e))
			if len(hans) > 1 && domain != 0 {
				f.all.AddKey(hans)
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
