package merge

import "sort"

// fixed gives lines of a box that both texts have once, as many as are in the same
// order in both: patience diff, which Bram Cohen thought of.
func fixed(a, b text, r box) []run {
	var once []run
	for x := r.x; x < r.xEnd; x++ {
		e := a.ids[x]
		if a.places[e] > 0 && b.places[e] > 0 {
			once = append(once, run{x, int(b.places[e]) - 1, 1})
		}
	}
	return rising(once)
}

// rising gives a longest part of the runs, which rise in x, that rises in y.
func rising(runs []run) []run {
	var last []int // the run that a part of each length ends with, that with the least y
	before := make([]int, len(runs))
	for i, r := range runs {
		n := sort.Search(len(last), func(k int) bool { return runs[last[k]].y > r.y })
		if n == len(last) {
			last = append(last, i)
		}
		last[n] = i
		if n > 0 {
			before[i] = last[n-1]
		}
	}
	if len(last) == 0 {
		return nil
	}
	part := make([]run, len(last))
	for n, i := len(last)-1, last[len(last)-1]; n >= 0; n-- {
		part[n] = runs[i]
		i = before[i]
	}
	return part
}
