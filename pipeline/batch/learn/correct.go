package learn

// A place is where a word was corrected.
type place struct {
	page *page
	unit int // its index
}

// A corrector finds the corrections in a page.
type corrector struct {
	*learner
	*page
	spelt spelt // the new text
	units []unit
}

// correct finds what was corrected in a page, and divides it into units.
func (l *learner) correct(p *page) {
	p.units = p.unitsBy(l.speller)
	if len(p.changes) == 0 || p.old == "" || p.new == "" {
		return
	}
	c := corrector{learner: l, page: p, spelt: l.speller.spell(p.new)}
	pairs := c.pairs()
	j := judge{corrector: &c, pairs: pairs}
	j.judge()
	at := 0
	for _, x := range pairs {
		c.units = append(c.units, p.units[at:x.first]...)
		c.take(x)
		at = x.first + len(x.old)
	}
	c.units = append(c.units, p.units[at:]...)
	p.units = c.units
	c.finish(j.rewritten())
}

// pairs gives all words that changed.
func (c *corrector) pairs() []*pair {
	old, new := bounds{0}, boundsOf(c.spelt.words)
	for _, u := range c.page.units {
		old = append(old, u.to)
	}
	var all []*pair
	for _, s := range stretches(c.changes, old, new) {
		first := old.down(s.lo)
		for _, x := range c.divide(c.page.units[first:old.down(s.hi)], c.spelt.words[new.down(s.from):new.down(s.to)]) {
			x.first = first
			first += len(x.old)
			if len(x.old)+len(x.new) > 0 {
				all = append(all, c.completed(x))
			}
		}
	}
	return all
}

// take takes a pair for what it was judged to be.
func (c *corrector) take(x *pair) {
	if x.verdict == same || len(x.old) == 0 {
		c.units = append(c.units, x.old...)
		return
	}
	first, last := x.old[0], x.old[len(x.old)-1]
	u := unit{token: token{first.lo, last.hi, first.from, last.to}, known: true, want: x.is, state: open}
	for _, o := range x.old {
		u.known = u.known && o.known
	}
	if x.verdict == accepted {
		u.state = corrected
		c.Corrections++
	}
	c.units = append(c.units, u)
}

// finish notes where the corrections are, and leaves open all of the sentences that were
// written anew.
func (c *corrector) finish(rewritten func(at int) bool) {
	p := c.page
	for i := range p.units {
		u := &p.units[i]
		switch {
		case u.state != corrected && rewritten(u.from):
			u.state = open
		case u.state == corrected && !u.known:
			u.state = open
			c.doubt(Entry{Old: p.old[u.from:u.to], Corrected: 1, Word: word("", u.want, c.opts.Target)}, "no word of the source is known that becomes it")
		case u.state == corrected:
			key := p.source[u.lo:u.hi]
			if c.byPlace[key] == nil {
				c.keys = append(c.keys, key)
			}
			c.byPlace[key] = append(c.byPlace[key], place{p, i})
		}
	}
}
