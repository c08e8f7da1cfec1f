package learn

import (
	"fmt"
	"slices"
	"strings"

	"zhmd/convert"
)

// prove converts the pages with the entries, and gives up those that do not give what
// was corrected, or change what was left alone and not so much less often, until all that
// are left are good.
func (l *learner) prove() error {
	for _, p := range l.pages {
		if p.engine != l.engines[0] {
			p.leaveOpen(l.engines[0])
		}
	}
	for {
		t, err := l.try()
		if err != nil {
			return err
		}
		l.Learnt, l.Damaged = t.learnt, t.damaged
		var kept []Entry
		for i, e := range l.Entries {
			e.Alone = t.harm[i]
			switch {
			case t.help[i] == 0:
				l.doubt(e, "converted with it, the pages are no nearer to what you wrote")
			case e.Alone*byFar > t.help[i]:
				l.doubt(e, fmt.Sprintf("%d left alone that it would change", e.Alone))
			default:
				e.Corrected = t.help[i]
				kept = append(kept, e)
			}
		}
		if len(kept) == len(l.Entries) {
			l.Entries = kept
			return nil
		}
		l.Entries = kept
	}
}

// A trial is what the entries do.
type trial struct {
	learnt, damaged int
	help, harm      []int // places, by entry
	missed          map[*page][]token
}

func (l *learner) try() (*trial, error) {
	words := slices.Clone(l.opts.Known)
	for _, e := range l.Entries {
		words = append(words, e.Word)
	}
	engine, err := l.opts.Engine(words)
	if err != nil {
		return nil, err
	}
	t := &trial{help: make([]int, len(l.Entries)), harm: make([]int, len(l.Entries)), missed: map[*page][]token{}}
	for _, p := range l.pages {
		l.tryOn(p, engine, t)
	}
	return t, nil
}

// tryOn compares what a page becomes with what it has to, part by part.
func (l *learner) tryOn(p *page, engine *convert.Engine, t *trial) {
	edits := p.editsBy(engine)
	made := string(convert.Splice(nil, []byte(p.source), edits))
	hits := l.hits(p)
	i := 0
	for _, part := range project(p.sourceUnits(), changesOf(edits), len(made)) {
		first := i
		for i < len(p.units) && p.units[i].hi <= part.hi {
			i++
		}
		want, n, state := wantedOf(p.units[first:i])
		switch text := made[part.from:part.to]; {
		case n > 0 && text == want:
			t.learnt += n
			add(t.help, hits.of(part.lo, part.hi, p.source), n)
		case n > 0:
			t.missed[p] = append(t.missed[p], part)
		case n == 0 && state == left && text != want:
			t.damaged++
			add(t.harm, hits.of(part.lo, part.hi, p.source), 1)
		}
	}
}

func add(counts, by []int, n int) {
	for _, i := range by {
		counts[i] += n
	}
}

// wantedOf gives what units have to become, how many of them were corrected and the
// worst that is known of one.
func wantedOf(units []unit) (want string, n int, s state) {
	var b strings.Builder
	for _, u := range units {
		b.WriteString(u.want)
		if u.state == corrected {
			n++
		}
		s = max(s, u.state)
	}
	if s == open {
		return b.String(), 0, open
	}
	return b.String(), n, s
}

// sourceUnits gives the units as tokens of the source alone.
func (p *page) sourceUnits() []token {
	var all []token
	for _, u := range p.units {
		all = append(all, token{u.lo, u.hi, u.lo, u.hi})
	}
	return all
}
