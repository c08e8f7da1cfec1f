package merge

import (
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zhmd/convert/converttest"
)

// The tests here hold the merge by lines against git merge-file. Both must agree
// where each side can be made of the base with the fewest changes in one way only.
// Else they may differ:
//
//   - What one side added or removed right above what the other changed is a
//     conflict for git, even if it could as well be one line further up; see
//     region.touches. That makes a difference in real texts, where an empty line
//     follows each paragraph: this package merges a third more of those here.
//   - What both sides added git may take twice if one of them changed what is next
//     to it; for this package it is a conflict, see merger.join.
//   - Among repeated lines it may be open which of them came or went, and git may
//     choose others. Then one may see a conflict where the other sees none, and of
//     what both merge 5 texts in 2,000 differed.
//   - This package first matches the lines that both texts have once; git looks
//     for the fewest changes, but leaves out lines that are there very often.
//     Either may then find more changes than there need be.
//
// That git leaves out of a conflict all lines that both sides have, and this
// package only those at its ends, shows in the conflicts and not in the text. The
// merge of a line by its characters is beyond git and off here, and files with a
// NUL in them git does not merge.

// merged is a text and whether it has conflicts, for which ours was taken.
type merged struct {
	text      string
	conflicts bool
}

func ourMerge(base, o, t string) merged {
	r := byLines(base, o, t)
	return merged{string(r.Text), len(r.Conflicts) > 0}
}

func gitMerge(t *testing.T, base, o, th string) merged {
	dir := t.TempDir()
	args := []string{"merge-file", "-p", "--quiet"}
	for i, s := range []string{o, base, th} {
		args = append(args, filepath.Join(dir, []string{"ours", "base", "theirs"}[i]))
		require.NoError(t, os.WriteFile(args[len(args)-1], []byte(s), 0o600))
	}
	out, err := exec.Command("git", args...).Output()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() > 127 {
		require.NoError(t, err)
		return merged{string(out), false}
	}
	out, err = exec.Command("git", append(args, "--ours")...).Output()
	require.NoError(t, err)
	return merged{string(out), true}
}

func needGit(t *testing.T) { converttest.Program(t, "git", "apt-get install git") }

func TestDistinctLinesLikeGit(t *testing.T) {
	needGit(t)
	r := rand.New(rand.NewPCG(2, 1))
	for range converttest.Trials(500) {
		base, fresh := distinctLines(r, r.IntN(15), "\n", "\r\n", "\rx\n", "\xff\n")
		o, th := drafts(r, len(base), fresh)
		if r.IntN(2) == 0 {
			unend(base, &o, &th)
		}
		b := strings.Join(base, "")
		require.Equal(t, gitMerge(t, b, o.of(base), th.of(base)), ourMerge(b, o.of(base), th.of(base)), "%q %q %q", base, o, th)
	}
}

func TestRepeatedLinesLikeGit(t *testing.T) {
	needGit(t)
	r := rand.New(rand.NewPCG(2, 2))
	for n := 0; n < converttest.Trials(300); {
		from := strings.SplitAfter("a\nb\nc\nd\n\n\ne\nf\ng\nh\ni\nj\n", "\n")[:2+r.IntN(10)]
		base := randomUnits(r, from, r.IntN(12))
		o, th := changed(r, base, from), changed(r, base, from)
		if mustAgree(base, o, th) {
			n++
			b, o, th := string(join(base)), string(join(o)), string(join(th))
			require.Equal(t, gitMerge(t, b, o, th), ourMerge(b, o, th), "%q %q %q", b, o, th)
		}
	}
}

// mustAgree tells whether there is one shortest way to make either side of the
// base, which the package takes, and nothing was added by both at places that
// nothing tells apart.
func mustAgree(base, o, th []string) bool {
	m := newMerger(join(base), join(o), join(th))
	for i, side := range [][]string{o, th} {
		length, ways := alignments(base, side)
		kept := len(base)
		for _, h := range m.changes(i) {
			kept -= h.hi - h.lo
		}
		if ways > 1 || kept < length {
			return false
		}
	}
	return len(m.regions()) == len(group(m.changes(ours), m.changes(theirs)))
}

// TestParagraphsLikeGit merges by lines texts in which an empty line follows each
// paragraph. What git merges must come out the same; what only this package
// merges must have the changes of both sides.
func TestParagraphsLikeGit(t *testing.T) {
	needGit(t)
	r := rand.New(rand.NewPCG(2, 3))
	clean, more := 0, 0
	for range converttest.Trials(500) {
		base, fresh := distinctLines(r, r.IntN(15), "\n\n")
		o, th := drafts(r, len(base), fresh)
		o.thin()
		th.thin()
		b := strings.Join(base, "")
		got, want := ourMerge(b, o.of(base), th.of(base)), gitMerge(t, b, o.of(base), th.of(base))
		if !want.conflicts {
			clean++
			require.Equal(t, want, got, "%q %q %q", base, o, th)
		} else if !got.conflicts {
			more++
			merged, ok := both(o, th)
			require.True(t, ok, "%q %q %q", base, o, th)
			require.Equal(t, merged.of(base), got.text, "%q %q %q", base, o, th)
		}
	}
	t.Logf("%d merged by both, %d more by this package", clean, more)
}
