package learn

import (
	"cmp"
	"slices"
	"strings"
)

// A hit is where an entry's word stands in a source.
type hit struct{ lo, hi, entry int }

type hits []hit

// hits gives them as they are taken: from left to right, the longest at each place.
func (l *learner) hits(p *page) hits {
	var all hits
	for i, e := range l.Entries {
		for at := range occurrences(p.source, e.Key) {
			all = append(all, hit{at, at + len(e.Key), i})
		}
	}
	slices.SortFunc(all, func(a, b hit) int { return cmp.Or(a.lo-b.lo, b.hi-a.hi) })
	at := 0
	return slices.DeleteFunc(all, func(h hit) bool {
		if h.lo < at {
			return true
		}
		at = h.hi
		return false
	})
}

// of gives the entries that change a part of the source: those in it, or if there is
// none those in its line, where they may have divided the words otherwise.
func (hs hits) of(lo, hi int, source string) []int {
	var in, near []int
	from := strings.LastIndexByte(source[:lo], '\n')
	to := hi + strings.IndexByte(source[hi:]+"\n", '\n')
	for _, h := range hs {
		if h.lo < hi && h.hi > lo {
			in = append(in, h.entry)
		}
		if h.lo > from && h.hi <= to && !slices.Contains(near, h.entry) {
			near = append(near, h.entry)
		}
	}
	if len(in) > 0 {
		return in
	}
	return near
}
