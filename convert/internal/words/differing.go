package words

import (
	"bytes"
	"slices"

	"zhmd/convert/internal/letter"
)

// What the fast way knows of an entry, as bits: how what is written for it differs from
// what its characters become. For the first entry of a word it is how any does.
const (
	ifMet        = 1 << iota // where one of its conditions is met
	always                   // everywhere
	depends                  // conditions make it something else
	odd                      // it or one of its forms is not all letters
	tells                    // it tells of its domain where no condition is met
	isKey                    // it is an entry of more than one character that differs itself
	differsAlone             // it is one of a single character that as a word may become something else
)

// Differ is what is known of all entries, for each of what programs write. It takes
// some milliseconds to find out, so it is part of the table.
type Differ struct {
	Pattern  []uint8 // by entry: which of Patterns
	Patterns []uint8 // written each
}

// written is how many there are of what programs write: the targets up to HKP.
const written = HKP + 1

// Note finds out what is known of all entries of the programs' lexicon, from a program
// for each of [Hant] to [HKP].
func (d *Differ) Note(programs []*Program) {
	var all [][]uint8
	for _, p := range programs {
		all = append(all, p.differ())
	}
	for e := range all[0] {
		var pattern []uint8
		for _, how := range all {
			pattern = append(pattern, how[e])
		}
		n := 0
		for n < len(d.Patterns) && !bytes.Equal(d.Patterns[n:n+written], pattern) {
			n += written
		}
		if n == len(d.Patterns) {
			d.Patterns = append(d.Patterns, pattern...)
		}
		if n/written >= 1<<8 {
			panic("entries differ in too many ways")
		}
		d.Pattern = append(d.Pattern, uint8(n/written))
	}
}

// of gives what is known of all entries for one of what programs write.
func (d *Differ) of(target int) []uint8 {
	var one [1 << 8]uint8
	for n := range len(d.Patterns) / written {
		one[n] = d.Patterns[n*written+target]
	}
	all := make([]uint8, len(d.Pattern))
	for e, n := range d.Pattern {
		all[e] = one[n]
	}
	return all
}

// written gives which of the targets' forms a program writes for Simplified text.
func (p *Program) written() int {
	if p.regional >= 0 {
		return p.regional
	}
	return p.target
}

// differ finds out what is to be known of all entries.
func (p *Program) differ() []uint8 {
	chars := p.charForms()
	all := make([]uint8, len(p.lex.Spelt))
	for e := range all {
		all[e] = p.differs(int32(e), chars)
		for first := int32(e); !p.lex.first(first); first-- {
			all[first-1] |= all[e] & (ifMet | always)
		}
	}
	return all
}

// differs finds out what is to be known of an entry.
func (p *Program) differs(e int32, chars *charForms) (how uint8) {
	hans, form := p.lex.hansOf(e), p.lex.Text(p.lex.Forms.At(int(e), p.written()))
	if _, domain := p.formWhere(e, nil); domain != 0 {
		how |= tells
	}
	conditions := p.conditionsThatMatter(e)
	if len(conditions) > 0 {
		how |= depends
	}
	switch {
	case len(hans) == 1 && (how&depends != 0 || !chars.write(form, hans)):
		how |= differsAlone
	case len(hans) == 1:
	case !chars.write(form, hans) || p.regional >= 0 && form != p.lex.form(e, p.target):
		how |= always | isKey
	case how&depends != 0:
		how |= ifMet | isKey
	}
	if !p.exchangesLetters(hans, form, conditions) {
		how |= odd
	}
	return how
}

// conditionsThatMatter gives those of an entry if one of them makes it something else.
func (p *Program) conditionsThatMatter(e int32) []condition {
	if p.regional < 0 || !p.lex.conditional(e) {
		return nil
	}
	form, all := p.lex.Forms.At(int(e), p.written()), p.lex.conditionsOf(e).all
	if !slices.ContainsFunc(all, func(c condition) bool { return c.forms[one(p.regional == HKP)] != form }) {
		return nil
	}
	return all
}

// exchangesLetters tells whether characters, and whatever is written for them, are letters.
func (p *Program) exchangesLetters(hans []Symbol, form string, conditions []condition) bool {
	for _, s := range hans {
		if !letter.Is(p.lex.Runes[s]) {
			return false
		}
	}
	for _, c := range conditions {
		if !letter.All(p.lex.Text(c.forms[one(p.regional == HKP)])) {
			return false
		}
	}
	return letter.All(form)
}

// hansOf gives the characters of an entry as Simplified text has them.
func (l *Lexicon) hansOf(e int32) []Symbol {
	from, to := int(l.Spelt[e]), len(l.Spelling)
	if int(e)+1 < len(l.Spelt) {
		to = int(l.Spelt[e+1])
	}
	return l.Spelling[from : (from+to)/2]
}

// first tells whether no other entry of the same word is before e.
func (l *Lexicon) first(e int32) bool { return e == 0 || l.Costs[e-1]&More == 0 }
