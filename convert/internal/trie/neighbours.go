package trie

import "math/bits"

// Neighbours tells which symbols stand side by side in a key: no key reaches
// over a place between two others. A yes may be wrong, like a [Filter]'s.
type Neighbours struct {
	Rows  []uint64
	shift uint8 // takes from a sum the number of its bit
}

// TablePairs is how many bits tell of the pairs of a table, as a power of two.
const TablePairs = 19

// NewNeighbours gives Neighbours of none, for which there are so many bits as a power
// of two: with more of them yes is wrong less often, and fills more of the cache.
func NewNeighbours(bits int) *Neighbours { return NeighboursOf(make([]uint64, 1<<(bits-6))) }

// NeighboursOf gives those that have these rows, a power of two.
func NeighboursOf(rows []uint64) *Neighbours {
	return &Neighbours{rows, uint8(32 - 6 - bits.TrailingZeros(uint(len(rows))))}
}

func pairSum(a, b Symbol) uint32 { return uint32(a)*0x9E3779B1 + uint32(b)*0x85EBCA6B }

// Has tells whether a key may hold a and then b.
func (n *Neighbours) Has(a, b Symbol) bool {
	h := pairSum(a, b) >> (n.shift & 31)
	return n.Rows[h>>6]>>(h&63)&1 != 0
}

// Add adds the keys of a trie.
func (n *Neighbours) Add(t *Trie) {
	before := make([]Symbol, len(t.Nodes)) // by base, the symbol that led there
	for s, base := range t.Roots {
		if base != 0 {
			before[base] = Symbol(s)
		}
	}
	for _, node := range t.Nodes { // one without children has base 0, and before[0] is never asked for
		before[node.Base()] = node.Symbol()
	}
	for at, node := range t.Nodes { // where there is none a bit of 0, which takes less time than to guess
		s := node.Symbol()
		h := pairSum(before[at-int(s)], s) >> (n.shift & 31)
		n.Rows[h>>6] |= min(uint64(s), 1) << (h & 63)
	}
}
