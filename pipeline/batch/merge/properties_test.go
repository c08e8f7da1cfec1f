package merge

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zhmd/convert/converttest"
)

// requireProperties asserts what is true of any three texts.
func requireProperties(t *testing.T, base, o, th []byte) {
	t.Helper()
	for _, side := range [][]byte{o, th} {
		requireClean(t, side, base, base, side)
		requireClean(t, side, base, side, base)
		requireClean(t, side, base, side, side)
	}
	requireSymmetry(t, Lines(base, o, th), Lines(base, th, o))
	plain := byLines(string(base), string(o), string(th))
	requireSymmetry(t, plain, byLines(string(base), string(th), string(o)))
	requireNothingLost(t, base, o, th, plain)
}

func requireClean(t *testing.T, want, base, o, th []byte) {
	t.Helper()
	result := Lines(base, o, th)
	require.Equal(t, string(want), string(result.Text))
	require.Empty(t, result.Conflicts)
}

// requireSymmetry asserts that a merge and the one with the sides in each other's
// place differ in nothing but the conflicts, where each has its own lines.
func requireSymmetry(t *testing.T, r, swapped Result) {
	t.Helper()
	require.Len(t, swapped.Conflicts, len(r.Conflicts))
	starts := append(numbers{}.text(r.Text).starts, len(r.Text))
	var text []byte
	at := 0
	for i, c := range r.Conflicts {
		start := starts[c.Line-1]
		require.GreaterOrEqual(t, start, at)
		require.True(t, bytes.HasPrefix(r.Text[start:], c.Ours))
		require.NotEqual(t, string(c.Ours), string(c.Theirs))
		require.Equal(t, string(c.Theirs), string(swapped.Conflicts[i].Ours))
		require.Equal(t, string(c.Ours), string(swapped.Conflicts[i].Theirs))
		text = append(append(text, r.Text[at:start]...), c.Theirs...)
		at = start + len(c.Ours)
	}
	require.Equal(t, string(append(text, r.Text[at:]...)), string(swapped.Text))
}

// requireNothingLost asserts of a merge by lines alone that it glues no lines
// together, that each line the person wrote is in the text, and that each line
// that is new in theirs is there or in a conflict.
func requireNothingLost(t *testing.T, base, o, th []byte, r Result) {
	t.Helper()
	was, mine, yours, now := lineSet(base), lineSet(o), lineSet(th), lineSet(r.Text)
	for line := range now {
		require.True(t, mine[line] || yours[line], "%q is of no side", line)
	}
	for line := range mine {
		require.True(t, was[line] || now[line], "%q is lost", line)
	}
	for _, c := range r.Conflicts {
		for line := range lineSet(c.Theirs) {
			now[line] = true
		}
	}
	for line := range yours {
		require.True(t, was[line] || now[line], "%q is lost", line)
	}
}

func lineSet(text []byte) map[string]bool {
	set := map[string]bool{}
	for line := range bytes.Lines(text) {
		set[string(line)] = true
	}
	return set
}

// units are what random texts are made of: much that is alike.
var units = [][]string{
	{"a\n", "b\n"},
	{"a\n", "b\n", "\n", "\n"},
	{"a\r\n", "a\n", "a\r", "\r\n", "\n", "b"},
	{"甲", "乙", "甲乙", "\n"},
	{"- 甲乙丙丁\n", "- 甲乙丁丙\n", "- 子丑寅卯\n", "戊己"},
	{"\x00", "\xe4", "\xb8", "\xad", "\n", "中", "\uFFFD"},
	{"1", "2", "12", " ", "\n", "哈哈", "哈"},
}

func randomUnits(r *rand.Rand, from []string, n int) []string {
	s := make([]string, n)
	for i := range s {
		s[i] = from[r.IntN(len(from))]
	}
	return s
}

// changed makes random changes.
func changed(r *rand.Rand, s, from []string) []string {
	s = slices.Clone(s)
	for range r.IntN(4) {
		i := r.IntN(len(s) + 1)
		j := min(len(s), i+r.IntN(3))
		s = slices.Replace(s, i, j, randomUnits(r, from, r.IntN(3))...)
	}
	return s
}

func join(s []string) []byte { return []byte(strings.Join(s, "")) }

func TestProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 4))
	for range converttest.Trials(30000) {
		from := units[r.IntN(len(units))]
		base := randomUnits(r, from, r.IntN(20))
		requireProperties(t, join(base), join(changed(r, base, from)), join(changed(r, base, from)))
	}
}

func FuzzLines(f *testing.F) {
	r := rand.New(rand.NewPCG(1, 5))
	for range 50 {
		from := units[r.IntN(len(units))]
		base := randomUnits(r, from, r.IntN(20))
		f.Add(join(base), join(changed(r, base, from)), join(changed(r, base, from)))
	}
	f.Fuzz(func(t *testing.T, base, o, th []byte) { requireProperties(t, base, o, th) })
}
