package pipeline_test

import (
	"fmt"
	"testing"

	"zhmd/convert"
	"zhmd/pipeline"
)

// syntaxShapes are of what is read beside Markdown.
var syntaxShapes = []shape{
	times("{{< a "), times("{{"), times("{{ a }} 头 "), times("{% a"), times("{#"), times("{: a "), times("{.a "), times("{a=\""), times("{"), times("{\n"), times("{`"),
	times("$a $"), times("$a"), times("$$"), times("$$\n"), times("$$a\n"), times("$`a"), times("a$ "), times("\\("), times("\\[a "),
	times("[[a"), times("[[a|"), times("![[a"), times("[[头|发]]"), times("> [!a"), times("> [!a] 头\n\n"), times("[!"),
	times(":::"), times(":::\n"), times("::: a 头\n"), times("///\n"), times("!!! a \"头\"\n"), times("!!! a\n    "), times("=== \"头\"\n"), times("??? a "),
	times("-{"), times("-{头}-"), times("-{A|zh-hans:头;zh-hant:頭}-"), times("-{H|头=>zh-tw:頭}-\n\n"), times("-{-|zh-tw:头}-"),
	each("different rules", func(i int) string { return fmt.Sprintf("-{A|zh-hans:头%d;zh-tw:頭%d}-头%d", i, i, i) }),
	times("import a\n"), times("import a\n\n"), times("{/* zhmd off */}"),
	times("<!-- zhmd off --><!-- zhmd on -->头"), times("<!-- zhmd off -->"), times("<!-- zhmd on -->头\n"), times("<!-- zhmd skip -->\n\n头\n\n"), times("<!-- zhmd -->头"),
	times("<!-- zhmd word 头=頭 -->头"), times("<!-- zhmd zh-TW: 頭 -->头<!-- /zhmd -->"), times("头<!-- zhmd zh-TW: 頭 -->"),
	each("different words", func(i int) string { return fmt.Sprintf("<!-- zhmd word 头%d=頭 -->头%d头\n\n", i, i) }),
	times("<div lang=en>\n\n头"), times("<div lang=en>头</div>\n\n"), times("<p><svg>\n\n"), times("<b @a=\""), times("<a <b "), times("<a b=c "), times("<div title='头"), times("<p>\n头\n"),
	between("", "{{", "}}"), between("", "{{ a ", "}}"), between("", "{{ ", "] }}"), between("", "{% `\n", "%}"), between("", "$`a ", "$"), between("{{ ", "<!--", "--> }}"),
	between("{{ ", "<a", "}}"), between("::: tip ", "<a ", ""), then("", between("`", "<a ", "\n"), times(":::\n")), between("", "\\[`", "\\]"), between("", "-{`", "}-"),
	each("different elements", func(i int) string { return fmt.Sprintf("<x%d lang=\"en\">\n\n", i) }),
	times("{a\n"), times("{`a\n"), times("{a\n\n"), times("<Foo\n"), times("<Foo a={\n"), times("<Foo\n a=\"\n\n"), times("export {\n\n"), times("import {a\n"), times("export a = `${"),
	times("> <A\n>\n"), times("- <A\n"), times("<A>{"), times("<A b={<A b={`${"), times("{a} b\n"), times("<A\n/> b\n"), times("{'\n"), times("a <b\n\n"), times("<!--\n\n"), times("        - a\n"), times("{/["), then("{", times("<A>"), times("a\n\n")),
	times("<<< a\n"), times("--8<--\n"),
	times("<% "), times("<%\n"), times("<%\n%>\n"), times("a:: "), times("a::\n"), times("@a"), times("@a."), times(" ^a"), times(" ^a\n"), times(":name: "), times("[[a|["), times("[[a|[b]"),
	between("<p>", "`<b>", "</p>"), between("<p>", "``<b>`", "</p>"), times("|a|\n|-|-|\n"), times("[^a]: b\n \n    c\n"), between("[^a]: b\n", "\n    c\n", ""), times("{{< tab lang=a >}}"), times("{{< glossary_tooltip text=\"头\" >}}"), times("> :::\n["),
	between("<p>", "{{ ", "</p>"), between("<p>", "$a ", "</p>"), between("<p>", "](", "</p>"), between("<p>", "` `` ", "</p>"), between("<p>", "{a=", "</p>"), between("<p>", "[[a", "</p>"), times("<p title='{{ '>"),
	times("](頭{{ a }}头"), times("{{< code >}}"), times("<a href='#头'>"), times("<p translate=no>头"),
	times("{{< raw >}}头"), times("{{< highlight >}}\n\n头\n\n"),
	times("# 头\n"), times("# 头\n\n[a](#头)\n"), times("头\n==\n"),
	each("different headings", func(i int) string { return fmt.Sprintf("# 头 %d\n\n[a](#头-%d)\n", i, i) }),
	between("---\n", "title: 头\n", "---\n"), between("---\ntitle: '", "头''", "'\n---\n"), between("---\ntitle: [", "头,", "]\n---\n"),
	between("+++\n", "[[a]]\ntitle = '头'\n", "+++\n"), between("{\"title\":[", "\"头\",", "\"a\"]}\n"), between("---\n", "title:\n  ", "---\n"),
}

// TestHostileSyntax converts each of the shapes with all syntax on and headings pinned,
// and as it is by default.
func TestHostileSyntax(t *testing.T) {
	opts := []pipeline.Option{
		pipeline.AlsoReading("mdx,mediawiki,backslash-math"),
		pipeline.Anchors(pipeline.PinAnchors, pipeline.Hugo),
	}
	for _, s := range syntaxShapes {
		doc := pipeline.Parse(s.hostile(), opts...)
		doc.Convert(engine(t, convert.TW))
		source := s.hostile()
		doc = pipeline.Parse(source)
		doc.Links()
		requireKept(t, s.name, source, doc.Convert(engine(t, convert.Hans)).Output)
	}
}
