package trie

// Neighbours tells which symbols stand side by side in a key: no key reaches
// over a place between two others. A yes may be wrong, like a [Filter]'s.
type Neighbours [1 << (pairBits - 6)]uint64

const pairBits = 19

func pairSum(a, b Symbol) uint32 { return uint32(a)*0x9E3779B1 + uint32(b)*0x85EBCA6B }

// Has tells whether a key may hold a and then b.
func (n *Neighbours) Has(a, b Symbol) bool {
	h := pairSum(a, b) >> (32 - pairBits)
	return n[h>>6]>>(h&63)&1 != 0
}

// Add adds the keys of a trie.
func (n *Neighbours) Add(t *Trie) {
	before := make([]Symbol, len(t.Nodes)) // by base, the symbol that led there
	for s, base := range t.Roots {
		if base != 0 {
			before[base] = Symbol(s)
		}
	}
	for _, node := range t.Nodes {
		if base := node.Base(); base != 0 {
			before[base] = node.Symbol()
		}
	}
	for at, node := range t.Nodes {
		if s := node.Symbol(); s != 0 {
			h := pairSum(before[at-int(s)], s) >> (32 - pairBits)
			n[h>>6] |= 1 << (h & 63)
		}
	}
}
