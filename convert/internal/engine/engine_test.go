package engine_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert/converttest"
	"zhmd/convert/internal/engine"
	"zhmd/convert/internal/npmtest"
	"zhmd/convert/internal/opencc"
	"zhmd/convert/internal/table"
)

// programs are made once for all tests.
var programs = sync.OnceValue(func() map[string]*engine.Program {
	all := map[string]*engine.Program{}
	for _, name := range opencc.Names {
		all[name] = engine.New(table.Default(), table.Default().Config(name))
		all[name].Append(nil, make([]byte, 1<<16)) // so much that only what makes a difference is looked for
	}
	return all
})

func viaEdits(p *engine.Program, text string, cuts ...int) string {
	return spliced(p.Edits, text, cuts)
}

func viaOps(p *engine.Program, text string, cuts ...int) string {
	return spliced(p.EditsByOps, text, cuts)
}

type editsFunc func(text []byte, cuts []int, emit func(start, end int, replacement string))

func spliced(edits editsFunc, text string, cuts []int) string {
	var out []byte
	at := 0
	edits([]byte(text), cuts, func(start, end int, replacement string) {
		out = append(append(out, text[at:start]...), replacement...)
		at = end
	})
	return string(append(out, text[at:]...))
}

func TestOfficialExpectations(t *testing.T) {
	for _, c := range npmtest.Cases(t) {
		p := programs()[c.Config]
		assert.Equal(t, c.Want, string(p.Append(nil, []byte(c.Input))), "%s, %s", c.ID, c.Config)
		assert.Equal(t, c.Want, viaEdits(p, c.Input), "%s, %s", c.ID, c.Config)
	}
}

// samples makes texts of what dictionaries are made of: keys, whole, broken and
// each beginning inside the one before, values, characters of every kind, ASCII,
// description sequences, and bytes that are not UTF-8 if odd is set.
type samples struct {
	r     *rand.Rand
	words []string
	with  map[rune][]string // words by their first character
	odd   bool
}

func newSamples(c *opencc.Config, seed uint64, odd bool) *samples {
	s := &samples{r: rand.New(rand.NewPCG(seed, 1)), with: map[rune][]string{}, odd: odd}
	groups := append([]*opencc.Group{}, c.Chain...)
	groups = append(groups, c.Normalize...)
	if c.Segment != nil {
		groups = append(groups, c.Segment)
	}
	for _, g := range groups {
		for _, d := range g.Dicts() {
			for key, values := range d.Entries {
				s.words = append(s.words, key, values[0])
			}
		}
	}
	slices.Sort(s.words) // the order in which a map is gone through is random
	for _, word := range s.words {
		r, _ := utf8.DecodeRuneInString(word)
		s.with[r] = append(s.with[r], word)
	}
	return s
}

func (s *samples) text() string {
	var b strings.Builder
	for range 1 + s.r.IntN(12) {
		b.WriteString(s.piece())
	}
	return b.String()
}

// overlapping gives words each of which begins inside the one before.
func (s *samples) overlapping() string {
	text := []rune(s.words[s.r.IntN(len(s.words))])
	for at := 0; len(text)-at > 1 && s.r.IntN(6) > 0; {
		at += 1 + s.r.IntN(len(text)-at-1)
		if words := s.with[text[at]]; len(words) > 0 {
			text = append(text[:at], []rune(words[s.r.IntN(len(words))])...)
		}
	}
	return string(text)
}

func (s *samples) piece() string {
	word := []rune(s.words[s.r.IntN(len(s.words))])
	switch k := s.r.IntN(28); {
	case k >= 24:
		return s.overlapping()
	case k < 12:
		return string(word)
	case k < 16:
		return string(word[:s.r.IntN(len(word)+1)])
	case k < 18:
		return string(word[s.r.IntN(len(word)):])
	case k == 18:
		return string(rune('a' + s.r.IntN(26)))
	case k == 19:
		return []string{"SQL", "U", "PN", "BMW", "A", "B型", " ", "，", "\n", "·", "-", "é", "😀"}[s.r.IntN(13)]
	case k == 20:
		return string(rune(0x2FF0 + s.r.IntN(16)))
	case k == 21:
		return string(rune(0x4E00 + s.r.IntN(0x5200)))
	case k == 22 && s.odd:
		return []string{"\xff", "\xe6\xb1", "\xed\xa0\x80", "\x00", "\xc0\x80", "\xf4\x90\x80\x80", "\xe0\x80\x80"}[s.r.IntN(7)]
	}
	return string(word[s.r.IntN(len(word))])
}

// plainly converts with the plain implementation; bytes that are not UTF-8 stay
// and divide the text.
func plainly(c *opencc.Config, text string) string {
	var b strings.Builder
	for len(text) > 0 {
		n := validLen(text)
		b.WriteString(c.Convert(text[:n]))
		text = text[n:]
		if len(text) > 0 {
			b.WriteByte(text[0])
			text = text[1:]
		}
	}
	return b.String()
}

func validLen(text string) int {
	for i, r := range text {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(text[i:]); size == 1 {
				return i
			}
		}
	}
	return len(text)
}

func TestAgainstThePlainImplementation(t *testing.T) {
	n := converttest.Trials(5000)
	for _, c := range table.Source() {
		p := programs()[c.Name]
		s := newSamples(c, 7, true)
		var fresh *engine.Program // in which all phrases are looked for
		for i := range n {
			if i%100 == 0 {
				fresh = engine.New(table.Default(), table.Default().Config(c.Name))
			}
			text := s.text()
			want := plainly(c, text)
			require.Equal(t, want, string(p.Append(nil, []byte(text))), "%s %q", c.Name, text)
			require.Equal(t, want, viaEdits(p, text), "%s %q", c.Name, text)
			require.Equal(t, want, string(fresh.Append(nil, []byte(text))), "%s %q", c.Name, text)
			require.Equal(t, want, viaEdits(fresh, text), "%s %q", c.Name, text)
		}
	}
}

func TestAppend(t *testing.T) {
	p := programs()["s2twp"]
	assert.Equal(t, "> 軟體", string(p.Append([]byte("> "), []byte("软件"))))
	assert.Empty(t, p.Append(nil, nil))
	for n := range 40 {
		dst := make([]byte, 0, n)
		assert.Equal(t, strings.Repeat("軟體 a", 9), string(p.Append(dst, []byte(strings.Repeat("软件 a", 9)))), n)
	}
}

// pooled tells whether memory that is put aside is found again.
var pooled = true

func TestAppendDoesNotAllocate(t *testing.T) {
	for name, p := range programs() {
		if !pooled && table.Default().Config(name).Segments != nil {
			continue // those that may write down a first stage
		}
		text := []byte(strings.Repeat("这里的软件和网络，里面的头发。SQL注入 hello U盘\n", 20))
		dst := make([]byte, 0, 4*len(text))
		p.Append(dst, text)
		assert.Zero(t, testing.AllocsPerRun(20, func() { p.Append(dst, text) }), name)
	}
}

func TestManyGoroutines(t *testing.T) {
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for name, p := range programs() {
				assert.NotEmpty(t, p.Append(nil, fmt.Appendf(nil, "软件軟體%d%s", i, name)))
			}
		})
	}
	wg.Wait()
}
