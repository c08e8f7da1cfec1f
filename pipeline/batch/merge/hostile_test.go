package merge

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	bits    = "01"
	letters = "abcdefghijklmnopqrstuvwxyz"
)

// hostile gives what makes texts of about n bytes that a comparison may take long
// for.
func hostile(n int) map[string]func(r *rand.Rand) []byte {
	return map[string]func(r *rand.Rand) []byte{
		"empty lines":        func(*rand.Rand) []byte { return []byte(strings.Repeat("\n", n)) },
		"lines of a bit":     random(bits, n, 2),
		"lines of a letter":  random(letters, n, 2),
		"short lines":        random(letters, n, 6),
		"lines":              random(letters, n, 60),
		"long lines of bits": random(bits, n, 1000),
		"one line of bits":   random(bits, n, n),
		"one line":           random(letters, n, n),
		"mostly alike":       func(r *rand.Rand) []byte { return sprinkled(r, n/2) },
		"periods":            func(r *rand.Rand) []byte { return periods(r, n/60) },
		"numbered lines":     func(r *rand.Rand) []byte { return numbered(r, n/60) },
		"shuffled lines":     func(r *rand.Rand) []byte { return shuffled(r, n/7) },
	}
}

// random makes n bytes in lines of some size.
func random(alphabet string, n, line int) func(r *rand.Rand) []byte {
	return func(r *rand.Rand) []byte {
		text := make([]byte, n)
		for i := range text {
			text[i] = alphabet[r.IntN(len(alphabet))]
			if i%line == line-1 {
				text[i] = '\n'
			}
		}
		return text
	}
}

func sprinkled(r *rand.Rand, lines int) []byte {
	text := []byte(strings.Repeat("a\n", lines))
	for range 2000 {
		text[2*r.IntN(lines)] = 'b'
	}
	return text
}

func periods(r *rand.Rand, n int) []byte {
	period := strings.Repeat("a\n", 1+r.IntN(30)) + "b\n" + strings.Repeat("c\n", r.IntN(30))
	return []byte(strings.Repeat(period, n))
}

// numbered makes lines that are in all texts, and a little different in each.
func numbered(r *rand.Rand, n int) []byte {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%d %d the rest is the same in all, which is long\n", i, r.IntN(1000))
	}
	return []byte(b.String())
}

func shuffled(r *rand.Rand, n int) []byte {
	var lines []string
	for i := range n {
		lines = append(lines, fmt.Sprintln(100000+i))
	}
	r.Shuffle(n, func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	return join(lines)
}

// TestHostile asserts that twice the input takes at most 2.5 times the steps, without a
// limit to them. Of shuffled lines, which are divided at those that happen to be in
// order, they grow with the power of 1.5, up to the limit.
func TestHostile(t *testing.T) {
	for name := range hostile(1) {
		size, limit := 1<<15, math.MaxInt
		if name == "shuffled lines" {
			size, limit = 1<<18, maxWork
		}
		once, twice := steps(hostile(size)[name], limit), steps(hostile(2 * size)[name], limit)
		assert.LessOrEqual(t, 2*twice, 5*once, name)
	}
}

// steps merges three texts and returns how many steps it took to compare them.
func steps(text func(*rand.Rand) []byte, limit int) int {
	r := rand.New(rand.NewPCG(1, 8))
	m := newMerger(text(r), text(r), text(r))
	m.mergeWithin(limit)
	return (limit - m.sides[ours].limit) + (limit - m.sides[theirs].limit)
}

// TestLimits merges small ones with low limits, which must change nothing but the
// size of the conflicts.
func TestLimits(t *testing.T) {
	for name, text := range hostile(1 << 12) {
		r := rand.New(rand.NewPCG(1, 9))
		base, o, th := text(r), text(r), text(r)
		for _, limit := range []int{0, 1, 100, 10000} {
			requireSymmetry(t, limited(limit, base, o, th), limited(limit, base, th, o))
			require.Equal(t, Result{Text: o}, limited(limit, base, o, base), name)
			require.Equal(t, Result{Text: o}, limited(limit, base, base, o), name)
			require.Equal(t, Result{Text: o}, limited(limit, base, o, o), name)
		}
	}
}

func limited(limit int, base, o, th []byte) Result {
	return newMerger(base, o, th).mergeWithin(limit)
}

// mergeWithin merges with a limit to the steps on each side.
func (m *merger) mergeWithin(limit int) Result {
	m.finer = true
	m.sides[ours].limit, m.sides[theirs].limit = limit, limit
	return m.merge()
}
