package learn

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits to what counts as a word, in characters.
const (
	longest = 10
	alone   = 4 // where a sentence is nothing but the word
)

// A judge tells corrections from parts of sentences that were written anew.
type judge struct {
	*corrector
	pairs   []*pair
	was, is *sentences
}

// maxRounds bounds how often the sentences are weighed.
const maxRounds = 20

// judge accepts pairs in sentences that are mostly as they were; what is accepted counts
// for that as unchanged, so it goes on until nothing is.
func (j *judge) judge() {
	more := true
	for i := 0; more && i < maxRounds; i++ {
		more = false
		j.weigh()
		for _, x := range j.pairs {
			if x.verdict == undecided && j.counts(x) {
				x.verdict = accepted
				j.sure[j.named(x)] = true
				more = true
			}
		}
	}
}

// weigh counts what changed in the sentences but for what was accepted.
func (j *judge) weigh() {
	j.was, j.is = sentencesOf(j.old), sentencesOf(j.new)
	at := 0
	for _, c := range j.changes {
		for at < len(j.pairs) && (len(j.pairs[at].old) == 0 || j.pairs[at].end() <= c.Lo) {
			at++
		}
		if at < len(j.pairs) && j.pairs[at].verdict == accepted && j.pairs[at].old[0].from <= c.Lo && c.Hi <= j.pairs[at].end() {
			continue
		}
		j.was.change(j.old, c.Lo, c.Hi)
		j.is.change(j.new, c.From, c.To)
	}
}

// end is where a pair that has old words ends in the old text.
func (x *pair) end() int { return x.old[len(x.old)-1].to }

// named names a pair by its word in the source and what that was corrected to.
func (j *judge) named(x *pair) string {
	return j.source[x.old[0].lo:x.old[len(x.old)-1].hi] + "\x00" + x.is
}

// counts tells whether a pair is a correction: the source writes both alike, or it was
// one elsewhere, or its sentence is mostly the same, or that is a single word.
func (j *judge) counts(x *pair) bool {
	single := len(x.old) == 1 && len(x.new) == 1
	if single && j.alike(x.old[0], x.new[0]) || j.sure[j.named(x)] {
		return true
	}
	a, b := j.was.at(x.old[0].from), j.is.at(x.new[0].from)
	if j.was.same(a) && j.is.same(b) {
		return true
	}
	n, m := utf8.RuneCountInString(x.was), utf8.RuneCountInString(x.is)
	return len(x.old) == 1 && max(n, m) <= alone && n+1 >= j.was.size[a] && m+1 >= j.is.size[b]
}

// rewritten gives what tells whether a position of the old text is in a sentence that was
// written anew, and counts these and the other changes that are no corrections.
func (j *judge) rewritten() func(at int) bool {
	is := map[int]bool{}
	for _, x := range j.pairs {
		switch {
		case len(x.old) > 0 && (x.verdict == undecided || x.verdict == reworded && !j.was.same(j.was.at(x.old[0].from))):
			is[j.was.at(x.old[0].from)] = true
		case x.verdict == reworded:
			j.Reworded++
		}
	}
	j.Rewritten += len(is)
	return func(at int) bool { return is[j.was.at(at)] }
}

// isWord tells whether a text is letters, and not more than a word may have.
func isWord(text string) bool {
	return strings.IndexFunc(text, unicode.IsLetter) >= 0 && utf8.RuneCountInString(text) <= longest &&
		strings.IndexFunc(text, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.N) || compatible(r) }) < 0
}

// compatible tells whether a character is one of those that engines read as another.
func compatible(r rune) bool { return r >= 0xF900 && r <= 0xFAFF || r >= 0x2F800 && r <= 0x2FA1F }
