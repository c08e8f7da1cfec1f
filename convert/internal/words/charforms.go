package words

// charForms are what characters become that are in no word.
type charForms struct {
	text []byte // of all, by symbol
	ends []uint32
}

func (p *Program) charForms() *charForms {
	c := &charForms{ends: make([]uint32, len(p.lex.Runes))}
	for s, r := range p.lex.Runes {
		c.text = p.foreign.AppendChar(c.text, r)
		c.ends[s] = uint32(len(c.text))
	}
	return c
}

// of gives what becomes of a character.
func (c *charForms) of(s Symbol) []byte {
	start := uint32(0)
	if s > 0 {
		start = c.ends[s-1]
	}
	return c.text[start:c.ends[s]]
}

// write tells whether form is what becomes of some characters.
func (c *charForms) write(form string, chars []Symbol) bool {
	for _, s := range chars {
		out := c.of(s)
		if len(form) < len(out) || form[:len(out)] != string(out) {
			return false
		}
		form = form[len(out):]
	}
	return form == ""
}
