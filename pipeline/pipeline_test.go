package pipeline_test

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
	"zhmd/pipeline"
)

// mapper is a converter that puts f(r) in place of each character r, Han or
// not, as an edit of its own.
type mapper func(r rune) string

func (f mapper) Edits(dst []convert.Edit, text []byte, _ []int) []convert.Edit {
	for i, r := range string(text) {
		if s := f(r); s != string(r) && r != unicode.ReplacementChar {
			dst = append(dst, convert.Edit{Start: i, End: i + len(string(r)), New: s})
		}
	}
	return dst
}

// nothing changes nothing.
var nothing = mapper(func(r rune) string { return string(r) })

// shout marks what is taken for prose: each Han character becomes 字.
var shout = mapper(func(r rune) string {
	if unicode.Is(unicode.Han, r) {
		return "字"
	}
	return string(r)
})

func engine(t testing.TB, v convert.Variant) convert.Converter {
	e, err := convert.New(v)
	require.NoError(t, err)
	return e
}

func output(source string, c convert.Converter, opts ...pipeline.Option) string {
	return string(pipeline.Parse([]byte(source), opts...).Convert(c).Output)
}

// What is prose, one construct a line: each Han character of prose becomes 字.
func TestProse(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"paragraph", "汉字 abc 汉字", "字字 abc 字字"},
		{"headings", "# 汉 #\n\n汉\n===\n", "# 字 #\n\n字\n===\n"},
		{"heading attributes", "## 汉 {#汉 .语}\n", "## 字 {#汉 .语}\n"},
		{"emphasis", "*汉* **语** ***文*** ~~字~~汉", "*字* **字** ***字*** ~~字~~字"},
		{"lists", "- 汉\n  1. 语\n- [x] 文\n", "- 字\n  1. 字\n- [x] 字\n"},
		{"quotes", "> 汉\n> > 语\n", "> 字\n> > 字\n"},
		{"table", "| 汉 | 语 |\n|:--|--:|\n| 文\\|文 | `字`汉 |\n", "| 字 | 字 |\n|:--|--:|\n| 字\\|字 | `字`字 |\n"},
		{"definition list", "汉\n: 语\n: 文\n", "字\n: 字\n: 字\n"},
		{"footnote", "汉[^语]\n\n[^语]: 文\n", "字[^语]\n\n[^语]: 字\n"},
		{"footnote without a reference", "[^语]: 文\n", "[^语]: 字\n"},
		{"undefined footnote", "汉[^语]语", "字[^语]字"},
		{"code", "`汉` ``语``\n\n```汉\n语\n```\n\n    汉\n", "`汉` ``语``\n\n```汉\n语\n```\n\n    汉\n"},
		{"link", "[汉](/语 \"文\")", "[字](/语 \"字\")"},
		{"link, title in other quotes", "[汉](</语 文> '文') [汉](/语 (文))", "[字](</语 文> '字') [字](/语 (字))"},
		{"link, title on the next line", "> [汉](/语\n>  \"文\n> 字\")汉", "> [字](/语\n>  \"字\n> 字\")字"},
		{"link, title with an escape", `[汉](/语 "文\"文")`, `[字](/语 "字\"字")`},
		{"link, no destination", "[汉]()", "[字]()"},
		{"link, destination with parentheses", `[汉](/语(文\)) "文")`, `[字](/语(文\)) "字")`},
		{"image", "![汉*语*](文.png \"字汉\")", "![字*字*](文.png \"字字\")"},
		{"image in a link", "[![汉](语 '文')](文 '汉')", "[![字](语 '字')](文 '字')"},
		{"full reference", "[汉][语]\n\n[语]: /文\n", "[字][语]\n\n[语]: /文\n"},
		{"shortcut reference", "[汉]\n\n[汉]: /文\n", "[字][汉]\n\n[汉]: /文\n"},
		{"collapsed reference", "[汉][]\n\n[汉]: /文\n", "[字][汉]\n\n[汉]: /文\n"},
		{"reference before text", "[汉]语[汉][]语\n\n[汉]: /文\n", "[字][汉]字[字][汉]字\n\n[汉]: /文\n"},
		{"image reference", "![汉] ![语][]\n\n[汉]: /文\n[语]: /文\n", "![字][汉] ![字][语]\n\n[汉]: /文\n[语]: /文\n"},
		{"reference over two lines", "> [汉\n> 语] 文\n\n[汉 语]: /文\n", "> [字\n> 字][汉 语] 字\n\n[汉 语]: /文\n"},
		{"reference with markup", "[**汉**语]\n\n[**汉**语]: /文\n", "[**字**字][**汉**语]\n\n[**汉**语]: /文\n"},
		{"link, title behind no destination", `[汉](<> "文") [汉]("文" "文")`, `[字](<> "字") [字]("文" "字")`},
		{"definition's title", "[a]\n\n[a]: /文\n  '汉\n  语'\n", "[a]\n\n[a]: /文\n  '字\n  字'\n"},
		{"definition's title behind no destination", "[a]\n\n[a]: <> '文'\n", "[a]\n\n[a]: <> '字'\n"},
		{"definition with a backslash in its label", "[a\\\\]: /文 \"汉\"\n", "[a\\\\]: /文 \"字\"\n"},
		{"definition with ]: in its label", "[a\\]:b]: /文 \"汉\"\n", "[a\\]:b]: /文 \"字\"\n"},
		{"literal bracket that would become a link", "[汉] 汉\n\n[字]: /文\n", "[汉] 字\n\n[字]: /文\n"},
		{"autolink", "<https://a.b/汉> <汉@a.b>", "<https://a.b/汉> <字@a.b>"},
		{"bare URL", "见 https://a.b/汉?语#文。汉", "字 https://a.b/汉?语#文。字"},
		{"bare URL with a name in it", "https://a.b/汉·语 汉", "https://a.b/汉·语 字"},
		{"bare URL with what looks like emphasis", "https://a.b/汉*语*文 汉 *https://a.b/ab*汉", "https://a.b/汉*语*文 字 *https://a.b/ab*字"},
		{"other schemes", "file:///汉/语 汉 (ed2k://|file|汉.zip|) 汉 git+ssh://汉", "file:///汉/语 字 (ed2k://|file|汉.zip|) 字 git+ssh://汉"},
		{"bare URL behind Han", "见https://a.b/汉，语 汉", "字https://a.b/汉，字 字"},
		{"bare URL in parentheses", "(见 http://a.b/汉(语))汉", "(字 http://a.b/汉(语))字"},
		{"bare URL in a link", "[https://a.b/汉 汉](/c)汉", "[https://a.b/汉 字](/c)字"},
		{"bare URL with underscores", "ftp://a.b/汉_语_文 汉", "ftp://a.b/汉_语_文 字"},
		{"bare domain", "www.a.com/汉 汉 见www.a.com/汉", "www.a.com/汉 字 字www.a.com/汉"},
		{"not a URL", "汉://语 xwww.汉 ://汉", "字://字 xwww.字 ://字"},
		{"inline HTML", "<b title=\"汉\" id=\"汉\">语</b><!-- 文 -->汉", "<b title=\"字\" id=\"汉\">字</b><!-- 文 -->字"},
		{"inline HTML for code", "汉<code>语</code>文 <KBD class=a>语<b>文</b></KBD>汉 <samp/>汉 <var>汉\n\n汉</var>汉", "字<code>语</code>字 <KBD class=a>语<b>文</b></KBD>字 <samp/>字 <var>汉\n\n字</var>字"},
		{"HTML block", "<div>\n汉\n</div>\n\n<!-- 语 -->\n", "<div>\n字\n</div>\n\n<!-- 语 -->\n"},
		{"entity and escape", "汉&amp;语\\*文&汉;", "字&amp;字\\*字&字;"},
		{"front matter", "---\ntitle: 汉\nslug: 汉\n---\n汉\n", "---\ntitle: 字\nslug: 汉\n---\n字\n"},
		{"unclosed front matter", "---\n\ntitle: 汉\n", "---\n\ntitle: 字\n"},
		{"byte order mark", "\uFEFF---\ntitle: 汉\n---\n# 汉\n", "\uFEFF---\ntitle: 字\n---\n# 字\n"},
		{"byte order mark before a heading", "\uFEFF# 汉\n", "\uFEFF# 字\n"},
		{"CRLF", "汉\r\n语  \r\n文\r\n", "字\r\n字  \r\n字\r\n"},
		{"lone CR", "汉\r语", "字\r字"},
		{"tabs", "-\t汉\n\n\t语\n\t\t文\n", "-\t字\n\n\t字\n\t\t字\n"},
		{"wiki footnote", "汉\\[1\\]\\]\\] [a\\]", "字\\[1\\]\\]\\] [a\\]"},
		{"bytes that would be a character without the markup", "汉\xe6**\xb1\x89**汉", "字\xe6**\xb1\x89**字"},
		{"NUL and bytes that are not UTF-8", "汉\x00语\xff文", "字\x00字\xff字"},
		{"empty", "", ""},
	} {
		doc := pipeline.Parse([]byte(c.source))
		result := doc.Convert(shout)
		assert.Equal(t, c.want, string(result.Output), c.name)
		assert.Empty(t, result.Warnings, c.name)
		assert.Equal(t, c.source, output(c.source, nothing), c.name)
	}
}

// goldmark appends a line break to code that ends without one: in the memory
// behind the source, if there is some.
func TestMemoryBehindTheSourceIsNotTouched(t *testing.T) {
	memory := []byte("```\n汉語x|behind")
	source := memory[:bytes.IndexByte(memory, '|')]
	e, err := convert.New(convert.TW, convert.Glossary([]convert.Word{{Key: "汉", Value: "*a*"}}))
	require.NoError(t, err)
	pipeline.Parse(source).Convert(e)
	pipeline.Parse(append(source[:0:0], source...)).Convert(shout)
	assert.Equal(t, "```\n汉語x|behind", string(memory))
	memory = []byte("汉\n\n    x|behind")
	pipeline.Parse(memory[:bytes.IndexByte(memory, '|')]).Convert(e)
	assert.Equal(t, "汉\n\n    x|behind", string(memory))
}

func TestPlainText(t *testing.T) {
	assert.Equal(t, "`字` [字](字)\n---\n字", output("`汉` [汉](汉)\n---\n汉", shout, pipeline.As(pipeline.Text)))
	assert.Empty(t, output("", shout, pipeline.As(pipeline.Text)))
}

// pairs is a converter that turns 头发 into 頭髮 wherever it stands, across cuts
// or not, and what it sees is kept.
type pairs struct {
	to   string
	seen *[]string
}

func (p pairs) Edits(dst []convert.Edit, text []byte, cuts []int) []convert.Edit {
	shown := string(text)
	for i := len(cuts) - 1; i >= 0; i-- {
		shown = shown[:cuts[i]] + "|" + shown[cuts[i]:]
	}
	for run := range strings.SplitSeq(strings.TrimSuffix(shown, "\xff"), "\xff") {
		*p.seen = append(*p.seen, run)
	}
	for i := 0; ; {
		at := strings.Index(string(text[i:]), "头发")
		if at < 0 {
			return dst
		}
		dst = append(dst, convert.Edit{Start: i + at, End: i + at + 6, New: p.to})
		i += at + 6
	}
}

func TestRunsAndCuts(t *testing.T) {
	for _, c := range []struct{ source, want, runs string }{
		{"头发", "頭髮", "头发"},
		{"**头**发", "**頭**髮", "头|发"},
		{"[头](x)~~发~~", "[頭](x)~~髮~~", "头|发"},
		{"> 头\n> 发", "> 頭\n> 髮", "头|发"},
		{"1. 头\r\n   发", "1. 頭\r\n   髮", "头|发"},
		{"头\n**发**", "頭\n**髮**", "头|发"},
		{"头\nx发", "头\nx发", "头 / x发"},
		{"头  \n发", "头  \n发", "头 / 发"},
		{"头`x`发", "头`x`发", "头 / 发"},
		{"头![x](y)发", "头![x](y)发", "头 / x / 发"},
		{"头<b>发</b>", "頭<b>髮</b>", "头|发"},
		{"头<q>发</q>", "头<q>发</q>", "头 / 发"},
		{"头<i lang=en>x</i>发", "头<i lang=en>x</i>发", "头 / 发"},
		{"<p>\n头\n发 <b>头</b>发", "<p>\n頭\n髮 <b>頭</b>髮", "头|发 |头|发"},
		{"::: tip 头\n发", "::: tip 头\n发", "头 / 发"},
		{"> [!a] 头\n> 发\n> 头\n> 发", "> [!a] 头\n> 发\n> 頭\n> 髮", " 头 / 发|头|发"},
		{"头\\_发", "头\\_发", "头 / 发"},
		{"a_头发_b]", "a_頭髮_b]", "a_头发_b]"},
		{"头\n\n发", "头\n\n发", "头 / 发"},
		{"[头](x \"题\")发", "[頭](x \"题\")髮", "头|发 / 题"},
	} {
		var seen []string
		assert.Equal(t, c.want, output(c.source, pairs{"頭髮", &seen}))
		assert.Equal(t, c.runs, strings.Join(seen, " / "), c.source)
	}
}

func TestEditAcrossACutNeedsACharacterForEach(t *testing.T) {
	for to, want := range map[string]string{"髪": "**头**发", "頭髮絲": "**头**发", "": "**头**发", "头髮": "**头**髮"} {
		var seen []string
		assert.Equal(t, want, output("**头**发", pairs{to, &seen}), to)
	}
}

// What is inserted belongs to what it stands behind, on its side of the markup.
func TestInsertions(t *testing.T) {
	for source, want := range map[string]string{
		"**头发**x":         "**头发丝**x",
		"[头发](x)语":        "[头发丝](x)语",
		"头发":              "头发丝",
		"[头发]\n\n[头发]: x": "[头发丝][头发]\n\n[头发]: x",
	} {
		assert.Equal(t, want, output(source, inserter{}), source)
	}
}

// inserter writes 丝 behind each 头发.
type inserter struct{}

func (inserter) Edits(dst []convert.Edit, text []byte, _ []int) []convert.Edit {
	for at := 0; ; {
		i := strings.Index(string(text[at:]), "头发")
		if i < 0 {
			return dst
		}
		at += i + len("头发")
		dst = append(dst, convert.Edit{Start: at, End: at, New: "丝"})
	}
}

func TestEditsInsideACharacterAreLeftOut(t *testing.T) {
	assert.Equal(t, "头发", output("头发", fixed{{Start: 1, End: 3, New: "x"}}))
	assert.Equal(t, "头发", output("头发", fixed{{Start: 0, End: 2, New: "x"}}))
	assert.Equal(t, "头发", output("头发", fixed{{Start: 0, End: 9, New: "x"}}))
	assert.Equal(t, "x发", output("头发", fixed{{Start: 0, End: 3, New: "x"}, {Start: 0, End: 6, New: "y"}}))
}

// fixed is a converter that always gives the same edits.
type fixed []convert.Edit

func (f fixed) Edits(dst []convert.Edit, _ []byte, _ []int) []convert.Edit { return append(dst, f...) }

func TestNoPieceIsEmptied(t *testing.T) {
	var seen []string
	assert.Equal(t, "**头发**", output("**头发**", pairs{"", &seen}))
	assert.Equal(t, "", output("", pairs{"", &seen}))
	assert.Equal(t, "**x**", output("**头发x**", pairs{"", &seen}))
}

// A converter that writes markup must not get it into the document.
func TestWhatWouldBeOtherMarkdownIsGivenBack(t *testing.T) {
	for _, c := range []struct{ name, source, new, want, warning string }{
		{"a link", "汉\n\n语", "[x](y)", "汉\n\n语", "1:1"},
		{"a list", "语\n\n> 汉", "\n- x", "语\n\n> 汉", "3:3"},
		{"a column", "语\n\n|汉|\n|-|\n|汉|\n", "x|y", "语\n\n|汉|\n|-|\n|汉|\n", "3:2"},
		{"emphasis", "# 汉语", "*x*", "# 汉语", "1:3"},
		{"a link by markup in brackets", "[**语汉**]\n\n[**语文**]: /x", "文", "[**语汉**]\n\n[**语文**]: /x", "1:5"},
		{"a definition that swallows", "汉: /x\n\n[语]", "[语]", "汉: /x\n\n[语]", "1:1"},
	} {
		doc := pipeline.Parse([]byte(c.source))
		result := doc.Convert(mapper(func(r rune) string {
			if r == '汉' {
				return c.new
			}
			return string(r)
		}))
		assert.Equal(t, c.want, string(result.Output), c.name)
		if assert.Len(t, result.Warnings, 1, c.name) {
			assert.Equal(t, c.warning, result.Warnings[0].Position.String(), c.name)
			assert.Contains(t, result.Warnings[0].Message, "left unconverted", c.name)
		}
	}
}

func TestTheRestOfTheDocumentIsConverted(t *testing.T) {
	result := pipeline.Parse([]byte("语\n\n汉\n\n语\n\n- 汉\n")).Convert(mapper(func(r rune) string {
		return map[rune]string{'汉': "`x`", '语': "語"}[r] + map[bool]string{true: string(r)}[r != '汉' && r != '语']
	}))
	assert.Equal(t, "語\n\n汉\n\n語\n\n- 汉\n", string(result.Output))
	assert.Len(t, result.Warnings, 2)
}

func TestResultEdits(t *testing.T) {
	source := "\uFEFF---\na: b\n---\n[汉](x \"语\")文[^1]\n\n[^1]: 汉\n\n尾\n"
	result := pipeline.Parse([]byte(source)).Convert(shout)
	assert.Equal(t, string(result.Output), string(convert.Splice(nil, []byte(source), result.Edits())))
	assert.Len(t, result.Edits(), 5)
}

func TestWarnings(t *testing.T) {
	doc := pipeline.Parse([]byte("\uFEFF汉\n语\xff\x00\xfe\x00"))
	require.Len(t, doc.Warnings(), 2)
	assert.Equal(t, "2:2: 2 bytes are not UTF-8, left unchanged", doc.Warnings()[0].String())
	assert.Equal(t, "2:3: 2 bytes are NUL, left unchanged", doc.Warnings()[1].String())
	assert.Equal(t, "1:1: 1 byte is NUL, left unchanged", pipeline.Parse([]byte("\uFEFF\x00")).Warnings()[0].String())
	assert.Empty(t, pipeline.Parse([]byte("汉\uFFFD")).Warnings())
}

// An Inspector finds what Parse finds, however the stream is divided.
func TestInspector(t *testing.T) {
	for _, source := range []string{"", "汉", "\uFEFF汉\n语\xff\x00\xfe\x00", "\uFEFF\x00", "汉\xe6\xb1", "\xf0\x9f汉\n\xf0\x9f", "a\n\nb\xffc\xed\xa0\x80", "\x80\x80\x80\x80\x80"} {
		want := pipeline.Parse([]byte(source)).Warnings()
		for _, r := range []io.Reader{strings.NewReader(source), iotest.OneByteReader(strings.NewReader(source)), iotest.HalfReader(strings.NewReader(source))} {
			inspector := pipeline.NewInspector(r)
			got, err := io.ReadAll(inspector)
			require.NoError(t, err)
			assert.Equal(t, source, string(got))
			assert.Equal(t, want, inspector.Warnings(), "%q", source)
		}
	}
}

func TestFormatOf(t *testing.T) {
	for format, names := range map[pipeline.Format][]string{
		pipeline.Markdown: {"a.md", "a.MD", "b/a.markdown", "a.mdx", "a.qmd", "a.Rmd", "a.zh-TW.md"},
		pipeline.Text:     {"a.txt", "b/a.TXT"},
	} {
		for _, name := range names {
			f, ok := pipeline.FormatOf(name)
			assert.True(t, ok, name)
			assert.Equal(t, format, f, name)
		}
	}
	for _, name := range []string{"a.html", "md", "", "a."} {
		_, ok := pipeline.FormatOf(name)
		assert.False(t, ok, name)
	}
}
