package trie

import "math/bits"

// A Deep is a [Filter] for many keys. It has four bits for a key where that has two,
// and so says yes without need for one place in 130 when a quarter of its bits are set,
// not for one in eight; for more of those that begin with two characters as many keys do.
// To look at it takes a moment more.
type Deep struct {
	Rows  []uint64 // as in a Filter
	Shift uint8    // the same
}

// keysPerDeepRow is how many keys there may be for a row of a Deep, see keysPerRow.
const keysPerDeepRow = 5

// NewDeep gives a Deep of none with room for n keys; one of two characters counts as four.
func NewDeep(n int) *Deep {
	rows := 1 << 10
	for n > keysPerDeepRow*rows && rows < maxRows {
		rows *= 2
	}
	f := FilterOfRows(make([]uint64, rows))
	return &Deep{f.Rows, f.Shift}
}

// AddKey adds a key of two and more symbols.
func (d *Deep) AddKey(key []Symbol) {
	if len(key) > 2 {
		start := Start(key[0], key[1], key[2])
		d.add(start, triple(Pair(start), start))
		return
	}
	for row := range Symbol(4) {
		start := Start(key[0], key[1], row)
		d.add(start, Pair(start))
	}
}

func (d *Deep) add(start, hash uint64) {
	pair := Pair(start)
	two := marks(pair, hash)
	d.Rows[Index(pair, start, d.Shift)] |= two | bits.RotateLeft64(two, -farther(pair))
}

// Begins tells whether a key may begin with the three symbols of start.
func (d *Deep) Begins(start uint64) bool {
	pair := Pair(start)
	return BeginsDeep(d.Rows[Index(pair, start, d.Shift)], pair, start)
}

// BeginsDeep is [Begins] for the row of a Deep.
func BeginsDeep(row, pair, start uint64) bool {
	two := both(row, pair)
	four := two & bits.RotateLeft64(two, farther(pair))
	return four>>(pair>>firstBit&63)&1 != 0 || four>>(triple(pair, start)>>firstBit&63)&1 != 0
}

// farther is how far off the second pair of a key's bits is.
func farther(pair uint64) int { return int(pair >> 28 & 63) }

// DeepOf returns the Deep that has rows.
func DeepOf(rows []uint64) *Deep {
	f := FilterOfRows(rows)
	return &Deep{f.Rows, f.Shift}
}
