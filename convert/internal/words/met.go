package words

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
		is = c.isBefore(in.text[in.end:])
	case AfterWord:
		is = c.isAfter(in.text[:in.start])
	}
	return is != (c.kind&Unless != 0)
}

// isBefore tells whether text begins with one of the condition's words.
func (c *condition) isBefore(text []byte) bool {
	if !c.near.begins(text) {
		return false
	}
	key := firstKey(text)
	for i, word := range c.words {
		if k := c.keys[i]; (k == key || k == 0) && len(word) <= len(text) && string(text[:len(word)]) == word {
			return true
		}
	}
	return false
}

// isAfter tells whether text ends with one of the condition's words.
func (c *condition) isAfter(text []byte) bool {
	if !c.near.ends(text) {
		return false
	}
	key := lastKey(text)
	for i, word := range c.words {
		if k := c.keys[i]; (k == key || k == 0) && len(word) <= len(text) && string(text[len(text)-len(word):]) == word {
			return true
		}
	}
	return false
}

// firstKey gives the first three bytes of text, lastKey the last: 0 if it is shorter.
func firstKey[T string | []byte](text T) uint32 {
	if len(text) < 3 {
		return 0
	}
	return uint32(text[0])<<16 | uint32(text[1])<<8 | uint32(text[2])
}

func lastKey[T string | []byte](text T) uint32 { return firstKey(text[max(0, len(text)-3):]) }

// met gives the first condition of an entry that is met, nil if none is. Other domains
// would make no difference where one is and all have the same forms.
func (p *Program) met(e int32, in *context) *condition {
	s := p.lex.conditionsOf(e)
	met := s.firstMet(in)
	if in.pending != nil && (met == nil || !s.alike) {
		*in.pending |= s.asks
	}
	return met
}

func (s *conditions) firstMet(in *context) *condition {
	if s.alike && s.domains&in.domains != 0 && s.domains&(s.domains-1) == 0 {
		return &s.all[s.inDomain]
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
	if p.regional >= 0 && p.lex.conditional(e) {
		return p.formWhere(e, p.met(e, in))
	}
	return p.formWhere(e, nil)
}

// formWhere is regionalForm where a condition is met, nil for none.
func (p *Program) formWhere(e int32, met *condition) (form string, domain uint8) {
	switch {
	case p.regional < 0:
		return p.lex.form(e, p.target), 0
	case met != nil:
		return p.lex.Text(met.forms[one(p.regional == HKP)]), 0
	}
	if form = p.lex.form(e, p.regional); form == "" || p.lex.conditional(e) || form == p.lex.form(e, p.target) {
		return form, 0
	}
	return form, p.lex.Domains[e]
}
