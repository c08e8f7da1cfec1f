package learn

import (
	"slices"

	"zhmd/convert"
)

// rivals adds to words whose sources are not known the mainland's other words that become
// the same: what is 連結 was 连结 or 链接, and only a person knows.
func (l *learner) rivals() {
	for i, e := range l.Entries {
		if !l.guessed(e.Key) {
			continue
		}
		for _, row := range convert.RegionalWords() {
			theirs := map[convert.Variant]string{convert.TW: row.Taiwan, convert.HK: row.HongKong}[l.opts.Target]
			if theirs == e.Old && row.Mainland != e.Key && l.engines[0].String(row.Mainland) == e.Old && !slices.Contains(l.Entries[i].Rivals, row.Mainland) {
				l.Entries[i].Rivals = append(l.Entries[i].Rivals, row.Mainland)
			}
		}
	}
}

// guessed tells whether a word of its own was corrected, and in pages alone whose
// sources were not given.
func (l *learner) guessed(key string) bool {
	return len(l.byPlace[key]) > 0 && !slices.ContainsFunc(l.byPlace[key], func(at place) bool { return !at.page.guessed })
}
