package learn

// A pair is words of the old text and what became of them.
type pair struct {
	old   []unit
	new   []token
	first int // the index of the first unit

	was, is string
	verdict verdict
}

// A verdict is what a pair is taken for.
type verdict uint8

const (
	undecided verdict = iota // a part of a sentence that was written anew
	same                     // no change
	reworded                 // a change that is of no word
	accepted                 // a correction
)

// completed gives a pair its texts, and the verdict that these allow.
func (c *corrector) completed(x pair) *pair {
	if n := len(x.old); n > 0 {
		x.was = c.old[x.old[0].from:x.old[n-1].to]
	}
	if n := len(x.new); n > 0 {
		x.is = c.new[x.new[0].from:x.new[n-1].to]
	}
	switch {
	case x.was == x.is:
		x.verdict = same
	case !isWord(x.was) || !isWord(x.is):
		x.verdict = reworded
	}
	return &x
}

// divide divides what changed into pairs of words that the source writes alike, and
// what is between them.
func (c *corrector) divide(old []unit, new []token) []pair {
	if len(old) != len(new) {
		return c.trimmed(old, new)
	}
	var all []pair
	from := 0
	for i := range old {
		if !c.alike(old[i], new[i]) {
			continue
		}
		if from < i {
			all = append(all, pair{old: old[from:i], new: new[from:i]})
		}
		all = append(all, pair{old: old[i : i+1], new: new[i : i+1]})
		from = i + 1
	}
	if from < len(old) {
		all = append(all, pair{old: old[from:], new: new[from:]})
	}
	return all
}

// trimmed takes such pairs off both ends.
func (c *corrector) trimmed(old []unit, new []token) []pair {
	var head, tail []pair
	for len(old) > 0 && len(new) > 0 && c.alike(old[0], new[0]) {
		head = append(head, pair{old: old[:1], new: new[:1]})
		old, new = old[1:], new[1:]
	}
	for len(old) > 0 && len(new) > 0 && c.alike(old[len(old)-1], new[len(new)-1]) {
		i, j := len(old)-1, len(new)-1
		tail = append([]pair{{old: old[i:], new: new[j:]}}, tail...)
		old, new = old[:i], new[:j]
	}
	return append(append(head, pair{old: old, new: new}), tail...)
}

// alike tells whether two words are the same in the source.
func (c *corrector) alike(u unit, t token) bool {
	return c.source[u.lo:u.hi] == c.spelt.text[t.lo:t.hi] || c.old[u.from:u.to] == c.new[t.from:t.to]
}
