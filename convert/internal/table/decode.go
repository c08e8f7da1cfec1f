package table

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"zhmd/convert/internal/blob"
	"zhmd/convert/internal/opencc"
	"zhmd/convert/internal/trie"
)

// Decode reads what [Table.Encode] wrote. The table refers to data, and decodes
// most of it when it is asked for. It is an error if data is not all of a table.
func Decode(data string) (t *Table, err error) {
	r, err := blob.NewReader(magic, data)
	if err != nil {
		return nil, err
	}
	defer func() {
		if fault := recover(); fault != nil {
			t, err = nil, fmt.Errorf("the table is damaged: %v", fault)
		}
	}()
	t = read(r)
	if !r.Done() {
		return nil, errors.New("there is something behind the table")
	}
	return t, nil
}

func read(r *blob.Reader) *Table {
	origin := strings.Split(r.Text(), "\n")
	sizes := blob.Take[uint32](r)
	t := &Table{Origin: Origin{origin[0], origin[1], origin[2]}, Longest: int(sizes[0]), configs: map[string]func() *Config{}}
	t.Runes = blob.Take[rune](r)
	t.Symbols = ReadSymbols(r)
	t.Values = r.Text()
	for range sizes[1] {
		roots, nodes := blob.Take[uint32](r), blob.Take[trie.Node](r)
		t.tries = append(t.tries, sync.OnceValue(func() *trie.Trie {
			return &trie.Trie{Roots: spread(roots), Nodes: nodes}
		}))
	}
	for range sizes[2] {
		readMap(r, t)
	}
	for _, name := range opencc.Names {
		indices, changing := blob.Take[uint32](r), r.Text()
		t.configs[name] = sync.OnceValue(func() *Config { return config(t, name, indices, changing) })
	}
	return t
}

// readMap reads a map of t and adds it.
func readMap(r *blob.Reader, t *Table) {
	head := blob.Take[uint32](r)
	refs, chars, filter := blob.Take[Ref](r), blob.Take[uint32](r), blob.Take[uint64](r)
	t.maps = append(t.maps, sync.OnceValue(func() *Map {
		m := &Map{Trie: t.tries[head[0]](), Chars: charsOf(chars)}
		if head[1] == 0 {
			m.Refs = refs
			sieveOf(filter, m)
			return m
		}
		like := t.maps[head[1]-1]()
		m.Refs, m.Filter, m.Neighbours = slices.Clone(like.Refs), like.Filter, like.Neighbours
		for i := 0; i < len(refs); i += 2 { // an index and what stands there
			m.Refs[refs[i]] = refs[i+1]
		}
		return m
	}))
}

func config(t *Table, name string, indices []uint32, changing string) *Config {
	c := &Config{Name: name}
	if changing != "" {
		c.Changing = func() *trie.Filter { return filterOfGaps(changing) }
	}
	if indices[0] > 0 {
		c.Segments = t.maps[indices[0]-1]()
	}
	for _, i := range indices[1:] {
		c.Stages = append(c.Stages, t.maps[i]())
	}
	return c
}

// filterOfGaps undoes gaps.
func filterOfGaps(s string) *trie.Filter {
	set := make([]uint32, 0, len(s))
	bit, gap, shift := uint32(0), uint32(0), 0
	for i := range len(s) {
		gap |= uint32(s[i]&0x7F) << shift
		if shift += 7; s[i] < 0x80 {
			bit += gap
			set = append(set, bit)
			gap, shift = 0, 0
		}
	}
	return trie.FilterOf(set)
}

func charsOf(pairs []uint32) Chars {
	all := make(Chars, len(pairs)/2)
	for i := range all {
		all[i] = Char{trie.Symbol(pairs[2*i]), Ref(pairs[2*i+1])}
	}
	return all
}

// spread undoes pairs.
func spread(p []uint32) []uint32 {
	a := make([]uint32, p[0])
	for i := 1; i < len(p); i += 2 {
		a[p[i]] = p[i+1]
	}
	return a
}

// sieveOf sets what there is in a section, which is empty for a small trie.
func sieveOf(rows []uint64, m *Map) {
	if len(rows) > 0 {
		m.Filter = trie.FilterOfRows(rows[:trie.TableRows:trie.TableRows])
		m.Neighbours = trie.NeighboursOf(rows[trie.TableRows:])
	}
}
