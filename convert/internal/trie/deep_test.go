package trie_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert/internal/trie"
)

// Both filters say yes for every key, whatever follows it, and seldom for others.
func TestFiltersKnowTheirKeys(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	const n = 20000
	deep, filter := trie.NewDeep(2*n), trie.NewFilter()
	symbol := func() trie.Symbol { return trie.Symbol(1 + r.IntN(10000)) }
	known := map[[2]trie.Symbol]bool{}
	for range n {
		key := []trie.Symbol{symbol(), symbol(), symbol(), symbol()}[:2+r.IntN(3)]
		deep.AddKey(key)
		filter.AddKey(key)
		known[[2]trie.Symbol(key)] = true
		third := symbol()
		if len(key) > 2 {
			third = key[2]
		}
		start := trie.Start(key[0], key[1], third)
		assert.True(t, deep.Begins(start))
		assert.True(t, filter.Begins(start))
	}
	wrong := 0
	for range n {
		a, b := symbol(), symbol()
		if !known[[2]trie.Symbol{a, b}] && deep.Begins(trie.Start(a, b, symbol())) {
			wrong++
		}
	}
	assert.Less(t, wrong, n/25)
}

// Neighbours know all pairs of their keys, and seldom say so of more.
func TestNeighboursKnowPairs(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	symbol := func() trie.Symbol { return trie.Symbol(1 + r.IntN(10000)) }
	var keys []trie.Key
	for i := range 5000 {
		keys = append(keys, trie.Key{Symbols: []trie.Symbol{symbol(), symbol(), symbol()}, Value: uint32(i + 1)})
	}
	built, err := trie.Build(keys, 10001)
	require.NoError(t, err)
	pairs := trie.NewNeighbours(19)
	pairs.Add(built)
	wrong := 0
	for _, k := range keys {
		assert.True(t, pairs.Has(k.Symbols[0], k.Symbols[1]) && pairs.Has(k.Symbols[1], k.Symbols[2]))
		if pairs.Has(symbol(), symbol()) {
			wrong++
		}
	}
	assert.Less(t, wrong, len(keys)/20)
}
