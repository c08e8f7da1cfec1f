package merge

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A draft is what became of a base of some elements.
type draft struct {
	before []string // what stands before each element and at the end
	after  []string // what each element became; "=" if it is as it was
}

// drafts makes two drafts of n elements. All that is new in them is unlike what
// was there; some of it is in both.
func drafts(r *rand.Rand, n int, fresh func() string) (o, t draft) {
	odds := 3 + r.IntN(12)
	change := func(old string) (string, string) {
		now := ""
		if r.IntN(3) > 0 {
			now = fresh()
		}
		switch k := r.IntN(2 * odds); {
		case k < 2:
			return now, old
		case k < 4:
			return old, now
		case k == 4:
			return now, now
		}
		return old, old
	}
	for i := range n + 1 {
		mine, yours := change("")
		o.before, t.before = append(o.before, mine), append(t.before, yours)
		if i < n {
			mine, yours = change("=")
			o.after, t.after = append(o.after, mine), append(t.after, yours)
		}
	}
	return o, t
}

func (d draft) of(base []string) string { return d.part(base, 0, len(base)) }

// part gives what the elements from lo to hi became, with what stands between
// them, before and behind.
func (d draft) part(base []string, lo, hi int) string {
	var b strings.Builder
	for i := lo; i < hi; i++ {
		b.WriteString(d.before[i])
		if d.after[i] == "=" {
			b.WriteString(base[i])
		} else {
			b.WriteString(d.after[i])
		}
	}
	return b.String() + d.before[hi]
}

// plainly merges two drafts as the package is to merge their texts, but without
// having to find out what changed: between two elements that both drafts left
// alone it takes what one of them changed.
func plainly(base []string, o, t draft) (text string, conflicts int) {
	for lo := 0; lo <= len(base); lo++ {
		hi := lo
		for hi < len(base) && (o.after[hi] != "=" || t.after[hi] != "=") {
			hi++
		}
		was, mine, yours := strings.Join(base[lo:hi], ""), o.part(base, lo, hi), t.part(base, lo, hi)
		switch {
		case mine == was:
			text += yours
		case yours == was || mine == yours:
			text += mine
		default:
			text += mine
			conflicts++
		}
		if hi < len(base) {
			text += base[hi]
		}
		lo = hi
	}
	return text, conflicts
}

// distinctLines makes n lines of which no two are alike, and a source of more.
// Each ends as one of ends.
func distinctLines(r *rand.Rand, n int, ends ...string) (base []string, fresh func() string) {
	made := 0
	fresh = func() string {
		made++
		return fmt.Sprint("line ", made, ends[r.IntN(len(ends))])
	}
	for range n {
		base = append(base, fresh())
	}
	return base, fresh
}

// unend takes the last line feed from the base, or from what is new at its end.
func unend(base []string, o, t *draft) {
	n := len(base)
	for _, d := range []*draft{o, t} {
		d.before[n] = strings.TrimSuffix(d.before[n], "\n")
	}
	if n > 0 && o.before[n] == "" && t.before[n] == "" {
		base[n-1] = strings.TrimSuffix(base[n-1], "\n")
	}
}

// distinctCharacters does the same with characters, and bytes that are none.
func distinctCharacters(r *rand.Rand, n int) (base []string, fresh func() string) {
	all := []string{"\xf8", "\xf9", "\xfa", "\xfb", "\xfc", "\xfd", "\xfe", "\xff", "\x00", "\t", "\U0010FFFF", "\uFFFD"}
	for c := '一'; len(all) < 200; c++ {
		all = append(all, string(c))
	}
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return slices.Clone(all[:n]), func() string {
		c := all[len(all)-1]
		all = all[:len(all)-1]
		return c
	}
}

// samples gives how many random tests to make: n, or as many as the environment
// variable ZHMD_SAMPLES says, or in short a tenth.
func samples(t testing.TB, n int) int {
	if s := os.Getenv("ZHMD_SAMPLES"); s != "" {
		n, err := strconv.Atoi(s)
		require.NoError(t, err)
		return n
	}
	if testing.Short() {
		return n / 10
	}
	return n
}

func byLines(base, ours, theirs string) Result {
	return newMerger([]byte(base), []byte(ours), []byte(theirs)).merge()
}

// TestDraftsOfLines merges by lines alone what is known to be changed.
func TestDraftsOfLines(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	clean := 0
	for range samples(t, 30000) {
		base, fresh := distinctLines(r, r.IntN(15), "\n", "\r\n", "\rx\n", "\x00\xff\n")
		o, th := drafts(r, len(base), fresh)
		if r.IntN(2) == 0 {
			unend(base, &o, &th)
		}
		want, conflicts := plainly(base, o, th)
		got := byLines(strings.Join(base, ""), o.of(base), th.of(base))
		require.Equal(t, want, string(got.Text), "%q %q %q", base, o, th)
		require.Len(t, got.Conflicts, conflicts, "%q %q %q", base, o, th)
		if conflicts == 0 {
			clean++
		}
	}
	t.Logf("%d without conflicts", clean)
}

// TestDraftsOfCharacters does the same in a line.
func TestDraftsOfCharacters(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	clean := 0
	for range samples(t, 30000) {
		base, fresh := distinctCharacters(r, 1+r.IntN(25))
		o, th := drafts(r, len(base), fresh)
		want, conflicts := plainly(base, o, th)
		mine := o.of(base) + "\n"
		got := Lines([]byte(strings.Join(base, "")+"\n"), []byte(mine), []byte(th.of(base)+"\n"))
		if conflicts > 0 {
			want = o.of(base)
			require.Equal(t, []Conflict{{1, []byte(mine), []byte(th.of(base) + "\n")}}, got.Conflicts, "%q %q %q", base, o, th)
		} else {
			clean++
			require.Empty(t, got.Conflicts, "%q %q %q", base, o, th)
		}
		require.Equal(t, want+"\n", string(got.Text), "%q %q %q", base, o, th)
	}
	t.Logf("%d without conflicts", clean)
}

// TestNothingTwice merges paragraphs. Each is there once, and some were added or
// changed alike on both sides, next to others that one side changed.
func TestNothingTwice(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 3))
	for range samples(t, 30000) {
		base, fresh := distinctLines(r, r.IntN(12), "\n\n")
		o, th := drafts(r, len(base), fresh)
		result := Lines([]byte(strings.Join(base, "")), []byte(o.of(base)), []byte(th.of(base)))
		seen := map[string]bool{"\n": false}
		for line := range strings.Lines(string(result.Text)) {
			require.False(t, seen[line], "%q in %q %q %q", line, base, o, th)
			seen[line] = line != "\n"
		}
	}
}
