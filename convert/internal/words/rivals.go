package words

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// An edge is a step that was tried, and its cost.
type edge struct {
	step
	cost int
}

// A rival is what a step writes, and how much more than the best the cheapest way
// costs that takes it.
type rival struct {
	from, to int
	result   string
	cost     int
}

// rivals gives all that could be written.
func (w *worker) rivals() []rival {
	b, edges, change := &w.block, w.record.edges, w.change
	n := len(b.syms)
	behind := make([][scripts]int, n+1) // the cheapest way from a place to the end
	for i := range n {
		behind[i] = [scripts]int{impossible, impossible}
	}
	for _, e := range slices.Backward(edges) { // they are in the order of where they begin
		for before := range uint8(scripts) {
			if c, ok := e.enter(before, change); ok {
				behind[e.from][before] = min(behind[e.from][before], c+behind[e.to][e.after])
			}
		}
	}
	nodes := b.lattice.nodes
	best := int(min(nodes[n].cost[inHans], nodes[n].cost[inHant]))
	var all []rival
	for _, e := range edges {
		for before := range uint8(scripts) {
			if c, ok := e.enter(before, change); ok {
				if total := int(nodes[e.from].cost[before]) + c + behind[e.to][e.after]; total < impossible {
					all = append(all, rival{e.from, e.to, w.result(e.step), total - best})
				}
			}
		}
	}
	return all
}

// result returns what would be written for a step.
func (w *worker) result(s step) string {
	from, hits, asked := len(w.edits), w.hits, w.asked
	w.renderStep(s)
	out := w.spliced(w.start(s.from), w.ends[s.to-1], from)
	w.edits, w.hits, w.asked = w.edits[:from], hits, asked
	return out
}

// enter gives the cost of the edge behind a character in the script before.
func (e *edge) enter(before uint8, change int) (int, bool) {
	switch {
	case e.before == before:
		return e.cost, true
	case e.before == e.after:
		return e.cost + change, true
	}
	return 0, false
}

// others gives what else could be written for a step: by a rival for the same
// characters, or with one of them as a rival has it.
func others(result string, s step, all []rival) []Other {
	least := map[string]int{}
	add := func(text string, cost int) {
		if old, ok := least[text]; text != result && (!ok || cost < old) {
			least[text] = cost
		}
	}
	chars := []rune(result)
	first, _ := slices.BinarySearchFunc(all, s.from-maxWord, func(r rival, from int) int { return r.from - from })
	for _, r := range all[first:] { // they are in the order of where they begin
		if r.from >= s.to {
			break
		}
		theirs := []rune(r.result)
		if r.from == s.from && r.to == s.to {
			add(r.result, r.cost)
		}
		if len(chars) != s.to-s.from || len(theirs) != r.to-r.from {
			continue
		}
		for k := max(s.from, r.from); k < min(s.to, r.to); k++ {
			if c := theirs[k-r.from]; c != chars[k-s.from] && utf8.ValidRune(c) {
				other := slices.Clone(chars)
				other[k-s.from] = c
				add(string(other), r.cost)
			}
		}
	}
	var found []Other
	for text, cost := range least {
		found = append(found, Other{text, cost})
	}
	slices.SortFunc(found, func(a, b Other) int { return cmp.Or(cmp.Compare(a.Cost, b.Cost), cmp.Compare(a.Result, b.Result)) })
	return found
}
