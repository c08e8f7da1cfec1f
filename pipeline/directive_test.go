package pipeline_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"zhmd/convert"
	"zhmd/pipeline"
)

func TestDirectives(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"off and on", "软件\n\n<!-- zhmd off -->\n\n软件\n\n# 软件\n\n<!-- zhmd on -->\n\n软件", "軟體\n\n<!-- zhmd off -->\n\n软件\n\n# 软件\n\n<!-- zhmd on -->\n\n軟體"},
		{"off and on in a line", "软件<!--zhmd off-->软件<!--zhmd on-->软件", "軟體<!--zhmd off-->软件<!--zhmd on-->軟體"},
		{"off over a footnote", "软件[^a]\n\n<!-- zhmd off -->\n\n[^a]: 软件\n\n<!-- zhmd on -->\n\n[^b]: 软件", "軟體[^a]\n\n<!-- zhmd off -->\n\n[^a]: 软件\n\n<!-- zhmd on -->\n\n[^b]: 軟體"},
		{"skip", "<!-- zhmd skip -->\n<!-- 软件 -->\n\n- 软件\n- 软件\n\n软件", "<!-- zhmd skip -->\n<!-- 软件 -->\n\n- 软件\n- 软件\n\n軟體"},
		{"skip in a list", "- <!-- zhmd skip -->\n\n  软件\n- 软件", "- <!-- zhmd skip -->\n\n  软件\n- 軟體"},
		{"word", "台积电\n\n<!-- zhmd word 台积电=台積電公司 -->\n\n台积电的软件**台积**电", "台積電\n\n<!-- zhmd word 台积电=台積電公司 -->\n\n台積電公司的軟體**台積**電"},
		{"word, protected", "<!-- zhmd word 软件 -->\n\n软件和网络", "<!-- zhmd word 软件 -->\n\n软件和網路"},
		{"word, the later one counts", "<!-- zhmd word 软=一 -->\n<!-- zhmd word 软=二 -->\n\n软", "<!-- zhmd word 软=一 -->\n<!-- zhmd word 软=二 -->\n\n二"},
		{"word, the longest counts", "<!-- zhmd word 软=一 -->\n<!-- zhmd word 软件=二 -->\n\n软件软", "<!-- zhmd word 软=一 -->\n<!-- zhmd word 软件=二 -->\n\n二一"},
		{"word through markup", "<!-- zhmd word 软件=程式 -->\n\n**软**件", "<!-- zhmd word 软件=程式 -->\n\n**程**式"},
		{"text for a version", "坐<!-- zhmd zh-TW: 計程車; zh-HK: 的士 -->出租车<!-- /zhmd -->去", "坐<!-- zhmd zh-TW: 計程車; zh-HK: 的士 -->計程車<!-- /zhmd -->去"},
		{"text for its script", "<!-- zhmd zh-Hant: 甲 -->软件<!-- /zhmd -->", "<!-- zhmd zh-Hant: 甲 -->甲<!-- /zhmd -->"},
		{"text for other versions", "<!-- zhmd zh-HK: 甲 -->软件<!-- /zhmd -->", "<!-- zhmd zh-HK: 甲 -->軟體<!-- /zhmd -->"},
		{"source", "<!-- zhmd source zh-Hant -->\n\n軟件，著名的皇后后里", "<!-- zhmd source zh-Hant -->\n\n軟件，著名的皇后后里"},
		{"text for a version in code", "<pre><!-- zhmd zh-TW: 甲 -->软件<!-- /zhmd --></pre>", "<pre><!-- zhmd zh-TW: 甲 -->软件<!-- /zhmd --></pre>"},
		{"no directive", "<!-- zhmdoff --><!-- not zhmd off -->软件", "<!-- zhmdoff --><!-- not zhmd off -->軟體"},
	} {
		doc := pipeline.Parse([]byte(c.source))
		result := doc.Convert(engine(t, convert.TW))
		assert.Equal(t, c.want, string(result.Output), c.name)
		assert.Empty(t, append(doc.Warnings(), result.Warnings...), c.name)
	}
}

func TestDirectivesInMDX(t *testing.T) {
	source := "{/* zhmd skip */}\n\n软件\n\n软件{/* zhmd off */}软件{/* zhmd on */}"
	want := "{/* zhmd skip */}\n\n软件\n\n軟體{/* zhmd off */}软件{/* zhmd on */}"
	assert.Equal(t, want, output(source, engine(t, convert.TW), pipeline.AlsoReading("mdx")))
}

func TestSkipInMDX(t *testing.T) {
	for source, want := range map[string]string{
		"{/* zhmd skip */}\n\n<A title='软件'>\n软件\n\n<A>\n软件\n</A>\n\n软件\n</A>\n软件": "{/* zhmd skip */}\n\n<A title='软件'>\n软件\n\n<A>\n软件\n</A>\n\n软件\n</A>\n軟體",
		"<A>\n{/* zhmd skip */}\n<>\n软件\n</>\n软件\n</A>":                            "<A>\n{/* zhmd skip */}\n<>\n软件\n</>\n軟體\n</A>",
		"{/* zhmd skip */}\n<A title='软件' />\n软件":                                  "{/* zhmd skip */}\n<A title='软件' />\n軟體",
		"{/* zhmd skip */}\n<A>软件</A>\n软件\n\n软件":                                   "{/* zhmd skip */}\n<A>软件</A>\n软件\n\n軟體",
	} {
		doc := pipeline.Parse([]byte(source), pipeline.Named("a.mdx"))
		assert.Equal(t, want, string(doc.Convert(engine(t, convert.TW)).Output))
		assert.Empty(t, doc.Warnings())
	}
}

func TestDirectivesThatCannotBeObeyed(t *testing.T) {
	for source, want := range map[string]string{
		"软\n<!-- zhmd off -->\n软":                            "2:1: off has no on behind it: the rest of the document is left as it is",
		"<!-- zhmd on -->":                                   "1:1: on has no off before it",
		"<!-- zhmd off --><!-- zhmd off --><!-- zhmd on -->": "1:18: off stands in what is off already",
		"<!-- zhmd of -->":                                   "1:1: not a directive; there is off, on, skip, word, words, source, and zh-TW: text",
		"<!-- zhmd -->":                                      "1:1: not a directive; there is off, on, skip, word, words, source, and zh-TW: text",
		"<!-- zhmd skip two -->":                             "1:1: skip takes nothing; it is for the next block",
		"<!-- zhmd word -->":                                 "1:1: word needs a word, or a word = what becomes of it",
		"<!-- zhmd word a= -->":                              "1:1: word needs a word, or a word = what becomes of it",
		"<!-- zhmd source fr -->":                            `1:1: source: unknown variant "fr": its language is not Chinese (zh); there is zh-Hans, zh-Hant, zh-TW, zh-HK, zh-CN`,
		"<!-- zhmd zh-TW: a -->软":                            "1:1: this text for some versions has no end; write <!-- /zhmd --> behind it",
		"<!-- zhmd zh-TW: a -->**软**<!-- /zhmd -->":          "1:1: text for some versions can replace plain text in one line alone",
		"<!-- zhmd zh-TW: *a* -->软<!-- /zhmd -->":            "1:1: a version's text is missing, or has Markdown's syntax in it",
		"<!-- zhmd zh-XX: a -->软<!-- /zhmd -->":              `1:1: unknown variant "zh-XX": it leaves open which script is meant; there is zh-Hans, zh-Hant, zh-TW, zh-HK, zh-CN`,
		"<!-- /zhmd -->":                                     "1:1: this ends no text for some versions",
	} {
		doc := pipeline.Parse([]byte(source))
		assert.Equal(t, "["+want+"]", fmt.Sprint(doc.Warnings()), source)
	}
	assert.Equal(t, "軟\n<!-- zhmd off -->\n软", output("软\n<!-- zhmd off -->\n软", engine(t, convert.TW)))
}

func TestMediaWiki(t *testing.T) {
	for _, c := range []struct{ source, tw, hans string }{
		{"-{软件}-和软件", "软件和軟體", "软件和软件"},
		{"-{zh-hans:计程车;zh-tw:計程車;zh-hk:的士}-", "計程車", "计程车"},
		{"-{zh-cn:甲; zh-hk:乙}-", "乙", "甲"},
		{"-{zh-hans:甲}-", "甲", "甲"},
		{"-{A|zh-cn:博客;zh-tw:部落格}-，博客和部落格", "部落格，部落格和部落格", "博客，博客和博客"},
		{"-{H|zh-cn:博客;zh-tw:部落格}-\n\n博客", "\n\n部落格", "\n\n博客"},
		{"-{H|zh-cn:博客;zh-tw:部落格}--{-|zh-cn:博客;zh-tw:部落格}-见部落格", "見部落格", "见部落格"},
		{"-{H|大陆=>zh-tw:中國}-大陆", "中國", "大陆"},
		{"-{R|软件}-", "软件", "软件"},
		{"-{zh-cn:甲&lt;乙; zh-tw:丙&nbsp;丁;}-", "丙&nbsp;丁", "甲&lt;乙"},
		{"<div>-{zh-tw:甲;zh-cn:乙}-</div>", "<div>甲</div>", "<div>乙</div>"},
	} {
		opts := pipeline.AlsoReading("mediawiki")
		assert.Equal(t, c.tw, output(c.source, engine(t, convert.TW), opts), c.source)
		assert.Equal(t, c.hans, output(c.source, engine(t, convert.Hans), opts), c.source)
	}
	doc := pipeline.Parse([]byte("-{X|软件}-"), pipeline.AlsoReading("mediawiki"))
	assert.Equal(t, `[1:1: the rule's flag "X" is not known; the rule is left as it is]`, fmt.Sprint(doc.Warnings()))
	assert.Equal(t, "-{軟體}-", output("-{软件}-", engine(t, convert.TW)))
}
