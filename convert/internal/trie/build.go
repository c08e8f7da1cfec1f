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
func Build(keys []Key, n int) (*Trie, error) { return build(keys, n, 20000) }

// BuildSoon makes one a fifth larger in less than half the time, for keys that are
// compiled while somebody waits.
func BuildSoon(keys []Key, n int) (*Trie, error) { return build(keys, n, 4000) }

// build does it. patience is how many slots are tried for the children of a node before
// the search for all later ones begins further on. More makes the array a little
// denser, and the time to build it grow with the square of its size.
func build(keys []Key, n, patience int) (*Trie, error) {
	slices.SortFunc(keys, func(a, b Key) int { return slices.Compare(a.Symbols, b.Symbols) })
	b := builder{roots: make([]uint32, n), patience: patience}
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
	used  []bool  // bases that are taken
	next  []int32 // by slot: one that is not behind the next free one, itself if it may be free
	free  int     // where to look for a free slot first

	patience int // see build
}

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
	for slot := b.freeFrom(max(b.free, low+1)); ; slot = b.freeFrom(slot + 1) {
		for slot-b.free > b.patience && slot > low+1+b.patience {
			b.free += b.patience / 2
		}
		if base := slot - low; !b.used[base] && b.fits(base, symbols) {
			b.take(base, symbols)
			return uint32(base)
		}
	}
}

// take takes the slots; their children are not known yet.
func (b *builder) take(base int, symbols []Symbol) {
	b.used[base] = true
	for _, s := range symbols {
		b.nodes[base+int(s)] = newNode(s, 0, 0)
	}
	b.free = b.freeFrom(max(b.free, 1))
}

// freeFrom gives the first free slot from one on. What it passed over it need not pass
// over again.
func (b *builder) freeFrom(slot int) int {
	b.grow(slot + 1<<symbolBits)
	at := slot
	for b.nodes[at] != 0 {
		at = max(at+1, int(b.next[at]))
		b.grow(at + 1<<symbolBits)
	}
	for slot < at {
		slot, b.next[slot] = max(slot+1, int(b.next[slot])), int32(at)
	}
	return at
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
		more := 2*n - len(b.nodes)
		b.nodes, b.used, b.next = append(b.nodes, make([]Node, more)...), append(b.used, make([]bool, more)...), append(b.next, make([]int32, more)...)
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
