package learn

import (
	"cmp"
	"fmt"
	"slices"
)

// Limits to what is proposed with a word beside it.
const (
	chance     = 1   // what stands beside a word in so many places alone
	mostHinted = 3   // of such words are named all the same
	mostTried  = 100 // are looked for in the pages
)

// inContext proposes a word together with a word beside it, where that tells the places
// in which it was corrected from the others. By itself it is doubtful.
func (l *learner) inContext(e Entry, other int) {
	rest := map[place]bool{}
	for _, at := range l.byPlace[e.Key] {
		if at.page.units[at.unit].want == e.Value {
			rest[at] = true
		}
	}
	e.Corrected = len(rest)
	reason, hints := against(e.Alone, other), 0
	for _, w := range l.wider(e) {
		n := len(rest)
		for _, at := range w.places {
			delete(rest, at)
		}
		switch {
		case len(rest) == n || l.proposed(w.Key):
		case len(w.places) <= chance:
			if hints++; hints <= mostHinted {
				reason += "; " + w.Key + " would be sure"
			}
		default:
			l.Entries = append(l.Entries, w.Entry)
			reason += "; see " + w.Key
		}
	}
	l.doubt(e, reason)
}

// against says what speaks against a word by itself.
func against(alone, other int) string {
	if other == 0 || alone > other {
		return fmt.Sprintf("%d left alone", alone)
	}
	return fmt.Sprintf("%d corrected otherwise", other)
}

// proposed tells whether a word is in a glossary already.
func (l *learner) proposed(key string) bool {
	_, known := l.known(key)
	return known || slices.ContainsFunc(l.Entries, func(e Entry) bool { return e.Key == key })
}

// A wide entry is one with a word beside it, and the places that it is for.
type wide struct {
	Entry
	places []place
}

// wider gives such entries that nothing speaks against, those for most places first.
func (l *learner) wider(e Entry) []wide {
	type beside struct {
		by         int
		key, value string
	}
	found := map[beside]*wide{}
	for _, at := range l.byPlace[e.Key] {
		if at.page.units[at.unit].want != e.Value {
			continue
		}
		for _, by := range []int{-1, 1} {
			if key, value, old, ok := at.beside(by); ok {
				k := beside{by, key, value}
				if found[k] == nil {
					found[k] = &wide{Entry: Entry{Word: word(key, value, l.opts.Target), Old: old}}
				}
				found[k].places = append(found[k].places, at)
			}
		}
	}
	var all []wide
	for _, w := range found {
		all = append(all, *w)
	}
	slices.SortFunc(all, func(a, b wide) int {
		return cmp.Or(len(b.places)-len(a.places), cmp.Compare(a.Key, b.Key), cmp.Compare(a.Value, b.Value))
	})
	return slices.DeleteFunc(all[:min(len(all), mostTried)], func(w wide) bool {
		alone, other := l.count(w.Key).against(w.Value)
		return alone+other > 0
	})
}

// beside gives a corrected word with the one before or behind it.
func (at place) beside(by int) (key, value, old string, ok bool) {
	p, i, j := at.page, at.unit, at.unit
	if by < 0 {
		i--
	} else {
		j++
	}
	if i < 0 || j >= len(p.units) {
		return "", "", "", false
	}
	a, b := p.units[i], p.units[j]
	key, value, old = p.source[a.lo:b.hi], a.want+b.want, p.old[a.from:b.to]
	ok = a.known && b.known && max(a.state, b.state) == corrected && isWord(key) && isWord(value)
	return key, value, old, ok
}
