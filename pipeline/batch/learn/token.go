package learn

import (
	"sort"

	"zhmd/convert"
	"zhmd/pipeline/batch/merge"
)

// A token is a part of a text, a word or what stands between words, and the part of
// another text that it is there. The tokens of a text follow each other without a gap,
// and so do their parts of the other. In bytes.
type token struct {
	lo, hi   int // in the text
	from, to int // in the other
}

// project gives tokens with their parts in a text that changes lead to from the other;
// size is its length, of which nothing is left out. Tokens that a change reaches over the bounds of are one.
func project(ts []token, cs []merge.Change, size int) []token {
	if len(ts) == 0 && size > 0 {
		return []token{{to: size}}
	}
	var all []token
	k := track{cs: cs}
	next := token{}
	for i, t := range ts {
		at, ok := k.forth(t.to)
		if i == len(ts)-1 {
			at, ok = size, true
		}
		if next.hi = t.hi; ok {
			next.to = at
			all = append(all, next)
			next = token{lo: t.hi, from: at}
		}
	}
	return all
}

// A track follows changes.
type track struct {
	cs    []merge.Change // those ahead
	shift int            // what those behind come to
}

// forth gives where a position is after the changes; not ok if it is inside one. The
// positions ascend. What is put in at it comes behind it.
func (k *track) forth(at int) (int, bool) {
	for len(k.cs) > 0 && k.cs[0].Hi <= at && k.cs[0].Lo < at {
		k.shift = k.cs[0].To - k.cs[0].Hi
		k.cs = k.cs[1:]
	}
	return at + k.shift, len(k.cs) == 0 || k.cs[0].Lo >= at
}

// changesOf gives edits as changes.
func changesOf(edits []convert.Edit) []merge.Change {
	var all []merge.Change
	shift := 0
	for _, e := range edits {
		c := merge.Change{Lo: e.Start, Hi: e.End, From: e.Start + shift, To: e.Start + shift + len(e.New)}
		shift = c.To - c.Hi
		all = append(all, c)
	}
	return all
}

// inverse gives the changes that lead back.
func inverse(cs []merge.Change) []merge.Change {
	var all []merge.Change
	for _, c := range cs {
		all = append(all, merge.Change{Lo: c.From, Hi: c.To, From: c.Lo, To: c.Hi})
	}
	return all
}

// bounds are where tokens begin in a text, and its end.
type bounds []int

func boundsOf(ts []token) bounds {
	b := bounds{0}
	for _, t := range ts {
		b = append(b, t.to)
	}
	return b
}

// down gives the index of the last bound that is not behind a position.
func (b bounds) down(at int) int { return sort.SearchInts(b, at+1) - 1 }

// up gives the index of the first bound that is not before a position.
func (b bounds) up(at int) int { return sort.SearchInts(b, at) }
