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

func copiedFilter(s string) *trie.Filter {
	var f trie.Filter
	for i := range f.Pairs {
		f.Pairs[i] = number64(s[8*i:])
	}
	s = s[8*len(f.Pairs):]
	for i := range f.Triples {
		f.Triples[i] = number64(s[8*i:])
	}
	return &f
}

// aFilter gives the filter of a section; nil if that is empty.
func aFilter(s string) *trie.Filter {
	if s == "" {
		return nil
	}
	return filterAt(s)
}
