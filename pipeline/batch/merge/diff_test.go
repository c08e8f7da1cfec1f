package merge

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"zhmd/convert/converttest"
)

func sequence(r *rand.Rand, n, kinds int) []int32 {
	s := make([]int32, n)
	for i := range s {
		s[i] = int32(r.IntN(kinds))
	}
	return s
}

func asText(s []int32, kinds int) text { return text{ids: s, places: places(s, kinds)} }

// requireDiff asserts that the hunks make b of a, and gives how many elements they
// leave.
func requireDiff(t *testing.T, a, b []int32, hs []hunk) int {
	t.Helper()
	x, y, kept := 0, 0, 0
	for i, h := range append(slices.Clone(hs), hunk{len(a), len(a), len(b), len(b), 0}) {
		require.Equal(t, a[x:h.lo], b[y:h.from])
		if i > 0 && i < len(hs) {
			require.Greater(t, h.lo, x)
		}
		require.True(t, i == len(hs) || h.lo < h.hi || h.from < h.to)
		kept += h.lo - x
		x, y = h.hi, h.to
	}
	return kept
}

// TestDiffIsShortest compares small sequences with the definition.
func TestDiffIsShortest(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 1))
	for range converttest.Trials(30000) {
		kinds := 1 + r.IntN(5)
		a, b := sequence(r, r.IntN(12), kinds), sequence(r, r.IntN(12), kinds)
		d := differ{limit: maxWork}
		length, _ := alignments(a, b)
		require.Equal(t, length, requireDiff(t, a, b, d.diff(a, b)), "%v %v", a, b)
		requireDiff(t, a, b, d.diffLines(asText(a, kinds), asText(b, kinds)))
	}
}

// TestDiffOfMuch reaches the limits, of one search and of all.
func TestDiffOfMuch(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 2))
	for range converttest.Trials(30) {
		kinds := 1 + r.IntN(5000)
		a, b := sequence(r, r.IntN(3000), kinds), sequence(r, r.IntN(3000), kinds)
		for _, limit := range []int{0, r.IntN(1000), r.IntN(1 << 20), maxWork} {
			d := differ{limit: limit}
			requireDiff(t, a, b, d.diff(a, b))
			requireDiff(t, a, b, d.diffLines(asText(a, kinds), asText(b, kinds)))
		}
	}
}
