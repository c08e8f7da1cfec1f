package convert_test

import (
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/transform"

	"zhmd/convert"
	"zhmd/convert/converttest"
)

// separately converts the texts between invalid bytes, each by itself.
func separately(e *convert.Engine, text string) string {
	var b strings.Builder
	from := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if i += size; r == utf8.RuneError && size == 1 {
			b.WriteString(e.String(text[from:i-1]) + text[i-1:i])
			from = i
		}
	}
	return b.String() + e.String(text[from:])
}

// ways returns what each way from text to converted text makes of it; those with cuts
// are of one key.
func ways(t *testing.T, e *convert.Engine, text string, cuts []int) (plain, cut map[string]string) {
	src := []byte(text)
	streamed, err := io.ReadAll(transform.NewReader(iotest.OneByteReader(strings.NewReader(text)), e.Transformer()))
	require.NoError(t, err)
	var explained strings.Builder
	for _, x := range e.Explain(text) {
		explained.WriteString(x.Result)
	}
	plain = map[string]string{
		"text": e.String(text), "stream": string(streamed), "explained": explained.String(), "edits": string(convert.Splice(nil, src, e.Edits(nil, src, nil))),
	}
	cut = map[string]string{"edits": string(convert.Splice(nil, src, e.Edits(nil, src, cuts)))}
	return plain, cut
}

// someCuts returns offsets in text that are not inside of a character.
func someCuts(r *rand.Rand, text string) (cuts []int) {
	for i := range text {
		if i > 0 && r.IntN(5) == 0 {
			cuts = append(cuts, i)
		}
	}
	return cuts
}

// An invalid byte separates texts, whichever way an engine takes and however much it has
// converted before.
func TestInvalidBytesSeparateTexts(t *testing.T) {
	n := converttest.Trials(2000)
	texts, before := sentences(n, 11), []byte(strings.Join(sentences(1000, 12), "\n"))
	r := rand.New(rand.NewPCG(3, 9))
	engines := byWords(t)
	for _, name := range []string{"s2t", "s2twp", "t2s", "tw2sp", "hk2s"} {
		engines = append(engines, native(t, 0, convert.Config(name)))
	}
	require.Greater(t, len(before), 12<<10, "less than after what an engine takes another way")
	count, differences := 0, 0
	for _, e := range engines {
		for i, text := range texts {
			text = converttest.Damaged(r, text)
			if i%2 == 0 {
				text += "\n" + converttest.Damaged(r, text)
			}
			knowing := inDocument(e, convert.ProfileInput{Text: []byte(text)})
			plain, cut := ways(t, knowing, text, someCuts(r, text))
			plain["separate"] = separately(knowing, text)
			alone, alsoCut := ways(t, e, text, someCuts(r, text))
			for _, all := range []map[string]string{plain, cut, alone, alsoCut} {
				for way, got := range all {
					if !assert.Equal(t, all["edits"], got, "%v, %s: %q", e.Target(), way, text) {
						differences++
					}
				}
			}
			count++
			if i == n/2 {
				e.Append(nil, before)
			}
		}
	}
	t.Logf("%d texts, %d differences", count, differences)
}
