package table

import "zhmd/convert/internal/trie"

// What turns sections into arrays by copying them. cast.go does without the
// copies where it can, and both are held to the same tests.

func copiedRunes(s string) []rune {
	a := make([]rune, len(s)/4)
	for i := range a {
		a[i] = rune(number32(s[4*i:]))
	}
	return a
}

func copiedSymbols(s string) []trie.Symbol {
	a := make([]trie.Symbol, len(s)/2)
	for i := range a {
		a[i] = trie.Symbol(s[2*i]) | trie.Symbol(s[2*i+1])<<8
	}
	return a
}

func copiedRest(s string) []Supplementary {
	a := make([]Supplementary, len(s)/8)
	for i := range a {
		a[i] = Supplementary{rune(number32(s[8*i:])), number32(s[8*i+4:])}
	}
	return a
}

func copiedRefs(s string) []Ref {
	a := make([]Ref, len(s)/4)
	for i := range a {
		a[i] = Ref(number32(s[4*i:]))
	}
	return a
}

func copiedNodes(s string) []trie.Node {
	a := make([]trie.Node, len(s)/8)
	for i := range a {
		a[i] = trie.Node(number64(s[8*i:]))
	}
	return a
}

// A sieve is what is kept of a large trie to save walking it.
type sieve struct {
	rows       [trie.TableRows]uint64
	neighbours trie.Neighbours
}

func copiedSieve(s string) *sieve {
	var all sieve
	for _, part := range [][]uint64{all.rows[:], all.neighbours[:]} {
		for i := range part {
			part[i] = number64(s[8*i:])
		}
		s = s[8*len(part):]
	}
	return &all
}

// sieveOf sets what there is in a section, which is empty for a small trie.
func sieveOf(s string, m *Map) {
	if s != "" {
		all := sieveAt(s)
		m.Filter, m.Neighbours = trie.FilterOfRows(all.rows[:]), &all.neighbours
	}
}
