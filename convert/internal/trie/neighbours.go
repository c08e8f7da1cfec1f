package trie

import (
	"math/bits"
	"slices"
)

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

// Both tells besides whether one of [Neighbours.AddFirst] may begin with the two.
func (n *Neighbours) Both(a, b Symbol) (has, first bool) {
	sum := pairSum(a, b)
	h := sum >> (n.shift & 31)
	row := n.Rows[h>>6]
	return row>>(h&63)&1 != 0, row>>ownBit(sum)&1 != 0
}

// First is the second answer of [Neighbours.Both].
func (n *Neighbours) First(a, b Symbol) bool {
	_, first := n.Both(a, b)
	return first
}

// Clone gives a copy.
func (n *Neighbours) Clone() *Neighbours { return &Neighbours{slices.Clone(n.Rows), n.shift} }

// AddFirst adds what a key of another set begins with. It stands in the same row, where
// a look at one finds the other.
func (n *Neighbours) AddFirst(a, b Symbol) {
	sum := pairSum(a, b)
	n.Rows[sum>>(n.shift&31)>>6] |= 1 << ownBit(sum)
}

// ownBit takes bits of a sum that do not say which row and which of its bits it has.
func ownBit(sum uint32) uint32 { return sum >> 3 & 63 }

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
