package learn

import "zhmd/pipeline/batch/merge"

// A stretch is a part of the old text and what became of it: some changes and the words
// that they are in.
type stretch struct {
	lo, hi, from, to int
	first, end       int // the changes
}

// stretches gives the parts that changed, from word to word on both sides.
func stretches(cs []merge.Change, old, new bounds) []stretch {
	var all []stretch
	for i := 0; i < len(cs); {
		c := cs[i]
		s := stretch{c.Lo, c.Hi, c.From, c.To, i, i + 1}
		for s.widen(cs, old, new) {
		}
		i = s.end
		if n := len(all); n > 0 && all[n-1].touches(s) {
			s.lo, s.from, s.first = all[n-1].lo, all[n-1].from, all[n-1].first
			all = all[:n-1]
		}
		all = append(all, s)
	}
	return all
}

// touches tells whether something was put in right between two words of which one
// changed. It may be a part of what that became.
func (s stretch) touches(t stretch) bool {
	return s.hi == t.lo && s.to == t.from && (s.lo == s.hi || t.lo == t.hi)
}

// widen takes in the words that the stretch begins and ends in, and the changes that
// are in these; false if there is no more.
func (s *stretch) widen(cs []merge.Change, old, new bounds) bool {
	before := *s
	s.reach(cs, old[old.down(s.lo)], old[old.up(s.hi)])
	from, to := new[new.down(s.from)], new[new.up(s.to)]
	first, last := cs[s.first], cs[s.end-1]
	for s.first > 0 && cs[s.first-1].To > from {
		s.first--
		first = cs[s.first]
	}
	for s.end < len(cs) && cs[s.end].From < to {
		last = cs[s.end]
		s.end++
	}
	s.reach(cs, min(s.lo, first.Lo-max(first.From-from, 0)), max(s.hi, last.Hi+max(to-last.To, 0)))
	return *s != before
}

// reach widens a stretch to a part of the old text and the changes in it.
func (s *stretch) reach(cs []merge.Change, lo, hi int) {
	for s.first > 0 && cs[s.first-1].Hi > lo {
		s.first--
		lo = min(lo, cs[s.first].Lo)
	}
	for s.end < len(cs) && cs[s.end].Lo < hi {
		hi = max(hi, cs[s.end].Hi)
		s.end++
	}
	first, last := cs[s.first], cs[s.end-1]
	lo, hi = min(lo, first.Lo), max(hi, last.Hi)
	s.lo, s.hi, s.from, s.to = lo, hi, first.From-(first.Lo-lo), last.To+(hi-last.Hi)
}
