package words

import "sync/atomic"

// unigrams are the cheapest entries of characters in each script, by symbol and script, as
// far as they have been asked for: 0, or the cost above the number of the entry from 1 on.
type unigrams []atomic.Uint64

const costAt = 32

// unigram returns the cheapest entry of a character in the text of a script and its cost;
// none, and the cost of a character that is in no list, if it has none there.
func (l *Lexicon) unigram(s Symbol, script uint8) (e, cost int32) {
	at := &l.unigrams[int(s)*scripts+int(script)]
	u := at.Load()
	if u == 0 {
		e, cost = l.findUnigram(s, script)
		u = uint64(cost+1)<<costAt | uint64(e+1)
		at.Store(u)
	}
	return int32(uint32(u)) - 1, int32(u>>costAt) - 1
}

func (l *Lexicon) findUnigram(s Symbol, script uint8) (best, least int32) {
	best, least = none, int32(l.Floor)
	first := l.Single[l.Class[s]]
	for e := int32(first) - 1; first != 0; e++ {
		cost := int32(l.Costs[e] &^ More)
		if l.spelledIn(e, s)&(1<<script) != 0 && (best == none || cost < least) {
			best, least = e, cost
		}
		if l.Costs[e]&More == 0 {
			break
		}
	}
	return best, least
}

// spelledIn returns the scripts in which a character is the one of an entry.
func (l *Lexicon) spelledIn(e int32, s Symbol) (in mask) {
	spelling := l.Spelling[l.Spelt[e]:]
	if spelling[0] == s {
		in |= maskHans
	}
	if l.Glyph[s] == spelling[1] && l.Flags[s]&OnlyHans == 0 {
		in |= maskHant
	}
	return in
}
