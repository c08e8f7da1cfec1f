package engine_test

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"zhmd/convert/converttest"
	"zhmd/convert/internal/engine"
	"zhmd/convert/internal/opencc"
	"zhmd/convert/internal/table"
)

// requireGlossary asserts that a text and a glossary, of parts of the text, come
// out as words found one by one with the text between them converted by itself.
func requireGlossary(t *testing.T, c *opencc.Config, p *engine.Program, text string, r *rand.Rand) {
	words := randomWords(c, text, r)
	glossary, err := engine.NewGlossary(table.Default(), words)
	require.NoError(t, err)
	with := p.WithGlossary(glossary)
	switch r.IntN(4) {
	case 0:
		with.Append(nil, make([]byte, 1<<16)) // so much that only what makes a difference is looked for
	case 1:
		with.Append(nil, make([]byte, 1<<12)) // so much that there are filters
	}
	want := withWords(c, words, text)
	require.Equal(t, want, string(with.Append(nil, []byte(text))), "%s %q %q", c.Name, text, words)
	require.Equal(t, want, viaEdits(with, text), "%s %q %q", c.Name, text, words)
	cuts := randomCuts(text, r)
	require.Equal(t, viaOps(with, text, cuts...), viaEdits(with, text, cuts...), "%s %q %q %v", c.Name, text, words, cuts)
	require.Equal(t, want, inParts(with, []byte(text), r), "%s %q %q", c.Name, text, words)
}

func randomWords(c *opencc.Config, text string, r *rand.Rand) []engine.Word {
	runes := []rune(strings.ToValidUTF8(text, ""))
	seen := map[string]bool{}
	var words []engine.Word
	for range 1 + r.IntN(4) {
		if len(runes) == 0 {
			break
		}
		from := r.IntN(len(runes))
		key := runes[from:min(len(runes), from+1+r.IntN(4))]
		if name := string(normalised(c, string(key))); !seen[name] {
			seen[name] = true
			words = append(words, engine.Word{Key: string(key), Value: strings.Repeat("字", r.IntN(3)*r.IntN(5))})
		}
	}
	return words
}

// withWords converts by a glossary in the plainest way.
func withWords(c *opencc.Config, words []engine.Word, text string) string {
	var out strings.Builder
	start := 0
	for i := 0; i < len(text); {
		word, size := wordAt(c, words, text, i)
		if size == 0 {
			_, size = utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		out.WriteString(plainly(c, text[start:i]) + word)
		i += size
		start = i
	}
	return out.String() + plainly(c, text[start:])
}

// wordAt gives what the longest word at i becomes, and its length in text.
func wordAt(c *opencc.Config, words []engine.Word, text string, i int) (value string, size int) {
	rest := text[i : i+validLen(text[i:])]
	runes := normalised(c, rest)
	for _, w := range words {
		key := normalised(c, w.Key)
		if len(key) > len(runes) || !slices.Equal(key, runes[:len(key)]) {
			continue
		}
		n := len(string([]rune(rest)[:len(key)]))
		if n > size && !insideWord(text, i) && !insideWord(text, i+n) {
			value, size = w.Value, n
		}
	}
	return value, size
}

var alphanumerics = regexp.MustCompile(`^[0-9A-Za-z]{2}$`)

// insideWord tells whether there are ASCII letters and digits on both sides.
func insideWord(text string, i int) bool {
	return i > 0 && i < len(text) && alphanumerics.MatchString(text[i-1:i+1])
}

func TestGlossaries(t *testing.T) {
	for i, c := range table.Source() {
		s := newSamples(c, uint64(200+i), true)
		for range converttest.Trials(500) {
			requireGlossary(t, c, programs()[c.Name], s.text(), s.r)
		}
	}
}

// TestManyWords takes so many that the filter has to grow for them.
func TestManyWords(t *testing.T) {
	for _, c := range table.Source() {
		s := newSamples(c, 300, false)
		seen := map[string]bool{}
		var words []engine.Word
		for _, word := range s.words {
			if name := string(normalised(c, word)); !seen[name] && utf8.RuneCountInString(word) > 1 && s.r.IntN(2) == 0 {
				seen[name] = true
				words = append(words, engine.Word{Key: word, Value: strings.Repeat("字", s.r.IntN(9))})
			}
		}
		glossary, err := engine.NewGlossary(table.Default(), words)
		require.NoError(t, err)
		with := programs()[c.Name].WithGlossary(glossary)
		for range 2 {
			text := s.text()
			want := withWords(c, words, text)
			require.Equal(t, want, string(with.Append(nil, []byte(text))), "%s %q", c.Name, text)
			require.Equal(t, want, viaEdits(with, text), "%s %q", c.Name, text)
			with.Append(nil, make([]byte, 1<<16))
		}
	}
}
