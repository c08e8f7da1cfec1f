package table

import (
	"encoding/binary"
	"slices"
	"strings"

	"zhmd/convert/internal/opencc"
	"zhmd/convert/internal/trie"
)

// The encoded form is a sequence of sections, each a count and that many items
// of 1, 2, 4 or 8 bytes, in little-endian order, at offsets that are multiples of 8.
// What is large stands there as the engine uses it; the rest is spelt out when it
// is asked for.
const magic = "zhmdtab6"

// Encode gives the form that is embedded.
func (t *Table) Encode() []byte {
	w := &writer{out: []byte(magic)}
	w.text(strings.Join([]string{t.Origin.Name, t.Origin.Version, t.Origin.SHA256}, "\n"))
	w.numbers([]uint32{uint32(t.Longest), uint32(len(t.tries)), uint32(len(t.maps))})
	var runes, rest []uint32
	for _, r := range t.Runes {
		runes = append(runes, uint32(r))
	}
	for _, s := range t.Symbols.Rest {
		rest = append(rest, uint32(s.Rune), s.Symbol)
	}
	w.numbers(runes)
	w.short(t.Symbols.Low[:])
	w.short(t.Symbols.BMP[:])
	w.numbers(rest)
	w.text(t.Values)
	tries, maps := called(t.tries), called(t.maps)
	for _, tr := range tries {
		w.numbers(pairs(tr.Roots))
		w.long(numbersOf(tr.Nodes))
	}
	for i, m := range maps {
		w.aMap(m, maps[:i], slices.Index(tries, m.Trie))
	}
	for _, name := range opencc.Names {
		c := t.Config(name)
		indices := []uint32{uint32(1 + slices.Index(maps, c.Segments))}
		for _, m := range c.Stages {
			indices = append(indices, uint32(slices.Index(maps, m)))
		}
		w.numbers(indices)
		changing := ""
		if c.Changing != nil {
			changing = gaps(c.Changing())
		}
		w.text(changing)
	}
	return w.out
}

// gaps gives the bits of a filter, each as how far it is from the one before,
// in seven bits a byte.
func gaps(f *trie.Filter) string {
	var out []byte
	last := uint32(0)
	for _, bit := range f.Bits() {
		out = binary.AppendUvarint(out, uint64(bit-last))
		last = bit
	}
	return string(out)
}

func called[T any](all []func() T) []T {
	var out []T
	for _, f := range all {
		out = append(out, f())
	}
	return out
}

// aMap writes the number of its trie; that of an earlier map with the same trie,
// counted from 1 and 0 for none; its refs, or those in which it differs from
// that one; its characters; its filter.
func (w *writer) aMap(m *Map, earlier []*Map, trieIndex int) {
	like := 1 + slices.IndexFunc(earlier, func(other *Map) bool { return other.Trie == m.Trie })
	w.numbers([]uint32{uint32(trieIndex), uint32(like)})
	var refs, chars []uint32
	for i, ref := range m.Refs {
		if like == 0 {
			refs = append(refs, uint32(ref))
		} else if ref != earlier[like-1].Refs[i] {
			refs = append(refs, uint32(i), uint32(ref))
		}
	}
	for _, c := range m.Chars {
		chars = append(chars, uint32(c.Symbol), uint32(c.Ref))
	}
	w.numbers(refs)
	w.numbers(chars)
	var filter []uint64
	if m.Filter != nil && like == 0 {
		filter = slices.Concat(m.Filter.Rows, m.Neighbours[:])
	}
	w.long(filter)
}

func numbersOf(nodes []trie.Node) []uint64 {
	var out []uint64
	for _, n := range nodes {
		out = append(out, uint64(n))
	}
	return out
}

// pairs lists the length of an array, the indices at which it is not 0, and what
// is there.
func pairs(a []uint32) []uint32 {
	out := []uint32{uint32(len(a))}
	for i, n := range a {
		if n != 0 {
			out = append(out, uint32(i), n)
		}
	}
	return out
}

type writer struct{ out []byte }

func (w *writer) count(n int) { w.out = binary.LittleEndian.AppendUint64(w.out, uint64(n)) }

func (w *writer) align() {
	for len(w.out)%8 != 0 {
		w.out = append(w.out, 0)
	}
}

func (w *writer) text(s string) {
	w.count(len(s))
	w.out = append(w.out, s...)
	w.align()
}

func (w *writer) numbers(a []uint32) {
	w.count(len(a))
	for _, n := range a {
		w.out = binary.LittleEndian.AppendUint32(w.out, n)
	}
	w.align()
}

func (w *writer) short(a []trie.Symbol) {
	w.count(len(a))
	for _, s := range a {
		w.out = binary.LittleEndian.AppendUint16(w.out, s)
	}
	w.align()
}

func (w *writer) long(a []uint64) {
	w.count(len(a))
	for _, n := range a {
		w.out = binary.LittleEndian.AppendUint64(w.out, n)
	}
}
