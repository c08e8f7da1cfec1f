package words

import (
	"bytes"
	"slices"
)

// A place where a regional word is asked for: from start to end in a text, in which the
// domains are those of the bits that are set.
type context struct {
	text       []byte
	start, end int
	domains    uint32
	pending    *uint32 // domains that would make a difference are noted there; nil for nowhere
}

// holds tells whether a condition is met.
func (c *condition) holds(in *context) bool {
	is := false
	switch c.kind &^ Unless {
	case InDomain:
		is = in.domains>>c.domain&1 != 0
	case BeforeWord:
		text := in.text[in.end:]
		is = c.near.begins(text) && slices.ContainsFunc(c.words, func(word string) bool { return bytes.HasPrefix(text, []byte(word)) })
	case AfterWord:
		text := in.text[:in.start]
		is = c.near.ends(text) && slices.ContainsFunc(c.words, func(word string) bool { return bytes.HasSuffix(text, []byte(word)) })
	}
	return is != (c.kind&Unless != 0)
}

// met gives the first condition of an entry that is met, nil if none is.
func (p *Program) met(e int32, in *context) *condition {
	s := p.lex.conditionsOf(e)
	if in.pending != nil {
		*in.pending |= s.domains
	}
	if !s.unless && s.domains&in.domains == 0 && !s.before.begins(in.text[in.end:]) && !s.after.ends(in.text[:in.start]) {
		return nil
	}
	for i := range s.all {
		if s.all[i].holds(in) {
			return &s.all[i]
		}
	}
	return nil
}

// regionalForm gives what is written for an entry in text of another region, and the
// domain that a regional word tells of, 0 for none and for a word that is ambiguous
// itself; "" if it is read character by character.
func (p *Program) regionalForm(e int32, in *context) (form string, domain uint8) {
	if p.regional < 0 {
		return p.lex.form(e, p.target), 0
	}
	form = p.lex.form(e, p.regional)
	if form == "" {
		return "", 0
	}
	if p.lex.conditional(e) {
		if c := p.met(e, in); c != nil {
			form = p.lex.Text(c.forms[one(p.regional == HKP)])
		}
		return form, 0
	}
	if form == p.lex.form(e, p.target) {
		return form, 0
	}
	return form, p.lex.Domains[e]
}
