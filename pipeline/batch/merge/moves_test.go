package merge

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zhmd/convert/converttest"
)

// A row is a line made of parts that each side changes as a whole.
type row struct {
	parts  [3]string
	origin int // the row of the base that it came from; -1 if none
}

func (r row) String() string {
	return fmt.Sprintf("%s：%s，%s\n", r.parts[0], r.parts[1], r.parts[2])
}

// vocabulary is small, so that many rows are equal and all are similar.
var vocabulary = [3][]string{
	{"蘋果", "香蕉", "西瓜", "葡萄", "鳳梨"},
	{"有貨", "缺貨", "預購"},
	{"", "", "快來", "台南產的，多買"},
}

func (r *row) edit(rnd *rand.Rand, part int) {
	r.parts[part] = vocabulary[part][rnd.IntN(len(vocabulary[part]))]
}

func newRow(rnd *rand.Rand, origin int) row {
	r := row{origin: origin}
	for part := range r.parts {
		r.edit(rnd, part)
	}
	return r
}

// A scenario is three texts to merge.
type scenario struct{ base, ours, theirs []row }

func newScenario(rnd *rand.Rand) scenario {
	var base []row
	for i := range rnd.IntN(9) {
		base = append(base, newRow(rnd, i))
	}
	return scenario{base, edited(rnd, base), edited(rnd, base)}
}

// edited returns rows of which some were inserted, deleted, edited, moved or swapped.
func edited(rnd *rand.Rand, rows []row) []row {
	rows = slices.Clone(rows)
	for range 1 + rnd.IntN(4) {
		if op := rnd.IntN(6); op == 0 || len(rows) == 0 {
			rows = slices.Insert(rows, rnd.IntN(len(rows)+1), newRow(rnd, -1))
		} else {
			rows = editOne(rnd, rows, op)
		}
	}
	return rows
}

func editOne(rnd *rand.Rand, rows []row, op int) []row {
	i, j := rnd.IntN(len(rows)), rnd.IntN(len(rows))
	switch r := rows[i]; op {
	case 1:
		rows = slices.Delete(rows, i, i+1)
	case 2:
		rows[i], rows[j] = rows[j], rows[i]
	case 3:
		rows = slices.Insert(slices.Delete(rows, i, i+1), j, r)
	default:
		rows[i].edit(rnd, rnd.IntN(len(r.parts)))
	}
	return rows
}

func (s scenario) texts() (base, ours, theirs []string) {
	var texts [3][]string
	for i, rows := range [][]row{s.base, s.ours, s.theirs} {
		for _, r := range rows {
			texts[i] = append(texts[i], r.String())
		}
	}
	return texts[0], texts[1], texts[2]
}

// accounts reports whether a line of the merge is a line of a side, or joins what the
// sides made of the same row of the base.
func (s scenario) accounts(line string) bool {
	is := func(r row) bool { return r.String() == line }
	if slices.ContainsFunc(s.ours, is) || slices.ContainsFunc(s.theirs, is) {
		return true
	}
	for _, b := range s.base {
		for _, o := range s.ours {
			for _, t := range s.theirs {
				if s.from(s.ours, o, b) && s.from(s.theirs, t, b) && joined(b, o, t) == line {
					return true
				}
			}
		}
	}
	return false
}

// from reports whether a row of a side may be what became of a row of the base. A new
// row may be, and an edited one, which may have moved too: nothing tells it from a new
// one. A row that only moved may not be. And what is still in the side was not edited,
// unless the base has it several times and it is open which of them this is.
func (s scenario) from(side []row, r, b row) bool {
	if r.parts == b.parts {
		return true
	}
	moved := r.origin >= 0 && r.parts == s.base[r.origin].parts
	return !moved && (copies(side, b) == 0 || copies(s.base, b) > 1)
}

func copies(rows []row, of row) (n int) {
	for _, r := range rows {
		if r.parts == of.parts {
			n++
		}
	}
	return n
}

// joined returns a row of the base with the parts that a side changed; nothing if both
// changed one, and not alike.
func joined(b, o, t row) string {
	for i, was := range b.parts {
		switch {
		case o.parts[i] == was:
			o.parts[i] = t.parts[i]
		case t.parts[i] != was && t.parts[i] != o.parts[i]:
			return ""
		}
	}
	return o.String()
}

// gitMergeAll merges scenarios with git, all at a time since it takes long to start. Each
// line has the number of its scenario, so that it is unlike those of others, and lines
// that nobody changes are between the scenarios.
func gitMergeAll(t *testing.T, scenarios []scenario) []merged {
	var texts [3]bytes.Buffer
	for i, s := range scenarios {
		base, o, th := s.texts()
		for side, lines := range [][]string{o, base, th} {
			for _, line := range lines {
				fmt.Fprint(&texts[side], i, " ", line)
			}
			for n := range 8 {
				fmt.Fprintln(&texts[side], i, "end", n)
			}
		}
	}
	dir := t.TempDir()
	args := []string{"merge-file", "-p", "--quiet"}
	for side, name := range []string{"ours", "base", "theirs"} {
		args = append(args, filepath.Join(dir, name))
		require.NoError(t, os.WriteFile(args[len(args)-1], texts[side].Bytes(), 0o600))
	}
	out, err := exec.Command("git", args...).Output()
	if exit := (*exec.ExitError)(nil); !errors.As(err, &exit) || exit.ExitCode() > 127 {
		require.NoError(t, err)
	}
	return divided(t, out, len(scenarios))
}

// divided returns the scenarios of what git wrote, with ours of each conflict.
func divided(t *testing.T, out []byte, n int) []merged {
	all := make([]merged, n)
	at, theirs := 0, false
	for line := range bytes.Lines(out) {
		mark, rest, _ := strings.Cut(string(line), " ")
		switch {
		case mark == "<<<<<<<":
			all[at].conflicts = true
		case mark == "=======\n":
			theirs = true
		case mark == ">>>>>>>":
			theirs = false
		case rest == "end 7\n":
			at++
		case !theirs && !strings.HasPrefix(rest, "end "):
			all[at].text += rest
		}
	}
	require.Equal(t, n, at)
	return all
}

// TestMovesLikeGit merges similar lines that were inserted, deleted, edited, moved and
// swapped, by characters too. What git merges must come out the same, unless it is open
// what changed; and each line must be accounted for, whoever merges.
func TestMovesLikeGit(t *testing.T) {
	needGit(t)
	rnd := rand.New(rand.NewPCG(2, 4))
	both, more, open := 0, 0, 0
	batch := make([]scenario, 20)
	for range converttest.Trials(20000) / len(batch) {
		for i := range batch {
			batch[i] = newScenario(rnd)
		}
		for i, want := range gitMergeAll(t, batch) {
			base, o, th := batch[i].texts()
			result := Lines(join(base), join(o), join(th))
			got := merged{string(result.Text), len(result.Conflicts) > 0}
			for line := range strings.Lines(got.text) {
				require.True(t, batch[i].accounts(line), "%q in %q %q %q", line, base, o, th)
			}
			switch {
			case want.conflicts && !got.conflicts:
				more++
			case !want.conflicts && got == want:
				both++
			case !want.conflicts:
				open++
				require.False(t, mustAgree(base, o, th), "%q %q %q", base, o, th)
			}
		}
	}
	t.Logf("%d merged by both, %d more by this package, %d where it is open", both, more, open)
}
