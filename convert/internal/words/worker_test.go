package words

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"zhmd/convert/converttest"
	"zhmd/convert/internal/engine"
	"zhmd/convert/internal/table"
)

func program(t testing.TB, target, regional int, foreign, shapes string, glossary ...engine.Word) *Program {
	return programOf(t, Options{Target: target, Regional: regional, Words: glossary}, foreign, shapes)
}

func programOf(t testing.TB, o Options, foreign, shapes string) *Program {
	tab := table.Default()
	o.Foreign = engine.New(tab, tab.Config(foreign))
	if len(o.Words) > 0 {
		compiled, err := engine.NewGlossary(tab, o.Words)
		require.NoError(t, err)
		o.Glossary = o.Foreign.WithGlossary(compiled)
	}
	if shapes != "" {
		o.Shapes = engine.New(tab, tab.Config(shapes))
	}
	return New(Default(), o)
}

// programs returns one of each kind.
func programs(t testing.TB) []*Program {
	glossary := []engine.Word{{Key: "软件", Value: "XX軟"}, {Key: "件的", Value: "<>"}, {Key: "U", Value: "uu"}, {Key: "面", Value: "麵"}, {Key: "é", Value: "e"},
		{Key: "父老", Value: "XX"}, {Key: "资料遗失", Value: "YY"}, {Key: "的父老", Value: "ZZ"}}
	return []*Program{
		program(t, Hant, -1, "s2t", ""), program(t, Hant, -1, "s2t", "hk2t"), program(t, TW, TWP, "s2tw", "t2tw"), program(t, TW, -1, "s2tw", "t2tw"),
		program(t, HK, HKP, "s2hk", "t2hk"), program(t, TW, TWP, "s2tw", "t2tw", glossary...), program(t, Hans, -1, "tw2s", "", glossary...),
		program(t, Hans, -1, "t2s", ""), program(t, Hans, -1, "tw2s", ""),
		programOf(t, Options{Target: TW, Regional: TWP, Always: true}, "s2tw", "t2tw"),
		programOf(t, Options{Target: TW, Regional: TWP, From: FromHans}, "s2tw", "t2tw"),
		programOf(t, Options{Target: Hans, Regional: -1, ByWord: true}, "tw2sp", ""),
		programOf(t, Options{Target: Hans, Regional: -1, ByWord: true}, "hk2sp", ""),
		programOf(t, Options{Target: Hans, Regional: -1, ByWord: true, From: FromHant}, "tw2sp", ""),
	}
}

// pieces are what is hard between words: other scripts, other sizes, ends of blocks.
var pieces = []string{"的", "，", "a", "U", " ", "里", "後", "這", "这", "\n", "\n", "\xff", "网络", "通过", "★", "😀", "é", "か", "한", "⿰亻言",
	"\xe0\x81\x95", "\xed\xa0\x80", "OK", "简体中文", "简体", "𠮷", "干", "面", "伪类", "U盘", "文件", "列表", "二叉树", "12345678", "abcdefghij",
	"\uF934", "父\uF934", "资\uF9BE", "⿰\n画板", "⿰亻\n", "温昇豪", "芸薹", "昇", "按位与", "⿰栈\n抵御", "存取", "軟體", "什么"}

// texts makes random texts of words that matter, words, characters and pieces.
type texts struct {
	*rand.Rand
	lex   *Lexicon
	words [][]Symbol // all of the lexicon, by class
	forms [][]Symbol // by class
	hant  *engine.Program
}

func newTexts(seed uint64) *texts {
	tab := table.Default()
	t := &texts{Rand: rand.New(rand.NewPCG(1, seed)), lex: Default(), forms: Default().forms(), hant: engine.New(tab, tab.Config("s2t"))}
	t.lex.Trie.Each(func(key []Symbol, _ uint32) { t.words = append(t.words, append([]Symbol(nil), key...)) })
	return t
}

func (t *texts) text() string {
	var b strings.Builder
	for range 1 + t.IntN(30) {
		switch t.IntN(7) {
		case 0, 1:
			b.WriteString(pieces[t.IntN(len(pieces))])
		case 2, 3:
			e := t.IntN(len(t.lex.Domains))
			for ; t.lex.Domains[e] == 0; e = t.IntN(len(t.lex.Domains)) {
			}
			b.WriteString(t.lex.Word(e, t.IntN(20) == 0))
		case 4:
			b.WriteString(string(t.lex.Runes[1+t.IntN(len(t.lex.Runes)-1)]))
		case 5:
			b.WriteString(t.word())
		default:
			b.WriteString(t.lex.Word(t.IntN(len(t.lex.Spelt)), t.IntN(20) == 0))
		}
	}
	return b.String()
}

// word returns a word in Simplified, in Traditional, or in any of the characters that it may
// be written in.
func (t *texts) word() string {
	var b strings.Builder
	any := t.IntN(3) == 0
	for _, class := range t.words[t.IntN(len(t.words))] {
		if any {
			class = t.forms[class][t.IntN(len(t.forms[class]))]
		}
		b.WriteRune(t.lex.Runes[class])
	}
	if t.IntN(2) == 0 {
		return string(t.hant.Append(nil, []byte(b.String())))
	}
	return b.String()
}

// The prefilter never takes for decided what depends on words: a block is converted, and its
// document judged, as by a division of all of it.
func TestPrefilter(t *testing.T) {
	random := newTexts(3)
	for n, p := range programs(t) {
		for range converttest.Trials(20000) {
			text := random.text()
			var seen, want Seen
			var all strings.Builder
			for _, r := range p.Explain([]byte(text), &want) {
				all.WriteString(r.Result)
			}
			got := p.Append(nil, []byte(text), &seen)
			require.Equal(t, all.String(), string(got), "program %d: %q", n, text)
			require.Equal(t, want, seen, "program %d: %q", n, text)
		}
	}
}

// The same holds where the document has names of its own.
func TestPrefilterAndNames(t *testing.T) {
	random, lex := newTexts(9), Default()
	const known = "余海和范蠡說了。于謙在於此，沈括、萬里與后羿。屋子裏的牀，羣峯。\n"
	found := 0
	for n, p := range programs(t) {
		if p.native == inHans {
			continue
		}
		for range converttest.Trials(3000) {
			names := new(Names)
			lex.Survey([]byte(known+random.text()), names, nil)
			found += len(names.byKey)
			text := "余海范蠡" + random.text() + "于谦" + random.text() + "，沈括说后羿群峰" + random.text()
			seen, want := Seen{Names: names, Whole: true, Mixed: 1}, Seen{Names: names, Whole: true, Mixed: 1}
			var all strings.Builder
			for _, r := range p.Explain([]byte(text), &want) {
				all.WriteString(r.Result)
			}
			require.Equal(t, all.String(), string(p.Append(nil, []byte(text), &seen)), "program %d: %q", n, text)
		}
	}
	require.Positive(t, found)
}

// Edits at cuts keep the number of characters, and with none are what is appended.
func TestEditsAndCuts(t *testing.T) {
	random := newTexts(5)
	for n, p := range programs(t) {
		for range converttest.Trials(4000) {
			text := random.text()
			var cuts []int
			for i := range text {
				if i > 0 && random.IntN(6) == 0 {
					cuts = append(cuts, i)
				}
			}
			require.Equal(t, string(p.Append(nil, []byte(text), &Seen{})), edited(t, p, text, nil), "program %d: %q", n, text)
			edited(t, p, text, cuts)
		}
	}
}

func edited(t *testing.T, p *Program, text string, cuts []int) string {
	var out strings.Builder
	at := 0
	p.Edits([]byte(text), cuts, &Seen{}, func(start, end int, s string) {
		require.True(t, at <= start && start < end && text[start:end] != s, "%q %v: %d %d %q", text, cuts, start, end, s)
		if len(shifted(cuts, start, end-start)) > 0 {
			require.Equal(t, utf8.RuneCountInString(text[start:end]), utf8.RuneCountInString(s), "%q %v: %d %d %q", text, cuts, start, end, s)
		}
		out.WriteString(text[at:start] + s)
		at = end
	})
	return out.String() + text[at:]
}
