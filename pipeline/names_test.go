package pipeline_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
	"zhmd/pipeline"
)

// TestNames is a table of names in text by which other places lead there, and of what looks
// like them.
func TestNames(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"citations", "见 @fig-汉，@汉2020年 和 [@汉语2020, 第 3 页; -@汉.2021。]", "字 @fig-汉，@汉2020字 字 [@汉语2020, 字 3 字; -@汉.2021。]"},
		{"a key of both scripts", "[@a汉] [-@a汉] @a汉", "[@a汉] [-@a汉] @a字"},
		{"no citations", "请@汉语 a@b.c @ 汉 @，汉 [汉@语]", "字@字字 a@b.c @ 字 @，字 [字@字]"},
		{"a citation in HTML", "<p title=\"@汉 语\">见 @汉 语</p>", "<p title=\"@汉 字\">字 @汉 字</p>"},
		{"ids of blocks", "汉 ^汉id\n语 ^a-b_语 \n- 文 ^文", "字 ^汉id\n字 ^a-b_语 \n- 字 ^文"},
		{"no ids of blocks", "汉^语\n汉 ^语^ 文\n汉 ^ 语", "字^字\n字 ^字^ 字\n字 ^ 字"},
		{"MyST's options", ":::{figure} a\n:name: 汉\n:alt: 语\n\n文\n:::\n\n> :class: 汉", ":::{figure} a\n:name: 汉\n:alt: 字\n\n字\n:::\n\n> :class: 汉"},
		{"no options", ":tada: 汉 :name: 语", ":tada: 字 :name: 字"},
		{"Dataview's fields", "类别:: 书\n- **类 别**:: 书 [键:: 值] (键:: 值)\n> - [ ] a键:: 值\n> 键::\n", "类别:: 字\n- **类 别**:: 字 [键:: 字] (键:: 字)\n> - [ ] a键:: 字\n> 键::\n"},
		{"no fields", "std::汉 ::汉 汉::语 汉，语:: 文", "std::字 ::字 字::字 字，字:: 字"},
	} {
		assert.Equal(t, c.want, output(c.source, shout), c.name)
		requirePromises(t, []byte(c.source))
	}
	assert.Equal(t, "字:: 字 ^字", output("键:: 值 ^值", shout, pipeline.AlsoReading("-wikilinks")))
}

// TestFootnotesForCmark holds what is text in footnotes and what is code against cmark-gfm.
func TestFootnotesForCmark(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"[^1]: 汉\n\n    语\n\na[^1]\n", "[^1]: 字\n\n    字\n\na[^1]\n"},
		{"[^1]: 汉\n   \n    语\n\n文[^1]\n", "[^1]: 字\n   \n    语\n\n字[^1]\n"},
		{"[^1]: 汉\n    \n    语\n\n文[^1]\n", "[^1]: 字\n    \n    字\n\n字[^1]\n"},
		{"[^1]: 汉\n\t\n    语\n\n文[^1]\n", "[^1]: 字\n\t\n    字\n\n字[^1]\n"},
		{"[^1]: 汉\n\n    - 语\n \n      文\n\n汉[^1]\n", "[^1]: 字\n\n    - 字\n \n      文\n\n字[^1]\n"},
		{"[^1]: 汉\n \n    - 语\n\n    文\n\n汉[^1]\n", "[^1]: 字\n \n    - 语\n\n    文\n\n字[^1]\n"},
		{"> [^1]: 汉\n>\n>     语\n\n文[^1]\n", "> [^1]: 字\n>\n>     语\n\n字[^1]\n"},
		{"- [^1]: 汉\n     \n      语\n\n文[^1]\n", "- [^1]: 字\n     \n      语\n\n字[^1]\n"},
		{"[^1]: 汉\r\n\r\n    语\r\n\r\n文[^1]\r\n", "[^1]: 字\r\n\r\n    字\r\n\r\n字[^1]\r\n"},
	} {
		assert.Equal(t, c.want, output(c.source, shout), "%q", c.source)
		want, _ := cmark(t, []byte(c.source))
		got, _ := cmark(t, []byte(c.want))
		require.Equal(t, want, got, "%q", c.source)
	}
}

// TestTextOfShortcodeIsProse changes an argument of a shortcode in a version that is parsed
// again.
func TestTextOfShortcodeIsProse(t *testing.T) {
	e, err := convert.New(convert.TW, convert.Glossary([]convert.Word{{Key: "网络", Value: "*网*"}}))
	require.NoError(t, err)
	source := "{{< glossary_tooltip text=\"容器软件\" term_id=\"软件\" >}}\n\n网络\n\n<p>{{< glossary_tooltip term_id=\"软件\" text=\"软件\" >}}</p>"
	result := pipeline.Parse([]byte(source)).Convert(e)
	assert.Equal(t, "{{< glossary_tooltip text=\"容器軟體\" term_id=\"软件\" >}}\n\n网络\n\n<p>{{< glossary_tooltip term_id=\"软件\" text=\"軟體\" >}}</p>", string(result.Output))
	assert.Len(t, result.Warnings, 1, "the block with emphasis")
}
