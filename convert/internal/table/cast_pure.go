//go:build purego

package table

import "zhmd/convert/internal/trie"

func runesOf(s string) []rune          { return copiedRunes(s) }
func symbolsOf(s string) []trie.Symbol { return copiedSymbols(s) }
func restOf(s string) []Supplementary  { return copiedRest(s) }
func refsOf(s string) []Ref            { return copiedRefs(s) }
func nodesOf(s string) []trie.Node     { return copiedNodes(s) }
func sieveAt(s string) *sieve          { return copiedSieve(s) }
func bytesOf(s string) []byte          { return []byte(s) }
