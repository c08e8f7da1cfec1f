package merge

import (
	"math/rand/v2"
	"slices"
	"strings"
)

// A draft is what became of a base of some elements.
type draft struct {
	before []string // what stands before each element and at the end
	after  []string // what each element became; "=" if it is as it was
}

// drafts makes two drafts of n elements. All that is new in them is unlike what
// was there; some of it is in both.
func drafts(r *rand.Rand, n int, fresh func() string) (o, t draft) {
	odds := 3 + r.IntN(12)
	change := func(old string) (string, string) {
		now := ""
		if r.IntN(3) > 0 {
			now = fresh()
		}
		switch k := r.IntN(2 * odds); {
		case k < 2:
			return now, old
		case k < 4:
			return old, now
		case k == 4:
			return now, now
		}
		return old, old
	}
	for i := range n + 1 {
		mine, yours := change("")
		o.before, t.before = append(o.before, mine), append(t.before, yours)
		if i < n {
			mine, yours = change("=")
			o.after, t.after = append(o.after, mine), append(t.after, yours)
		}
	}
	return o, t
}

func (d draft) of(base []string) string { return d.part(base, 0, len(base)) }

// part gives what the elements from lo to hi became, with what stands between
// them, before and behind.
func (d draft) part(base []string, lo, hi int) string {
	var b strings.Builder
	for i := lo; i < hi; i++ {
		b.WriteString(d.before[i])
		if d.after[i] == "=" {
			b.WriteString(base[i])
		} else {
			b.WriteString(d.after[i])
		}
	}
	return b.String() + d.before[hi]
}

// plainly merges two drafts as the package is to merge their texts, but without
// having to find out what changed: between two elements that both drafts left
// alone it takes what one of them changed.
func plainly(base []string, o, t draft) (text string, conflicts int) {
	for lo := 0; lo <= len(base); lo++ {
		hi := lo
		for hi < len(base) && (o.after[hi] != "=" || t.after[hi] != "=") {
			hi++
		}
		was, mine, yours := strings.Join(base[lo:hi], ""), o.part(base, lo, hi), t.part(base, lo, hi)
		switch {
		case mine == was:
			text += yours
		case yours == was || mine == yours:
			text += mine
		default:
			text += mine
			conflicts++
		}
		if hi < len(base) {
			text += base[hi]
		}
		lo = hi
	}
	return text, conflicts
}

// edits reports whether a draft left half of the elements as they were, or half of what
// it has now if that is less.
func (d draft) edits() bool {
	same, now := 0, 0
	for i, s := range slices.Concat(d.after, d.before) {
		if s == "=" && i < len(d.after) {
			same++
		}
		if s != "" {
			now++
		}
	}
	return 2*same >= min(len(d.after), now)
}

// thin takes back what follows another change without an element between them.
func (d draft) thin() {
	last := -3
	for i := range 2*len(d.after) + 1 {
		s, was := d.before, ""
		if i%2 == 1 {
			s, was = d.after, "="
		}
		switch {
		case s[i/2] == was:
		case i < last+3:
			s[i/2] = was
		default:
			last = i
		}
	}
}

// both takes all changes of two drafts, unless they differ at the same place.
func both(o, th draft) (merged draft, ok bool) {
	ok = true
	take := func(was string, mine, yours []string) []string {
		merged := slices.Clone(mine)
		for i := range merged {
			if mine[i] == was {
				merged[i] = yours[i]
			} else if yours[i] != was && yours[i] != mine[i] {
				ok = false
			}
		}
		return merged
	}
	return draft{take("", o.before, th.before), take("=", o.after, th.after)}, ok
}
