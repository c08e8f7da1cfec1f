package learn

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"zhmd/convert"
)

// How much more often than otherwise a word has to be corrected to be proposed: than it
// was left alone, as a person who corrects overlooks few, and than it was corrected to
// something else.
const (
	byFar   = 10
	clearly = 3
)

// choose makes entries of the words that were corrected.
func (l *learner) choose() {
	for _, key := range l.keys {
		l.chooseFor(key)
	}
}

func (l *learner) chooseFor(key string) {
	t := l.count(key)
	values := slices.SortedFunc(maps.Keys(t.corrected), func(a, b string) int {
		if n := t.corrected[b] - t.corrected[a]; n != 0 {
			return n
		}
		return strings.Compare(a, b)
	})
	values = slices.DeleteFunc(values, func(v string) bool { return !l.hasPlace(key, v) })
	for _, value := range values {
		e := Entry{Word: word(key, value, l.opts.Target), Old: l.oldOf(key, value), Corrected: t.corrected[value]}
		var other int
		e.Alone, other = t.against(value)
		switch known, is := l.known(key); {
		case is && known == value:
			// it is in the glossary, and the page was written without
		case is:
			l.doubt(e, fmt.Sprintf("your glossary has %s for it", known))
		case slices.ContainsFunc(l.Entries, func(o Entry) bool { return o.Key == key && o.Value == value }):
			// it is a word with another beside it, too
		case !l.proposed(key) && e.Alone*byFar <= e.Corrected && other*clearly <= e.Corrected:
			l.Entries = append(l.Entries, e)
		default:
			l.inContext(e, other)
		}
	}
}

// hasPlace tells whether a word of its own was corrected to a value: not a part of one.
func (l *learner) hasPlace(key, value string) bool { return l.placeOf(key, value) != nil }

func (l *learner) placeOf(key, value string) *place {
	for i, at := range l.byPlace[key] {
		if at.page.units[at.unit].want == value {
			return &l.byPlace[key][i]
		}
	}
	return nil
}

// oldOf gives what a word became that was corrected to a value.
func (l *learner) oldOf(key, value string) string {
	at := l.placeOf(key, value)
	u := at.page.units[at.unit]
	return at.page.old[u.from:u.to]
}

// known gives what the user's words have for a word.
func (l *learner) known(key string) (string, bool) {
	i := slices.IndexFunc(l.opts.Known, func(w convert.Word) bool {
		return w.Key == key && (len(w.Targets) == 0 || slices.Contains(w.Targets, l.opts.Target))
	})
	if i < 0 {
		return "", false
	}
	return l.opts.Known[i].Value, true
}
