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

// invalid are sequences with bytes that are not UTF-8: truncated characters, lone
// continuation bytes, overlong forms, surrogates, code points beyond Unicode, and bytes
// that no encoding has.
var invalid = []string{
	"\xe4", "\xe4\xba", "\xe8\xbd", "\xf0\xa0\xae", "\xc3", "\x8b", "\x8c\x83\xa8", "\x80", "\xbf\xbf", "\xc0\x80", "\xc1\xbf",
	"\xe0\x80\x80", "\xe0\x81\x95", "\xf0\x80\x80\x80", "\xed\xa0\x80", "\xed\xbf\xbf", "\xf4\x90\x80\x80", "\xff", "\xfe", "\xff\xff",
}

// damaged returns text with a few invalid sequences put in or bytes taken away, inside
// and outside of words and characters.
func damaged(r *rand.Rand, text string) string {
	for range 1 + r.IntN(4) {
		i := r.IntN(len(text) + 1)
		if i < len(text) && r.IntN(4) == 0 {
			text = text[:i] + text[i+1:]
			continue
		}
		for r.IntN(2) == 0 && i < len(text) && !utf8.RuneStart(text[i]) {
			i++
		}
		text = text[:i] + invalid[r.IntN(len(invalid))] + text[i:]
	}
	return text
}

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
	pieces, _, _ := e.AppendPieces(nil, src, nil, nil)
	streamed, err := io.ReadAll(transform.NewReader(iotest.OneByteReader(strings.NewReader(text)), e.Transformer()))
	require.NoError(t, err)
	var explained strings.Builder
	for _, x := range e.Explain(text) {
		explained.WriteString(x.Result)
	}
	letters, _ := e.AppendLetters(nil, src)
	plain = map[string]string{
		"text": e.String(text), "letters": string(letters), "pieces": string(pieces), "stream": string(streamed), "explained": explained.String(),
		"edits": string(convert.Splice(nil, src, e.Edits(nil, src, nil))), "word by word": e.WordByWord().String(text),
	}
	pieces, _, _ = e.AppendPieces(nil, src, cuts, nil)
	cut = map[string]string{
		"pieces": string(pieces), "edits": string(convert.Splice(nil, src, e.Edits(nil, src, cuts))),
		"word by word": string(convert.Splice(nil, src, e.WordByWord().Edits(nil, src, cuts))),
	}
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
			text = damaged(r, text)
			if i%2 == 0 {
				text += "\n" + damaged(r, text)
			}
			var ev convert.Evidence
			ev.Add([]byte(text))
			knowing := e.For(ev)
			plain, cut := ways(t, knowing, text, someCuts(r, text))
			plain["separate"] = separately(knowing, text)
			alone, alsoCut := ways(t, e, text, someCuts(r, text))
			for _, all := range []map[string]string{plain, cut, alone, alsoCut} {
				for way, got := range all {
					if !assert.Equal(t, all["edits"], got, "%v %s, %s: %q", e.Target(), e.Config(), way, text) {
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
