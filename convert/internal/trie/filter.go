package trie

import "math/bits"

// A Filter tells from the three characters at a place whether a key can be
// there. It says no for nine places in ten of a text, after a look at one word of
// memory, and then no trie has to be walked. A yes may be wrong.
//
// Two characters alone would say yes for every fourth place: most of what
// phrases begin with is common, and goes on otherwise.
type Filter struct {
	// Rows come in groups of four, a power of two of these. The first two
	// characters of a key say which group, the third which row of it, see [Index].
	// A key of two characters is in all rows of its group.
	Rows []uint64
	// Shift takes from a hash the number of its group.
	Shift uint8
}

// TableRows is the number of rows in the filter of a table.
const TableRows = 1 << 14

// NewFilter gives a filter of the size that those of a table have.
func NewFilter() *Filter { return FilterOfRows(make([]uint64, TableRows)) }

// FilterOfRows gives the filter of rows.
func FilterOfRows(rows []uint64) *Filter {
	groups := len(rows) / 4
	return &Filter{Rows: rows, Shift: uint8(64 - bits.TrailingZeros(uint(groups)))}
}

// keysPerRow is how many keys of a glossary there may be for a row, and maxRows
// how many rows. With fewer keys the filter says less often yes, which costs more
// than that it fills more of the cache.
const (
	keysPerRow = 3
	maxRows    = 1 << 20
)

// With gives a filter that has n keys more, those of a trie, and room for them.
func (f *Filter) With(t *Trie, n int) *Filter {
	g := f.room(n)
	g.Add(t, nil)
	return g
}

// room gives the same filter with room for n keys more.
func (f *Filter) room(n int) *Filter {
	more := 0
	for n > keysPerRow*len(f.Rows)<<more && len(f.Rows)<<more < maxRows {
		more++
	}
	g := FilterOfRows(make([]uint64, len(f.Rows)<<more))
	for i := range g.Rows {
		group, row := i/4, i%4
		g.Rows[i] = f.Rows[group>>more*4+row]
	}
	return g
}

// Has tells whether a key may begin with a, b and then c.
func (f *Filter) Has(a, b, c Symbol) bool {
	return f.Begins(Start(a, b, c))
}

// Begins tells whether a key may begin with the three symbols of start.
func (f *Filter) Begins(start uint64) bool {
	pair := Pair(start)
	return Begins(f.Rows[Index(pair, start, f.Shift)], pair, start)
}

// HasLonger tells whether a key of more than two characters may.
func (f *Filter) HasLonger(a, b, c Symbol) bool {
	start := Start(a, b, c)
	pair := Pair(start)
	return both(f.Rows[Index(pair, start, f.Shift)], pair)&bit(triple(pair, start)) != 0
}

func (f *Filter) addPair(a, b Symbol) {
	for row := range Symbol(4) {
		start := Start(a, b, row)
		pair := Pair(start)
		f.Rows[Index(pair, start, f.Shift)] |= marks(pair, pair)
	}
}

func (f *Filter) addTriple(a, b, c Symbol) {
	start := Start(a, b, c)
	pair := Pair(start)
	f.Rows[Index(pair, start, f.Shift)] |= marks(pair, triple(pair, start))
}

// AddKey adds a key of two and more symbols.
func (f *Filter) AddKey(key []Symbol) {
	if len(key) == 2 {
		f.addPair(key[0], key[1])
	} else {
		f.addTriple(key[0], key[1], key[2])
	}
}

// Bits gives the numbers of the bits that are set, in order; [FilterOf] makes
// the filter of them. They are the short form of a filter of few keys.
func (f *Filter) Bits() []uint32 {
	var all []uint32
	for i, row := range f.Rows {
		for ; row != 0; row &= row - 1 {
			all = append(all, uint32(i<<6+bits.TrailingZeros64(row)))
		}
	}
	return all
}

// FilterOf gives the filter that has these bits.
func FilterOf(set []uint32) *Filter {
	f := NewFilter()
	for _, n := range set {
		f.Rows[n>>6] |= 1 << (n & 63)
	}
	return f
}
