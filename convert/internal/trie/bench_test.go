package trie_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"zhmd/convert/internal/trie"
)

// BenchmarkBuild builds a trie of 100,000 keys, as a large glossary does.
func BenchmarkBuild(b *testing.B) {
	r := rand.New(rand.NewPCG(5, 6))
	seen := map[[6]trie.Symbol]bool{}
	var keys []trie.Key
	for len(keys) < 100000 {
		var k [6]trie.Symbol
		n := 2 + r.IntN(5)
		for i := range n {
			k[i] = trie.Symbol(1 + r.IntN(1+r.IntN(12000)))
		}
		if !seen[k] {
			seen[k] = true
			keys = append(keys, trie.Key{Symbols: k[:n:n], Value: uint32(len(keys) + 1)})
		}
	}
	for b.Loop() {
		t, err := trie.Build(keys, 12001)
		require.NoError(b, err)
		b.ReportMetric(float64(len(t.Nodes)), "nodes")
	}
}
