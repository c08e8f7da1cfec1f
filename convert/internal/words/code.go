package words

import (
	_ "embed"
	"fmt"
	"sync"

	"zhmd/convert/internal/blob"
	"zhmd/convert/internal/table"
	"zhmd/convert/internal/trie"
)

//go:generate go run ../lexicon/pack ../lexicon
//go:generate go run ../lexicon/gen

//go:embed words.table
var encoded string

// Default gives the lexicon that is part of the program. It is decoded on the
// first call.
var Default = sync.OnceValue(func() *Lexicon {
	l, err := Decode(encoded)
	if err != nil {
		panic(fmt.Sprintf("the embedded words: %v", err)) // a fault of the build
	}
	return l
})

const magic = "zhmdwrda"

// Encode gives the form that is embedded.
func (l *Lexicon) Encode() []byte {
	w := blob.NewWriter(magic)
	w.Text(l.Origin)
	blob.Put(w, []uint32{uint32(l.Switch), uint32(l.Floor)})
	blob.Put(w, l.Runes)
	l.Symbols.Write(w)
	blob.Put(w, l.Class)
	blob.Put(w, l.Glyph)
	blob.Put(w, l.Hant)
	blob.Put(w, l.Flags)
	blob.Put(w, l.Trie.Roots)
	blob.Put(w, l.Trie.Nodes)
	blob.Put(w, l.Single)
	blob.Put(w, l.Costs)
	blob.Put(w, l.sizes())
	blob.Put(w, l.Spelling)
	blob.Put(w, l.Forms.Refs)
	blob.Put(w, l.Forms.Pattern)
	blob.Put(w, l.Forms.Patterns)
	w.Text(l.Values)
	blob.Put(w, l.Regions)
	blob.Put(w, l.Domains)
	blob.Put(w, l.Conditions)
	blob.Put(w, l.Pairs.Rows)
	for _, keys := range l.Keys {
		blob.Put(w, keys.Rows)
	}
	return w.Bytes()
}

// Decode reads what [Lexicon.Encode] wrote, and refers to it.
func Decode(data string) (l *Lexicon, err error) {
	r, err := blob.NewReader(magic, data)
	if err != nil {
		return nil, err
	}
	defer func() {
		if fault := recover(); fault != nil {
			l, err = nil, fmt.Errorf("the words are damaged: %v", fault)
		}
	}()
	l = &Lexicon{Origin: r.Text()}
	numbers := blob.Take[uint32](r)
	l.Switch, l.Floor = int(numbers[0]), int(numbers[1])
	l.Runes = blob.Take[rune](r)
	l.Symbols = table.ReadSymbols(r)
	l.Class, l.Glyph, l.Hant = blob.Take[Symbol](r), blob.Take[Symbol](r), blob.Take[Symbol](r)
	l.Flags = blob.Take[Flag](r)
	l.Trie = &trie.Trie{Roots: blob.Take[uint32](r), Nodes: blob.Take[trie.Node](r)}
	l.Single, l.Costs = blob.Take[uint32](r), blob.Take[uint16](r)
	l.Spelt, l.Spelling = starts(blob.Take[uint8](r)), blob.Take[Symbol](r)
	l.Forms = Forms{Refs: blob.Take[table.Ref](r), Pattern: blob.Take[uint8](r), Patterns: blob.Take[uint8](r)}
	l.Forms.begin()
	l.Values = r.Text()
	l.Regions = blob.Take[uint8](r)
	l.Domains, l.Conditions = blob.Take[uint8](r), blob.Take[uint32](r)
	l.Pairs = trie.NeighboursOf(blob.Take[uint64](r))
	for range Targets + 1 {
		l.Keys = append(l.Keys, trie.DeepOf(blob.Take[uint64](r)))
	}
	l.derive()
	if !r.Done() {
		return nil, fmt.Errorf("there is something behind the words")
	}
	return l, nil
}

// sizes gives how many symbols the spelling of each entry has, for [starts].
func (l *Lexicon) sizes() (all []uint8) {
	for e, start := range l.Spelt {
		end := uint32(len(l.Spelling))
		if e+1 < len(l.Spelt) {
			end = l.Spelt[e+1]
		}
		all = append(all, uint8(end-start))
	}
	return all
}

// starts gives where each of some parts begins that lie behind each other.
func starts(sizes []uint8) []uint32 {
	all, at := make([]uint32, len(sizes)), uint32(0)
	for i, size := range sizes {
		all[i] = at
		at += uint32(size)
	}
	return all
}
