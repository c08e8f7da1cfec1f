package merge

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zhmd/convert/converttest"
)

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

func byLines(base, ours, theirs string) Result {
	return newMerger([]byte(base), []byte(ours), []byte(theirs)).merge()
}

// TestDraftsOfLines merges by lines alone what is known to be changed.
func TestDraftsOfLines(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	clean := 0
	for range converttest.Trials(30000) {
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

// TestDraftsOfCharacters does the same in a line, which both must have edited.
func TestDraftsOfCharacters(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	clean := 0
	for range converttest.Trials(30000) {
		base, fresh := distinctCharacters(r, 1+r.IntN(25))
		o, th := drafts(r, len(base), fresh)
		want, conflicts := plainly(base, o, th)
		was, mine, yours := strings.Join(base, "")+"\n", o.of(base)+"\n", th.of(base)+"\n"
		got := Lines([]byte(was), []byte(mine), []byte(yours))
		replaced := was != mine && was != yours && mine != yours && !(o.edits() && th.edits())
		if conflicts > 0 || replaced {
			want = o.of(base)
			require.Equal(t, []Conflict{{1, []byte(mine), []byte(yours)}}, got.Conflicts, "%q %q %q", base, o, th)
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
	for range converttest.Trials(30000) {
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
