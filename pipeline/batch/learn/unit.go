package learn

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// A state is what is known of a unit.
type state uint8

const (
	left      state = iota // it was left alone
	corrected              // by a person
	open                   // nothing is known: around it is other text
)

// A unit is a word of the source, or what stands between words, and what it is in the
// old text; want is what it has to become.
type unit struct {
	token
	known bool // the source becomes the old text here
	state state
	want  string
}

// unitsBy divides the source, and with it the old text.
func (p *page) unitsBy(s *speller) []unit {
	made := project(s.divide(p.source), changesOf(p.edits), len(p.made))
	at := map[int]int{}
	for _, t := range made {
		at[t.hi] = t.to
	}
	var all []unit
	for _, t := range project(made, p.redone, len(p.old)) {
		old := p.old[t.from:t.to]
		u := unit{token: t, known: p.made[at[t.lo]:at[t.hi]] == old, want: old}
		if !u.known {
			u.state = open
		}
		all = append(all, u)
	}
	return all
}

// wanted gives what a part of the source has to become, and the worst that is known of
// it; whole tells that it begins and ends with words, and only then there is a text.
// Inside a word that keeps its number of characters there is one too.
func (p *page) wanted(lo, hi int) (text string, s state, whole bool) {
	i := sort.Search(len(p.units), func(i int) bool { return p.units[i].hi > lo })
	var b strings.Builder
	for ; i < len(p.units) && p.units[i].lo < hi; i++ {
		u := p.units[i]
		part, ok := u.part(p.source, max(lo, u.lo), min(hi, u.hi))
		if !ok {
			return "", max(s, u.state), false
		}
		b.WriteString(part)
		s = max(s, u.state)
	}
	return b.String(), s, true
}

// part gives what a part of a unit has to become.
func (u unit) part(source string, lo, hi int) (string, bool) {
	if lo == u.lo && hi == u.hi {
		return u.want, true
	}
	want := []rune(u.want)
	if len(want) != utf8.RuneCountInString(source[u.lo:u.hi]) {
		return "", false
	}
	from := utf8.RuneCountInString(source[u.lo:lo])
	return string(want[from : from+utf8.RuneCountInString(source[lo:hi])]), true
}
