package table

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"zhmd/convert/internal/opencc"
	"zhmd/convert/internal/trie"
)

// Decode reads what [Table.Encode] wrote. The table refers to data, and decodes
// most of it when it is asked for. It is an error if data is not all of a table.
func Decode(data string) (t *Table, err error) {
	if !strings.HasPrefix(data, magic) {
		return nil, errors.New("not a table")
	}
	defer func() {
		if fault := recover(); fault != nil {
			t, err = nil, fmt.Errorf("the table is damaged: %v", fault)
		}
	}()
	r := &reader{rest: data[len(magic):]}
	t = r.table()
	if r.rest != "" {
		return nil, errors.New("there is something behind the table")
	}
	return t, nil
}

type reader struct{ rest string }

func (r *reader) table() *Table {
	origin := strings.Split(r.take(1), "\n")
	sizes := numbers32(r.take(4))
	t := &Table{Origin: Origin{origin[0], origin[1], origin[2]}, Longest: int(sizes[0]), configs: map[string]func() *Config{}}
	t.Runes = runesOf(r.take(4))
	t.Symbols = &Symbols{}
	copy(t.Symbols.Low[:], copiedSymbols(r.take(2)))
	t.Symbols.BMP = (*[1 << 16]trie.Symbol)(symbolsOf(r.take(2)))
	t.Symbols.Rest = restOf(r.take(4))
	t.Values = r.take(1)
	for range sizes[1] {
		roots, nodes := r.take(4), r.take(8)
		t.tries = append(t.tries, sync.OnceValue(func() *trie.Trie {
			return &trie.Trie{Roots: spread(numbers32(roots)), Nodes: nodesOf(nodes)}
		}))
	}
	for range sizes[2] {
		r.aMap(t)
	}
	for _, name := range opencc.Names {
		indices, changing := numbers32(r.take(4)), r.take(1)
		t.configs[name] = sync.OnceValue(func() *Config { return config(t, name, indices, changing) })
	}
	return t
}

// aMap reads a map of t and adds it.
func (r *reader) aMap(t *Table) {
	head := numbers32(r.take(4))
	refs, chars, filter := r.take(4), r.take(4), r.take(8)
	t.maps = append(t.maps, sync.OnceValue(func() *Map {
		m := &Map{Trie: t.tries[head[0]](), Chars: charsOf(numbers32(chars))}
		if head[1] == 0 {
			m.Refs = refsOf(refs)
			sieveOf(filter, m)
			return m
		}
		like := t.maps[head[1]-1]()
		m.Refs, m.Filter, m.Neighbours = slices.Clone(like.Refs), like.Filter, like.Neighbours
		changes := numbers32(refs)
		for i := 0; i < len(changes); i += 2 {
			m.Refs[changes[i]] = Ref(changes[i+1])
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

// take cuts off the next section, of items of a size in bytes.
func (r *reader) take(size int) string {
	end := 8 + int(number64(r.rest))*size
	data := r.rest[8:end]
	r.rest = r.rest[(end+7)&^7:]
	return data
}

func numbers32(s string) []uint32 {
	a := make([]uint32, len(s)/4)
	for i := range a {
		a[i] = number32(s[4*i:])
	}
	return a
}

func number32(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

func number64(s string) uint64 {
	return uint64(number32(s)) | uint64(number32(s[4:]))<<32
}
