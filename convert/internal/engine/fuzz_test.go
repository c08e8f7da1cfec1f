package engine_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"zhmd/convert/converttest"
	"zhmd/convert/internal/engine"
	"zhmd/convert/internal/opencc"
	"zhmd/convert/internal/table"
)

// FuzzEngine holds the engine against the plain implementation, whole, by edits
// and in parts, and its edits with cuts against what cuts promise.
func FuzzEngine(f *testing.F) {
	for i, c := range table.Source() {
		s := newSamples(c, uint64(i), true)
		for range 20 {
			f.Add([]byte(s.text()), byte(i), uint64(i))
		}
	}
	f.Fuzz(func(t *testing.T, text []byte, config byte, seed uint64) {
		if len(text) > 1<<12 {
			t.Skip()
		}
		c := table.Source()[int(config)%len(opencc.Names)]
		p := programs()[c.Name]
		want := plainly(c, string(text))
		r := rand.New(rand.NewPCG(seed, 2))
		require.Equal(t, want, string(p.Append(make([]byte, 0, r.IntN(64)), text)))
		require.Equal(t, want, viaEdits(p, string(text)))
		require.Equal(t, want, inParts(p, text, r))
		requireCuts(t, c, p, string(text), randomCuts(string(text), r))
		requireGlossary(t, c, p, string(text), r)
	})
}

// inParts converts text as a stream that arrives in parts.
func inParts(p *engine.Program, text []byte, r *rand.Rand) string {
	var out []byte
	start := 0
	for end := 0; end < len(text); {
		end = min(len(text), end+1+r.IntN(40))
		if end == len(text) {
			break
		}
		n := p.Boundary(text[:end], start)
		out = p.AppendFrom(out, text[:n], start)
		start = n
	}
	return string(p.AppendFrom(out, text, start))
}

func randomCuts(text string, r *rand.Rand) []int {
	var cuts []int
	for i := range text {
		if i > 0 && r.IntN(3) == 0 && utf8.RuneStart(text[i]) {
			cuts = append(cuts, i)
		}
	}
	return cuts
}

// requireCuts asserts what cuts promise: an edit that spans one has a character
// for each of its own; and where the text is not cut into segments, exactly the
// result of the naive search.
func requireCuts(t *testing.T, c *opencc.Config, p *engine.Program, text string, cuts []int) {
	last := 0
	p.Edits([]byte(text), cuts, func(start, end int, replacement string) {
		require.GreaterOrEqual(t, start, last)
		require.Greater(t, end, start)
		last = end
		for _, cut := range cuts {
			if start < cut && cut < end {
				require.Equal(t, utf8.RuneCountInString(text[start:end]), utf8.RuneCountInString(replacement), "%s %q %v", c.Name, text, cuts)
			}
		}
	})
	require.Equal(t, viaOps(p, text, cuts...), viaEdits(p, text, cuts...), "%s %q %v", c.Name, text, cuts)
	if c.Segment == nil {
		require.Equal(t, naively(c, text, cuts), viaEdits(p, text, cuts...), "%s %q %v", c.Name, text, cuts)
	}
}

// naively converts text by a configuration of one stage: at each place the
// longest match that the cuts allow.
func naively(c *opencc.Config, text string, cuts []int) string {
	var b strings.Builder
	for i := 0; i < len(text); {
		source, result := naiveMatch(c, text, i, cuts)
		b.WriteString(result)
		i += len(source)
	}
	return b.String()
}

func naiveMatch(c *opencc.Config, text string, i int, cuts []int) (source, result string) {
	rest := text[i : i+validLen(text[i:])]
	if rest == "" {
		return text[i : i+1], text[i : i+1]
	}
	runes := normalised(c, rest)
	size := func(n int) int { return len(string([]rune(rest)[:n])) }
	for limit := len(runes); ; {
		m := c.Chain[0].Match(runes[:limit])
		if m.Len == 0 {
			n := max(1, opencc.IDS([]rune(rest)))
			if n > 1 {
				return rest[:size(n)], rest[:size(n)]
			}
			return rest[:size(1)], string(runes[:1])
		}
		if naiveAllowed(c, text, i, i+size(m.Len), m.Candidates[0], cuts) {
			return rest[:size(m.Len)], m.Candidates[0]
		}
		limit = m.Len - 1
	}
}

func naiveAllowed(c *opencc.Config, text string, i, end int, value string, cuts []int) bool {
	for _, cut := range cuts {
		if cut <= i || cut >= end {
			continue
		}
		if utf8.RuneCountInString(text[i:end]) != utf8.RuneCountInString(value) {
			return false
		}
		rest := text[cut : cut+validLen(text[cut:])]
		if m := c.Chain[0].Match(normalised(c, rest)); m.Len > 1 && cut+len(string([]rune(rest)[:m.Len])) > end {
			return false
		}
	}
	return true
}

// normalised reads compatibility ideographs as what they stand for.
func normalised(c *opencc.Config, text string) []rune {
	runes := []rune(text)
	for i, r := range runes {
		if v, ok := c.Normalize[0].Dict.Entries[string(r)]; ok {
			runes[i] = []rune(v[0])[0]
		}
	}
	return runes
}

func TestCuts(t *testing.T) {
	for i, c := range table.Source() {
		s := newSamples(c, uint64(100+i), true)
		for range converttest.Trials(3000) {
			text := s.text()
			requireCuts(t, c, programs()[c.Name], text, randomCuts(text, s.r))
			require.Equal(t, plainly(c, text), inParts(programs()[c.Name], []byte(text), s.r), "%s %q", c.Name, text)
		}
	}
}
