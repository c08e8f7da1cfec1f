package table

import (
	"encoding/binary"
	"slices"
	"strings"

	"zhmd/convert/internal/blob"
	"zhmd/convert/internal/opencc"
	"zhmd/convert/internal/trie"
)

// The encoded form is the sections of package blob. What is large stands there as
// the engine uses it; the rest is spelt out when it is asked for.
const magic = "zhmdtab7"

// Encode gives the form that is embedded.
func (t *Table) Encode() []byte {
	w := blob.NewWriter(magic)
	w.Text(strings.Join([]string{t.Origin.Name, t.Origin.Version, t.Origin.SHA256}, "\n"))
	blob.Put(w, []uint32{uint32(t.Longest), uint32(len(t.tries)), uint32(len(t.maps))})
	blob.Put(w, t.Runes)
	t.Symbols.Write(w)
	w.Text(t.Values)
	tries, maps := called(t.tries), called(t.maps)
	for _, tr := range tries {
		blob.Put(w, pairs(tr.Roots))
		blob.Put(w, tr.Nodes)
	}
	for i, m := range maps {
		putMap(w, m, maps[:i], slices.Index(tries, m.Trie))
	}
	for _, name := range opencc.Names {
		c := t.Config(name)
		indices := []uint32{uint32(1 + slices.Index(maps, c.Segments))}
		for _, m := range c.Stages {
			indices = append(indices, uint32(slices.Index(maps, m)))
		}
		blob.Put(w, indices)
		changing := ""
		if c.Changing != nil {
			changing = gaps(c.Changing())
		}
		w.Text(changing)
	}
	return w.Bytes()
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

// putMap writes the number of its trie; that of an earlier map with the same trie,
// counted from 1 and 0 for none; its refs, or those in which it differs from
// that one; its characters; its filter.
func putMap(w *blob.Writer, m *Map, earlier []*Map, trieIndex int) {
	like := 1 + slices.IndexFunc(earlier, func(other *Map) bool { return other.Trie == m.Trie })
	blob.Put(w, []uint32{uint32(trieIndex), uint32(like)})
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
	blob.Put(w, refs)
	blob.Put(w, chars)
	var filter []uint64
	if m.Filter != nil && like == 0 {
		filter = slices.Concat(m.Filter.Rows, m.Neighbours.Rows)
	}
	blob.Put(w, filter)
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
