package merge

// A region is a part of the base that at least one side changed. Between two
// regions is something that both sides left alone.
type region struct {
	lo, hi int
	hunks  [2][]hunk // what each side changed in it
}

// regions gives what to merge.
func (m *merger) regions() []region {
	return m.join(group(m.changes(ours), m.changes(theirs)))
}

// group groups the changes of both sides.
func group(o, t []hunk) []region {
	var rs []region
	for len(o)+len(t) > 0 {
		i, from := ours, &o
		if len(o) == 0 || len(t) > 0 && t[0].before(o[0]) {
			i, from = theirs, &t
		}
		h := (*from)[0]
		*from = (*from)[1:]
		if n := len(rs); n == 0 || !rs[n-1].touches(h, i) {
			rs = append(rs, region{lo: h.lo, hi: h.hi})
		}
		rs[len(rs)-1].add(h, i)
	}
	return rs
}

func (r *region) add(h hunk, i int) {
	r.hi = max(r.hi, h.hi)
	r.hunks[i] = append(r.hunks[i], h)
}

// touches tells whether a change of a side, which comes after those in the
// region, belongs with them.
//
// What follows directly may yet be apart. Say a side added a paragraph and an
// empty line above a paragraph that the other side changed: it could as well have
// added the empty line and the paragraph above the empty line that was there, to
// the same effect, and that line would be between the changes.
func (r *region) touches(h hunk, i int) bool {
	if h.lo != r.hi {
		return h.lo < r.hi
	}
	other := r.hunks[1-i]
	if len(r.hunks[i]) > 0 || len(other) > 1 || other[0].up == 0 {
		return true
	}
	return h.adds() && other[0].adds() // which of them is first is open
}

// first gives the line of a side, which changed something, that the region begins
// with.
func (r region) first(i int) int {
	h := r.hunks[i][0]
	return h.from - (h.lo - r.lo)
}

// in gives what a side has in place of the region.
func (r region) in(t text, i int) []byte {
	hs := r.hunks[i]
	if len(hs) == 0 {
		return nil
	}
	last := hs[len(hs)-1]
	return t.lines(r.first(i), last.to+(r.hi-last.hi))
}
