package merge

// join makes one of regions if one side added a line in the first and the other
// in the last, and nothing between them tells the two places apart. Else the line
// would be there twice.
//
// That happens if both sides added a paragraph and one of them changed the one
// above or below it, too. Then it is open which paragraph became which; and what
// is between them may be no more than an empty line, like others. But a line that
// all texts have once tells apart what is before and after it.
func (m *merger) join(rs []region) []region {
	var joined []region
	for k, last := 0, m.links(rs); k < len(rs); k++ {
		r := rs[k]
		for end := last[k]; k < end; end = max(end, last[k]) {
			k++
			r.hi = rs[k].hi
			for i, hs := range rs[k].hunks {
				r.hunks[i] = append(r.hunks[i], hs...)
			}
		}
		joined = append(joined, r)
	}
	return joined
}

// links gives for each region the last one that has to be joined with it.
func (m *merger) links(rs []region) []int {
	last, first := make([]int, len(rs)), make([]int, len(rs)) // first is where the part begins that no line divides
	in := map[int32]int{}                                     // the region where ours added a line
	for k, r := range rs {
		last[k], first[k] = k, k
		if k > 0 && !m.divided(rs[k-1].hi, r.lo) {
			first[k] = first[k-1]
		}
		m.added(r, ours, func(e int32) { in[e] = k })
	}
	for k, r := range rs {
		m.added(r, theirs, func(e int32) {
			if j, ok := in[e]; ok && first[j] == first[k] {
				last[min(j, k)] = max(last[min(j, k)], j, k)
			}
		})
	}
	return last
}

// added calls do for each line that a side added in a region, if both sides have
// it once.
func (m *merger) added(r region, i int, do func(line int32)) {
	for _, h := range r.hunks[i] {
		for _, e := range m.sides[i].ids[h.from:h.to] {
			if m.sides[ours].places[e] > 0 && m.sides[theirs].places[e] > 0 {
				do(e)
			}
		}
	}
}

// divided tells whether there is a line in a part of the base that all texts have
// once.
func (m *merger) divided(lo, hi int) bool {
	for _, e := range m.base.ids[lo:hi] {
		if m.base.places[e] > 0 && m.sides[ours].places[e] > 0 && m.sides[theirs].places[e] > 0 {
			return true
		}
	}
	return false
}
