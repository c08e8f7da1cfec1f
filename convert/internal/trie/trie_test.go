package trie_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert/internal/trie"
)

func TestLookupAgainstAMap(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	want := map[string]uint32{}
	var keys []trie.Key
	for range 20000 {
		key := make([]trie.Symbol, 2+r.IntN(4))
		for i := range key {
			key[i] = trie.Symbol(1 + r.IntN(1+r.IntN(3000)))
		}
		if _, twice := want[fmt.Sprint(key)]; !twice {
			want[fmt.Sprint(key)] = uint32(len(keys) + 1)
			keys = append(keys, trie.Key{Symbols: key, Value: uint32(len(keys) + 1)})
		}
	}
	for _, build := range []func([]trie.Key, int) (*trie.Trie, error){trie.Build, trie.BuildSoon} {
		tr, err := build(keys, 3001)
		require.NoError(t, err)
		holds(t, tr, keys, want, r)
	}
}

func holds(t *testing.T, tr *trie.Trie, keys []trie.Key, want map[string]uint32, r *rand.Rand) {
	for _, k := range keys {
		require.Equal(t, k.Value, tr.Lookup(k.Symbols))
		other := append([]trie.Symbol{}, k.Symbols...)
		other[r.IntN(len(other))] = trie.Symbol(r.IntN(3001))
		require.Equal(t, want[fmt.Sprint(other)], tr.Lookup(other), other)
		require.Equal(t, want[fmt.Sprint(k.Symbols[:len(k.Symbols)-1])], tr.Lookup(k.Symbols[:len(k.Symbols)-1]))
	}
	assert.Less(t, len(tr.Nodes), 2*60000, "the array is dense")
}

func TestBuildRefuses(t *testing.T) {
	for _, keys := range [][]trie.Key{
		{{Symbols: []trie.Symbol{1}, Value: 1}},
		{{Symbols: []trie.Symbol{1, 0}, Value: 1}},
		{{Symbols: []trie.Symbol{1, 2}, Value: 0}},
		{{Symbols: []trie.Symbol{1, 2}, Value: 1 << 24}},
		{{Symbols: []trie.Symbol{1, 2}, Value: 1}, {Symbols: []trie.Symbol{1, 2}, Value: 2}},
	} {
		_, err := trie.Build(keys, 3)
		assert.Error(t, err)
	}
	empty, err := trie.Build(nil, 3)
	require.NoError(t, err)
	assert.Zero(t, empty.Lookup([]trie.Symbol{1, 2}))
	assert.Zero(t, empty.Lookup([]trie.Symbol{9, 9}))
}
