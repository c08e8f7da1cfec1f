package merge

import "slices"

// Limits to what a comparison takes.
const (
	maxWork     = 1 << 24 // steps on each side
	maxDistance = 512     // additions and removals that are sought at once
)

// search finds what is the same in a box by Myers' greedy algorithm ("An O(ND)
// Difference Algorithm and Its Variations", 1986). Its time and memory grow with
// the square of the number of changes, so after each so many it settles for the
// path that got furthest and goes on from there. Once the limit is reached, what
// remains counts as changed.
func (d *differ) search(r box) {
	for r.x < r.xEnd && r.y < r.yEnd && d.limit > 0 {
		r = d.stage(r)
	}
}

// stage keeps what is the same in the first part of a box, and gives the rest.
func (d *differ) stage(r box) box {
	g := grid{d.a[r.x:r.xEnd], d.b[r.y:r.yEnd], d.trace[:0]}
	n, i := g.paths(&d.limit)
	d.trace = g.reached
	at := r
	for _, s := range slices.Backward(g.back(n, i)) {
		d.keep(run{at.x + s.x, at.y + s.y, s.n})
		r.x, r.y = at.x+s.x+s.n, at.y+s.y+s.n
	}
	return r
}

// A grid is where paths lead from the beginning of two sequences to their ends:
// over the same element in both, by leaving one of a out or taking one of b in.
type grid struct {
	a, b []int32

	// reached has n+1 values for each number n of additions and removals, from 0:
	// how far in a a path gets that left out -n, -n+2 … n more of a than it took
	// in of b; -1 if there is none.
	reached []int32
}

// paths follows the paths until one is at the end, or too much has been done. It
// gives the number of changes in the best one, and its index among those.
func (g *grid) paths(limit *int) (n, i int) {
	for n := 0; n <= maxDistance; n++ {
		for i := range n + 1 {
			x, same := g.extend(n, i)
			g.reached = append(g.reached, int32(x+same))
			if x+same == len(g.a) && x+same-2*i+n == len(g.b) {
				return n, i
			}
			if *limit -= 1 + same; *limit < 0 {
				return g.furthest(max(n-1, 0))
			}
		}
	}
	return g.furthest(maxDistance)
}

// extend makes the last of n changes and counts what is the same after it.
func (g *grid) extend(n, i int) (x, same int) {
	if x, _ = g.step(n, i); x >= 0 {
		same = prefix(g.a[x:], g.b[x-2*i+n:])
	}
	return x, same
}

// row gives the values of reached for paths with n changes.
func (g *grid) row(n int) []int32 { return g.reached[n*(n+1)/2:][:n+1] }

// step makes the last of n changes: from the better one of two paths with one
// less, whose index it gives. The result is -1 if neither is there.
func (g *grid) step(n, i int) (x, before int) {
	if n == 0 {
		return 0, 0
	}
	row := g.row(n - 1)
	x = -1
	if i > 0 && row[i-1] >= 0 && int(row[i-1]) < len(g.a) {
		x, before = int(row[i-1])+1, i-1
	}
	if i < n && int(row[i]) >= max(x, 0) && int(row[i])-2*i+n <= len(g.b) {
		x, before = int(row[i]), i
	}
	return x, before
}

// furthest gives the path with n changes that has most behind it.
func (g *grid) furthest(n int) (int, int) {
	best, most := 0, -1
	for i, x := range g.row(n) {
		if sum := 2*int(x) - 2*i + n; x >= 0 && sum > most {
			best, most = i, sum
		}
	}
	return n, best
}

// back gives what is the same along a path, from its end to its beginning.
func (g *grid) back(n, i int) []run {
	var runs []run
	for ; n >= 0; n-- {
		x, before := g.step(n, i)
		runs = append(runs, run{x, x - 2*i + n, int(g.reached[n*(n+1)/2+i]) - x}) // the last row may not be whole
		i = before
	}
	return runs
}
