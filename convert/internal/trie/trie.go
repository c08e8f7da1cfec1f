// Package trie is a double array over symbols: the search for the longest key
// that a text begins with, one array access a character. [Build] makes one;
// the engine walks it itself, see [Trie.Step] for how.
package trie

// A Symbol stands for a character that keys are made of. 0 stands for every
// other character and is in no key.
type Symbol = uint16

// A Node is one character of a key: in its low 16 bits the symbol that led
// there, above them in 24 bits the base of its children, above these in 24
// bits the value of the key that ends there.
type Node uint64

// The sizes of a node's parts in bits.
const (
	symbolBits = 16
	baseBits   = 24
)

// MaxValue is the largest value of a key, and the largest base.
const MaxValue = 1<<baseBits - 1

// Symbol is what led to the node; 0 if there is no node in its place.
func (n Node) Symbol() Symbol { return Symbol(n) }

// Base is where the node's children are: the child by symbol s, if there is
// one, stands at Base + s. It is 0 if there are none.
func (n Node) Base() uint32 { return uint32(n>>symbolBits) & MaxValue }

// Value is that of the key that ends at the node, 0 if none does.
func (n Node) Value() uint32 { return uint32(n >> (symbolBits + baseBits)) }

func newNode(s Symbol, base, value uint32) Node {
	return Node(s) | Node(base)<<symbolBits | Node(value)<<(symbolBits+baseBits)
}

// A Trie holds keys of two and more symbols; a key of one is the business of
// whoever maps characters. No two nodes have the same base, so the symbol alone
// tells whether a node is the child that was looked for.
type Trie struct {
	Roots []uint32 // by first symbol: the base of the second's nodes, 0 for none
	Nodes []Node
}

// Step goes from a base to the child by symbol s. ok is false if there is none.
func (t *Trie) Step(base uint32, s Symbol) (n Node, ok bool) {
	if i := base + uint32(s); int(i) < len(t.Nodes) {
		n = t.Nodes[i]
	}
	return n, n.Symbol() == s && s != 0
}

// Root gives the base of the keys that begin with s, 0 for none.
func (t *Trie) Root(s Symbol) uint32 {
	if int(s) < len(t.Roots) {
		return t.Roots[s]
	}
	return 0
}

// Lookup gives the value of a key, 0 if the trie does not have it.
func (t *Trie) Lookup(key []Symbol) uint32 {
	if len(key) < 2 {
		return 0
	}
	base, value := t.Root(key[0]), uint32(0)
	for _, s := range key[1:] {
		if base == 0 {
			return 0
		}
		n, ok := t.Step(base, s)
		if !ok {
			return 0
		}
		base, value = n.Base(), n.Value()
	}
	return value
}
