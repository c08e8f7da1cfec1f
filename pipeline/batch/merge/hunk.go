package merge

// A hunk says that a[lo:hi] of one sequence became b[from:to] of another.
type hunk struct {
	lo, hi, from, to int
	up               int // by how many elements it could as well be earlier
}

func (h hunk) before(g hunk) bool { return h.lo < g.lo || h.lo == g.lo && h.hi < g.hi }

// adds and removes tell whether a hunk does nothing else.
func (h hunk) adds() bool    { return h.lo == h.hi }
func (h hunk) removes() bool { return h.from == h.to }

// settle moves each addition and each removal down until it cannot or the next
// hunk would be met, so that where it is among equal elements does not depend on
// the search.
func (d *differ) settle(hs []hunk) {
	next := len(d.a)
	for i := len(hs) - 1; i >= 0; i-- {
		h := &hs[i]
		for ; h.hi < next && h.turns(d.a, d.b, 0); d.limit-- {
			*h = hunk{h.lo + 1, h.hi + 1, h.from + 1, h.to + 1, 0}
		}
		next = h.lo - 1 // one stays between
	}
	end := 0
	for i := range hs {
		h := &hs[i]
		for ; h.lo-h.up > end && h.turns(d.a, d.b, -h.up-1); d.limit-- {
			h.up++
		}
		end = h.hi
	}
}

// turns tells whether h, n elements further down and all of them moved over, can
// move by one more: what it adds or removes has the element before it at its end
// or the one after it at its beginning.
func (h hunk) turns(a, b []int32, n int) bool {
	return h.adds() && b[h.from+n] == b[h.to+n] || h.removes() && a[h.lo+n] == a[h.hi+n]
}
