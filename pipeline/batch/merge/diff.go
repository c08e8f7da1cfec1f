package merge

// A run is a number of elements that are the same in two sequences, from x on in
// one and y on in the other.
type run struct{ x, y, n int }

// A box is a part of each of two sequences.
type box struct{ x, xEnd, y, yEnd int }

// A differ finds what changed from one sequence to another.
type differ struct {
	limit int // of the steps that it may take yet
	a, b  []int32
	runs  []run
	trace []int32 // memory for grid.reached
}

// diff gives the changes that make b of a, in order and as few as there can be,
// but for limits. Between two of them is at least one element that is unchanged.
func (d *differ) diff(a, b []int32) []hunk {
	return d.through(a, b, func(box) []run { return nil })
}

// diffLines does the same with lines. Those that both texts have once it matches
// first, for the fewest changes might match a paragraph that was moved or added
// with others by the empty lines between them.
func (d *differ) diffLines(a, b text) []hunk {
	return d.through(a.ids, b.ids, func(r box) []run { return fixed(a, b, r) })
}

// through gives changes that leave the elements that fixed gives.
func (d *differ) through(a, b []int32, fixed func(box) []run) []hunk {
	d.a, d.b, d.runs = a, b, d.runs[:0]
	d.within(box{0, len(a), 0, len(b)}, func(r box) {
		for _, p := range fixed(r) {
			d.within(box{r.x, p.x, r.y, p.y}, d.search)
			d.keep(p)
			r.x, r.y = p.x+1, p.y+1
		}
		d.within(r, d.search)
	})
	hs := d.hunks()
	d.settle(hs)
	return hs
}

// within keeps what a box begins and ends with in both sequences, and has the
// rest searched.
func (d *differ) within(r box, search func(box)) {
	a, b := d.a[r.x:r.xEnd], d.b[r.y:r.yEnd]
	first := prefix(a, b)
	last := suffix(a[first:], b[first:])
	d.keep(run{r.x, r.y, first})
	r = box{r.x + first, r.xEnd - last, r.y + first, r.yEnd - last}
	if r.x < r.xEnd && r.y < r.yEnd {
		search(r)
	}
	d.keep(run{r.xEnd, r.yEnd, last})
}

func (d *differ) keep(r run) {
	if r.n > 0 {
		d.runs = append(d.runs, r)
	}
}

// hunks gives what is between the runs.
func (d *differ) hunks() []hunk {
	var hs []hunk
	at := run{}
	for _, r := range append(d.runs, run{len(d.a), len(d.b), 0}) {
		if h := (hunk{at.x + at.n, r.x, at.y + at.n, r.y, 0}); h.lo < h.hi || h.from < h.to {
			hs = append(hs, h)
		}
		at = r
	}
	return hs
}

func prefix[E comparable](a, b []E) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}

func suffix[E comparable](a, b []E) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[len(a)-1-i] != b[len(b)-1-i] {
			return i
		}
	}
	return n
}
