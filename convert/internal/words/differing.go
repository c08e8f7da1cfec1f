package words

import (
	"zhmd/convert/internal/letter"
	"zhmd/convert/internal/table"
)

// A word is what the fast way knows of an entry.
type word struct {
	form   table.Ref // what is written where no condition is met
	domain uint8     // that it tells of then
	how    uint8     // it differs from what its characters become, as bits
}

// The bits of word.how.
const (
	ifMet   = 1 << iota // where one of its conditions is met
	always              // everywhere
	depends             // conditions make it something else
	odd                 // it or one of its forms is not all letters
)

// know finds out what is to be known of an entry, after that is known of those before.
func (w *writer) know(e int32, chars *charForms) {
	known, hans := w.known(e), w.lex.hansOf(e)
	if len(hans) > 1 {
		if known.how |= w.differing(hans, e, &known, chars); known.how&(ifMet|always) != 0 {
			w.addKey(hans)
		}
		for first := e; !w.lex.first(first); first-- {
			w.entries[first-1].how |= known.how & (ifMet | always)
		}
	}
	if !w.exchangesLetters(hans, e, &known, chars) {
		known.how |= odd
	}
	w.entries[e] = known
}

// exchangesLetters tells whether an entry and whatever is written for it are letters.
func (w *writer) exchangesLetters(hans []Symbol, e int32, known *word, chars *charForms) bool {
	same := known.how&(ifMet|always|depends) == 0 && len(hans) > 1 // as its characters become
	for _, s := range hans {
		if !chars.letters.has(s) || same && chars.odd.has(s) {
			return false
		}
	}
	if same {
		return true
	}
	if known.how&depends != 0 {
		for _, c := range w.lex.conditionsOf(e).all {
			if !letter.All(w.lex.Text(c.forms[one(w.regional == HKP)])) {
				return false
			}
		}
	}
	return letter.All(w.lex.Text(known.form))
}

// differing tells whether and where an entry makes a difference.
func (w *writer) differing(hans []Symbol, e int32, known *word, chars *charForms) (how uint8) {
	form := w.lex.Text(known.form)
	switch {
	case !chars.write(form, hans) || w.regional >= 0 && form != w.lex.form(e, w.target):
		return always
	case known.how&depends != 0:
		return ifMet
	}
	return 0
}

// known gives what is written for an entry, and whether that depends on conditions.
func (w *writer) known(e int32) (known word) {
	target := w.target
	if w.regional >= 0 {
		target = w.regional
	}
	known.form = w.lex.Forms.At(int(e), target)
	_, known.domain = w.formWhere(e, nil)
	if w.regional < 0 || !w.lex.conditional(e) {
		return known
	}
	for _, c := range w.lex.conditionsOf(e).all {
		if c.forms[one(w.regional == HKP)] != known.form {
			known.how = depends
		}
	}
	return known
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
