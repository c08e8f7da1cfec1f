package convert_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/transform"

	"zhmd/convert"
	"zhmd/convert/internal/words"
)

// FuzzWords holds engines that go by words to what they promise of any text.
func FuzzWords(f *testing.F) {
	for _, seed := range []string{"软件和網路", "于謙生于钱塘", "一只小狗只是说", "U盘SQL注入", "⿰亻汉\xff语", "日本語です", "简体中文", "\uf9d1合", "发展\n頭髮", ""} {
		f.Add(seed)
	}
	engines := byWords(f)
	f.Fuzz(func(t *testing.T, text string) {
		for _, e := range engines {
			promises(t, e, text)
		}
	})
}

func byWords(t testing.TB) []*convert.Engine {
	var all []*convert.Engine
	for _, v := range convert.Variants() {
		all = append(all, native(t, v), native(t, v, convert.Words(convert.NeverWords)),
			native(t, v, convert.Glossary([]convert.Word{{Key: "软", Value: "軟軟"}, {Key: "生于", Value: "生于"}, {Key: "U", Value: "u"}})))
	}
	return all
}

// promises checks that whole, by edits, as a stream and as it is explained the result
// is the same.
func promises(t *testing.T, e *convert.Engine, text string) {
	want := e.String(text)
	require.Equal(t, want, string(convert.Splice(nil, []byte(text), e.Edits(nil, []byte(text), nil))), "%v by edits: %q", e.Target(), text)
	streamed, _, err := transform.String(e.Transformer(), text)
	require.NoError(t, err)
	require.Equal(t, want, streamed, "%v as a stream: %q", e.Target(), text)
	var explained strings.Builder
	for _, x := range e.Explain(text) {
		explained.WriteString(x.Result)
	}
	require.Equal(t, want, explained.String(), "%v explained: %q", e.Target(), text)
}

// sentences are of words in one script or in both.
func sentences(n int, seed uint64) []string {
	r := rand.New(rand.NewPCG(seed, 8))
	lex := words.Default()
	var all []string
	for range n {
		var b strings.Builder
		for range 1 + r.IntN(12) {
			b.WriteString(lex.Word(r.IntN(len(lex.Costs)), r.IntN(3) == 0))
			if r.IntN(5) == 0 {
				b.WriteString("，")
			}
		}
		all = append(all, b.String())
	}
	return all
}

// chained are characters whose other form is another character's: 幺 is 么 in Taiwan,
// and 么 is 麼; 苎 is 苧, and 苧 is 薴. Alone, without anything that tells the script,
// they go on from one to the other. OpenCC knows no Simplified form of 鏚, and so it
// does not tell.
const chained = "幺么苎苧薴鏚戚"

// TestAgainChangesNothing converts what is converted already.
func TestAgainChangesNothing(t *testing.T) {
	for _, v := range convert.Variants() {
		e := native(t, v)
		for _, text := range sentences(5000, uint64(v)) {
			if strings.ContainsAny(text, chained) {
				continue
			}
			once := e.String(text)
			require.Equal(t, once, e.String(once), "%v: %s", v, text)
		}
	}
}
