package learn

import (
	"slices"
	"strings"

	"zhmd/convert"
)

// spare leaves out the entries with another's word in theirs where those without give
// what was corrected: 下载软件 where 软件 does.
func (l *learner) spare() error {
	all := l.Entries
	var longer []Entry
	l.Entries = nil
	for _, e := range all {
		if slices.ContainsFunc(all, func(o Entry) bool { return o.Key != e.Key && strings.Contains(e.Key, o.Key) }) {
			longer = append(longer, e)
		} else {
			l.Entries = append(l.Entries, e)
		}
	}
	if len(longer) == 0 {
		return nil
	}
	t, err := l.try()
	if err != nil {
		return err
	}
	for _, e := range longer {
		if t.misses(e) {
			l.Entries = append(l.Entries, e)
		}
	}
	return nil
}

// misses tells whether an entry's word is where what was corrected did not come out.
func (t *trial) misses(e Entry) bool {
	for p, parts := range t.missed {
		for at := range occurrences(p.source, e.Key) {
			if slices.ContainsFunc(parts, func(x token) bool { return x.lo < at+len(e.Key) && x.hi > at }) {
				return true
			}
		}
	}
	return false
}

// leaveOpen leaves open what the known words change in a page that was written without.
func (p *page) leaveOpen(known *convert.Engine) {
	edits := p.editsBy(known)
	made := string(convert.Splice(nil, []byte(p.source), edits))
	i := 0
	for _, part := range project(p.sourceUnits(), changesOf(edits), len(made)) {
		first := i
		for i < len(p.units) && p.units[i].hi <= part.hi {
			i++
		}
		if want, n, _ := wantedOf(p.units[first:i]); n == 0 && made[part.from:part.to] != want {
			for j := range p.units[first:i] {
				p.units[first+j].state = open
			}
		}
	}
}
