package trie

import "math/bits"

// A Filter tells from the three characters at a place whether a phrase can be
// there. It says no for nine places in ten of a text, from 192 KB that stay
// near, and then no trie has to be walked. A yes may be wrong.
//
// Two characters alone would say yes for every fourth place: most of what
// phrases begin with is common, and goes on otherwise.
type Filter struct {
	Pairs   [1 << (pairBits - 6)]uint64   // keys of two characters
	Triples [1 << (tripleBits - 6)]uint64 // what longer keys begin with
}

const (
	pairBits   = 19
	tripleBits = 20
)

// hashes are in the upper bits of sums of products with odd constants.
func pairSum(a, b Symbol) uint32 { return uint32(a)*0x9E3779B1 + uint32(b)*0x85EBCA6B }

func tripleSum(pair uint32, c Symbol) uint32 { return pair ^ uint32(c)*0xC2B2AE35 }

func (f *Filter) addPair(a, b Symbol) {
	h := pairSum(a, b) >> (32 - pairBits)
	f.Pairs[h>>6] |= 1 << (h & 63)
}

func (f *Filter) addTriple(a, b, c Symbol) {
	h := tripleSum(pairSum(a, b), c) >> (32 - tripleBits)
	f.Triples[h>>6] |= 1 << (h & 63)
}

// AddKey adds a key of two and more symbols.
func (f *Filter) AddKey(key []Symbol) {
	if len(key) == 2 {
		f.addPair(key[0], key[1])
	} else {
		f.addTriple(key[0], key[1], key[2])
	}
}

// Has tells whether a phrase may begin with a, b and then c.
func (f *Filter) Has(a, b, c Symbol) bool {
	sum := pairSum(a, b)
	pair, triple := sum>>(32-pairBits), tripleSum(sum, c)>>(32-tripleBits)
	return (f.Pairs[pair>>6]>>(pair&63)|f.Triples[triple>>6]>>(triple&63))&1 != 0
}

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

// Bits gives the numbers of the bits that are set, in order; [FilterOf] makes
// the filter of them. They are the short form of a filter of few keys.
func (f *Filter) Bits() []uint32 {
	return appendBits(appendBits(nil, f.Pairs[:], 0), f.Triples[:], 1<<pairBits)
}

func appendBits(all []uint32, words []uint64, first uint32) []uint32 {
	for i, word := range words {
		for ; word != 0; word &= word - 1 {
			all = append(all, first+uint32(i<<6+bits.TrailingZeros64(word)))
		}
	}
	return all
}

// FilterOf gives the filter that has these bits.
func FilterOf(set []uint32) *Filter {
	f := new(Filter)
	for _, n := range set {
		if n < 1<<pairBits {
			f.Pairs[n>>6] |= 1 << (n & 63)
		} else {
			n -= 1 << pairBits
			f.Triples[n>>6] |= 1 << (n & 63)
		}
	}
	return f
}
