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

// regionalForm returns the word that a region has in place of an entry, and the topic that
// it tells of, 0 for none and for a word that is ambiguous itself. ok is false if it has
// none there.
func (p *Program) regionalForm(e int32, in *context) (word string, topic uint8, ok bool) {
	if int(e) >= len(p.lex.Spelt) {
		return "", 0, false
	}
	form := p.lex.Forms.At(int(e), p.regional)
	if topic = p.lex.Domains[e]; topic&Conditional != 0 {
		topic = 0
		if met := p.met(e, in); met != nil {
			form = met.forms[one(p.regional == HKP)]
		}
	}
	word = p.lex.Text(form)
	return word, topic, word != "" && form != p.lex.Forms.At(int(e), p.target) // a text has one number in Forms
}
