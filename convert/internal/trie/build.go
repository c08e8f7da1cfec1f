package trie

import (
	"fmt"
	"slices"
)

// A Key is a word and its value, which is not 0.
type Key struct {
	Symbols []Symbol // two or more, none of them 0
	Value   uint32
}

// Build makes a trie for symbols below n. keys are sorted by it; the same key
// twice is an error, and so is more than the arrays can hold.
func Build(keys []Key, n int) (*Trie, error) {
	slices.SortFunc(keys, func(a, b Key) int { return slices.Compare(a.Symbols, b.Symbols) })
	b := builder{roots: make([]uint32, n)}
	for i, k := range keys {
		if len(k.Symbols) < 2 || slices.Contains(k.Symbols, 0) || k.Value == 0 || k.Value > MaxValue {
			return nil, fmt.Errorf("not a key: %v", k)
		}
		if i > 0 && slices.Equal(k.Symbols, keys[i-1].Symbols) {
			return nil, fmt.Errorf("a key is there twice: %v", k)
		}
	}
	b.children(keys, 0, func(s Symbol, below []Key) { b.roots[s] = b.place(below, 1) })
	if len(b.nodes) > MaxValue {
		return nil, fmt.Errorf("too many keys: %d nodes", len(b.nodes))
	}
	return &Trie{Roots: b.roots, Nodes: b.trimmed()}, nil
}

type builder struct {
	roots []uint32
	nodes []Node
	used  []bool // bases that are taken
	free  int    // where to look for a free slot first
}

// patience is how many slots are tried for the children of a node before the
// search for all later ones begins further on. More makes the array a little
// denser, and the time to build it grow with the square of its size.
const patience = 20000

// children calls f for each symbol at depth, with the keys that have it.
func (b *builder) children(keys []Key, depth int, f func(s Symbol, below []Key)) {
	for len(keys) > 0 {
		s, n := keys[0].Symbols[depth], 1
		for n < len(keys) && keys[n].Symbols[depth] == s {
			n++
		}
		f(s, keys[:n])
		keys = keys[n:]
	}
}

// place puts the nodes at depth of keys, which have all before in common, into
// the array, and what is below them; it gives their base. Keys that end before
// depth are left out.
func (b *builder) place(keys []Key, depth int) uint32 {
	if len(keys[0].Symbols) == depth {
		keys = keys[1:]
	}
	if len(keys) == 0 {
		return 0
	}
	var symbols []Symbol
	b.children(keys, depth, func(s Symbol, _ []Key) { symbols = append(symbols, s) })
	base := b.fit(symbols)
	b.children(keys, depth, func(s Symbol, below []Key) {
		value := uint32(0)
		if len(below[0].Symbols) == depth+1 {
			value = below[0].Value
		}
		b.nodes[base+uint32(s)] = newNode(s, b.place(below, depth+1), value)
	})
	return base
}

// fit finds a base that leaves every symbol a free slot, and takes these.
func (b *builder) fit(symbols []Symbol) uint32 {
	low := int(symbols[0])
	for slot := max(b.free, low+1); ; slot++ {
		if slot-b.free > patience && slot > low+1+patience {
			b.free += patience / 2
		}
		b.grow(slot + 1<<symbolBits)
		if b.nodes[slot] != 0 || b.used[slot-low] || !b.fits(slot-low, symbols) {
			continue
		}
		base := slot - low
		b.used[base] = true
		for _, s := range symbols {
			b.nodes[base+int(s)] = newNode(s, 0, 0) // taken; its children are not known yet
		}
		for b.nodes[b.free] != 0 || b.free == 0 {
			b.free++
		}
		return uint32(base)
	}
}

func (b *builder) fits(base int, symbols []Symbol) bool {
	for _, s := range symbols[1:] {
		if b.nodes[base+int(s)] != 0 {
			return false
		}
	}
	return true
}

func (b *builder) grow(n int) {
	if n > len(b.nodes) {
		b.nodes = append(b.nodes, make([]Node, 2*n-len(b.nodes))...)
		b.used = append(b.used, make([]bool, 2*n-len(b.used))...)
	}
}

// trimmed is the array up to the last node.
func (b *builder) trimmed() []Node {
	n := len(b.nodes)
	for n > 0 && b.nodes[n-1] == 0 {
		n--
	}
	return slices.Clone(b.nodes[:n])
}
