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

// pieces are what is hard between words: other scripts, other sizes, ends of blocks.
var pieces = []string{"的", "，", "a", "U", " ", "里", "後", "這", "这", "\n", "\n", "\xff", "网络", "通过", "★", "😀", "é", "か", "한", "⿰亻言",
	"\xe0\x81\x95", "\xed\xa0\x80", "OK", "简体中文", "简体", "𠮷", "干", "面", "伪类", "U盘", "文件", "列表", "二叉树", "12345678", "abcdefghij",
	"\uF934", "父\uF934", "资\uF9BE", "⿰\n画板", "⿰亻\n", "温昇豪", "芸薹", "昇", "按位与", "⿰栈\n抵御"}

// randomText is of words that matter, words, characters and pieces.
func randomText(r *rand.Rand, l *Lexicon) string {
	var b strings.Builder
	for range 1 + r.IntN(30) {
		switch r.IntN(6) {
		case 0, 1:
			b.WriteString(pieces[r.IntN(len(pieces))])
		case 2, 3:
			e := r.IntN(len(l.Domains))
			for ; l.Domains[e] == 0; e = r.IntN(len(l.Domains)) {
			}
			b.WriteString(l.Word(e, r.IntN(20) == 0))
		case 4:
			b.WriteString(string(l.Runes[1+r.IntN(len(l.Runes)-1)]))
		default:
			b.WriteString(l.Word(r.IntN(len(l.Spelt)), r.IntN(20) == 0))
		}
	}
	return b.String()
}

// The fast way gives what looking for all words gives, and knows the same afterwards,
// whatever room the output has.
func TestFastWayOnRandomText(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 3))
	glossary := []engine.Word{{Key: "软件", Value: "XX軟"}, {Key: "件的", Value: "<>"}, {Key: "U", Value: "uu"}, {Key: "面", Value: "麵"}, {Key: "é", Value: "e"},
		{Key: "父老", Value: "XX"}, {Key: "资料遗失", Value: "YY"}, {Key: "的父老", Value: "ZZ"}}
	for _, p := range []*Program{
		program(t, Hant, -1, "s2t", ""), program(t, TW, TWP, "s2tw", "t2tw"), program(t, HK, HKP, "s2hk", "t2hk"),
		program(t, TW, TWP, "s2tw", "t2tw", glossary...), program(t, Hans, -1, "t2s", "", glossary...),
	} {
		f := p.newFast()
		for range converttest.Trials(4000) {
			text := randomText(r, p.lex)
			sameWithRoom(t, p, f, text, r.IntN(2*len(text)+1))
		}
	}
}

func sameWithRoom(t *testing.T, p *Program, f *fast, text string, room int) {
	var fastSeen, seen, editsSeen Seen
	var want, edited []byte
	for text := range blocksOf([]byte(text)) {
		want = p.appendBlock(want, text, new(block), &seen)
	}
	got, _ := p.appendFast(f, make([]byte, 0, room), []byte(text), &fastSeen)
	require.Equal(t, string(want), string(got), "%q", text)
	require.Equal(t, seen, fastSeen, "%q", text)
	at := 0
	p.way.ready.Store(f)
	p.Edits([]byte(text), nil, &editsSeen, splicer(&edited, text, &at))
	require.Equal(t, string(want), string(append(edited, text[at:]...)), "%q", text)
	sameAtCuts(t, p, text, room)
	p.way.ready.Store(nil)
}

// sameAtCuts compares the edits of both ways with a cut behind every few characters, some
// of which are changed for what they stand in.
func sameAtCuts(t *testing.T, p *Program, text string, every int) {
	var cuts []int
	for i := range text {
		if every = (every*7 + 3) % 31; i > 0 && every < 6 {
			cuts = append(cuts, i)
		}
	}
	var got, want []byte
	for way, out := range map[*Program]*[]byte{p: &got, p.WordByWord(): &want} {
		at := 0
		splice := splicer(out, text, &at)
		way.Edits([]byte(text), cuts, &Seen{}, func(start, end int, s string) {
			splice(start, end, s)
			if len(shifted(cuts, start, end-start)) > 0 {
				require.Equal(t, utf8.RuneCountInString(text[start:end]), utf8.RuneCountInString(s), "%q %v: %d %d %q", text, cuts, start, end, s)
			}
		})
		*out = append(*out, text[at:]...)
	}
	require.Equal(t, string(want), string(got), "%q %v", text, cuts)
}

// Texts on which the fast way once lost something.
func TestFastWayKeepsAll(t *testing.T) {
	p := program(t, TW, TWP, "s2tw", "t2tw")
	f := p.newFast()
	for _, text := range []string{
		"这" + strings.Repeat("a ", 200) + "U盘很好用，这个",
		"这，" + strings.Repeat("伪类", 23) + "。这里很好",
		"简体\n列表",
		"二叉树通过\n通过",
		strings.Repeat("a", 390) + "\n简体中文\n这",
		"这里⿰\n画板和软件", "这里的父\uF934这里\n的软件",
		"网络视频质量质量", "质量网络视频质量", "质量云云服务质量", "接口网络视频接口接口",
	} {
		for room := range len(text) + 300 {
			sameWithRoom(t, p, f, text, room)
		}
	}
	for _, piece := range []string{"列表", "程序", "文件", "接口", "堆", "支持他，", "类"} { // over the end of a block
		sameWithRoom(t, p, f, strings.Repeat(piece, 9000), 0)
	}
	sameWithRoom(t, p, f, strings.Repeat("甲，", 2730)+strings.Repeat("支持他，", 3000), 0)
	sameWithRoom(t, p, f, "这"+strings.Repeat("中", 5458)+"a"+strings.Repeat("\xed\xa0\x80", 20), 0)
}

// Glossaries are of parts of the text, whatever is in these.
func TestFastWayWithGlossaries(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 3))
	plain := program(t, TW, TWP, "s2tw", "t2tw")
	for range converttest.Trials(300) {
		text := randomText(r, plain.lex)
		longer := text + text + randomText(r, plain.lex)
		words := partsOf(text, r)
		if len(words) == 0 {
			continue
		}
		for _, p := range []*Program{program(t, TW, TWP, "s2tw", "t2tw", words...), program(t, Hans, -1, "t2s", "", words...)} {
			f := p.newFast()
			sameWithRoom(t, p, f, text, r.IntN(2*len(text)+1))
			sameWithRoom(t, p, f, longer, r.IntN(2*len(longer)+1))
		}
	}
}

// partsOf gives up to five words that text has in it, each with marks or as so many other
// characters.
func partsOf(text string, r *rand.Rand) (all []engine.Word) {
	seen := map[string]bool{}
	for range 5 {
		runes := []rune(strings.ToValidUTF8(strings.ReplaceAll(text, "\n", ""), ""))
		from := r.IntN(len(runes) + 1)
		key := string(runes[from:min(len(runes), from+1+r.IntN(4))])
		normal := table.Default().Normal(key)
		if key != "" && !seen[normal] {
			seen[normal] = true
			value := "<" + key + ">"
			if r.IntN(2) == 0 {
				value = strings.Repeat("字", utf8.RuneCountInString(key))
			}
			all = append(all, engine.Word{Key: key, Value: value})
		}
	}
	return all
}

// A word of the glossary is found whatever it is made of, however much there is to do.
func TestGlossaryOfOtherCharacters(t *testing.T) {
	p := program(t, TW, TWP, "s2tw", "t2tw", engine.Word{Key: "★", Value: "*"}, engine.Word{Key: "☆级", Value: "+"}, engine.Word{Key: "𠮷", Value: "吉"}, engine.Word{Key: "é", Value: "e"})
	text := strings.Repeat("这个★这是☆级☆的𠮷é★\n★ ★a★\n", 4000)
	got := string(p.Append(nil, []byte(text), &Seen{}))
	require.Equal(t, strings.Repeat("這個*這是+☆的吉e*\n* *a*\n", 4000), got)
	require.NotNil(t, p.fast(nil), "no such word takes the fast way from a text")
}

// A block that is divided because it is long is not divided inside a word of ASCII, of which
// the rest would be one by itself.
func TestWordsOfASCIIAtTheEndOfALongBlock(t *testing.T) {
	p := program(t, TW, TWP, "s2tw", "t2tw", engine.Word{Key: "T9", Value: "<>"})
	f := p.newFast()
	for n := range 9 {
		text := strings.Repeat("这", n) + strings.Repeat("软abcIT9", 3000)
		sameWithRoom(t, p, f, text, 0)
		require.NotContains(t, string(p.WordByWord().Append(nil, []byte(text), &Seen{})), "<>")
	}
}

// Around a word of the glossary text in one script is what it is without one.
func TestGlossaryInTextOfOneScript(t *testing.T) {
	word := engine.Word{Key: "軟體", Value: "<裡裏>"}
	for _, c := range []struct {
		p    *Program
		want string
	}{
		{program(t, Hant, -1, "s2t", "", word), "這個<裡裏>的裡面，吃麪的<裡裏>"},
		{program(t, TW, TWP, "s2tw", "t2tw", word), "這個<裡裏>的裡面，吃麵的<裡裏>"},
		{program(t, HK, HKP, "s2hk", "t2hk", word), "這個<裡裏>的裡面，吃麪的<裡裏>"},
		{program(t, Hans, -1, "t2s", "", word), "这个<裡裏>的里面，吃面的<裡裏>"},
	} {
		const text = "這個軟體的裡面，吃麪的軟體"
		require.Equal(t, c.want, string(c.p.Append(nil, []byte(text), &Seen{})))
		var edited []byte
		var explained string
		at := 0
		c.p.Edits([]byte(text), []int{3, 12}, &Seen{}, splicer(&edited, text, &at))
		require.Equal(t, c.want, string(edited)+text[at:])
		for _, r := range c.p.Explain([]byte(text), &Seen{}) {
			explained += r.Result
			require.Equal(t, r.Kind == OfGlossary, r.Result == word.Value)
		}
		require.Equal(t, c.want, explained)
	}
}

// What a document has settled does not count in the next one.
func TestNothingIsLeftOfTheLastDocument(t *testing.T) {
	p := program(t, Hant, -1, "s2t", "")
	f := p.newFast()
	names := new(Names)
	p.Learn([]byte("屋子裡的床"), names)
	text := "这 " + strings.Repeat("a", 60) + "U盘子里。"
	want, _ := p.appendFast(f, nil, []byte(text), &Seen{})
	for range 20 {
		p.Append(nil, []byte("屋子裡的床，这里"), &Seen{Names: names})
		got, _ := p.appendFast(f, nil, []byte(text), &Seen{})
		require.Equal(t, want, got)
	}
}
