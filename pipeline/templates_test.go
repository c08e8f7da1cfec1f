package pipeline_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"zhmd/convert"
	"zhmd/pipeline"
)

// TestTemplates is a table of what site generators put where Markdown's grammar
// does not see it.
func TestTemplates(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"component over lines", "<MyCard\n  v-if=\"汉\"\n  :a=\"1\"\n>\n汉\n</MyCard>", "<MyCard\n  v-if=\"汉\"\n  :a=\"1\"\n>\n字\n</MyCard>"},
		{"no component that ends in a target", "[<A=](>汉)\n\n[<A b=\"](c\">汉)", "[<A=](>汉)\n\n[<A b=\"](c\">字)"},
		{"a component with a link in it", "<Foo v-a=\"[汉](语)\" @b>文", "<Foo v-a=\"[汉](语)\" @b>字"},
		{"no component, in any case", "<StYle\n=>\n汉", "<StYle\n=>\n汉"},
		{"component with an event", "<Foo\n  @click=\"汉()\"\n  id=\"汉\"\n/>", "<Foo\n  @click=\"汉()\"\n  id=\"汉\"\n/>"},
		{"component with a slot", `<Foo v-slot:汉="语" id="文">`, `<Foo v-slot:汉="语" id="文">`},
		{"no component", "a <b 汉> <c 语", "a <b 字> <c 字"},
		{"templates in HTML", "<p>{{ \"汉\" | upcase }}汉</p>\n<div>{% include 汉.html %}{{< ref \"汉.md\" >}} $汉$ [[汉]] [[汉|语]]</div>", "<p>{{ \"汉\" | upcase }}字</p>\n<div>{% include 汉.html %}{{< ref \"汉.md\" >}} $汉$ [[汉]] [[汉|字]]</div>"},
		{"templates in attributes", "<span title=\"{{ 汉 }}语\">汉</span>", "<span title=\"{{ 汉 }}字\">字</span>"},
		{"Markdown in HTML", "<figure markdown=\"span\">\n  ![汉](语.png){ title=\"文\" }`汉`\n</figure>", "<figure markdown=\"span\">\n  ![字](语.png){ title=\"文\" }`汉`\n</figure>"},
		{"targets behind templates", "![汉]({{ site.baseurl }}/图片/汉.png) 汉 [汉]({{ \"/a\" | b }}#汉) 汉", "![字]({{ site.baseurl }}/图片/汉.png) 字 [字]({{ \"/a\" | b }}#汉) 字"},
		{"includes", "汉\n<<< @/snippets/汉.js{1,3}\n汉\n\n--8<-- \"汉.md\"\n\n--8<--\n汉.md\n\n语.md\n--8<--\n\n@include(./汉.md)\n汉", "字\n<<< @/snippets/汉.js{1,3}\n字\n\n--8<-- \"汉.md\"\n\n--8<--\n汉.md\n\n语.md\n--8<--\n\n@include(./汉.md)\n字"},
		{"front matter", "---\nsummary: 见 [汉](/语/) 和 `文` {{< ref \"汉\" >}}\ntitle: \"{{ 汉 }}\"\n---\n", "---\nsummary: 字 [字](/语/) 字 `文` {{< ref \"汉\" >}}\ntitle: \"{{ 汉 }}\"\n---\n"},
		{"code with HTML in it", "{{< highlight html >}}\n<div lang=en>汉</div>\n{{< /highlight >}}\n\n汉\n\n# 语", "{{< highlight html >}}\n<div lang=en>汉</div>\n{{< /highlight >}}\n\n字\n\n# 字"},
		{"an element from code that goes on behind it", "[^汉]: {% raw %}\n<style>\n\n汉", "[^汉]: {% raw %}\n<style>\n\n汉"},
		{"an element in code", "{% raw %}\n<style>\n\n汉\n</style>汉{% endraw %}\n\n汉", "{% raw %}\n<style>\n\n汉\n</style>汉{% endraw %}\n\n字"},
		{"code with odd markup in it", "{% raw %}\n<div>{{ 汉 }}</div>\n{% endraw %}\n\n汉 {% codeblock 汉 lang:js %}\n<b>汉</b>\n{% endcodeblock %}\n汉 `语`", "{% raw %}\n<div>{{ 汉 }}</div>\n{% endraw %}\n\n字 {% codeblock 汉 lang:js %}\n<b>汉</b>\n{% endcodeblock %}\n字 `语`"},
		{"code shortcode that nothing closes, CRLF", "{{< code >}}汉\r\n汉\r\n\r\n汉", "{{< code >}}汉\r\n汉\r\n\r\n字"},
		{"code shortcode that nothing closes, on its line", "{{< code >}}\n汉\n\n汉", "{{< code >}}\n汉\n\n字"},
		{"paragraphs without closing tags", "<p translate=\"no\">汉\n<p>语\n\n汉\n\n<p>语</p>\n\n汉", "<p translate=\"no\">汉\n<p>字\n\n字\n\n<p>字</p>\n\n字"},
		{"CriticMarkup", "汉 {--语--} {++文++}", "字 {--字--} {++字++}"},
	} {
		doc := pipeline.Parse([]byte(c.source))
		result := doc.Convert(shout)
		assert.Equal(t, c.want, string(result.Output), c.name)
		assert.Empty(t, append(doc.Warnings(), result.Warnings...), c.name)
		assert.Equal(t, c.source, output(c.source, nothing), c.name)
	}
}

func TestMDX(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"tabs", "<Tabs\n  defaultValue=\"汉\"\n  values={[{value: \"汉\"}]}>\n汉\n</Tabs>", "<Tabs\n  defaultValue=\"汉\"\n  values={[{value: \"汉\"}]}>\n字\n</Tabs>"},
		{"braces", "汉 <Foo data={[1, 2].map(x => x > 1)} id=\"汉\"> <Foo icon={<Icon name=\"汉\" />} id=\"语\" /> <Foo {...汉} name=\"文\">", "字 <Foo data={[1, 2].map(x => x > 1)} id=\"汉\"> <Foo icon={<Icon name=\"汉\" />} id=\"语\" /> <Foo {...汉} name=\"文\">"},
		{"in HTML", "<div title={`汉`}>{t(\"汉\")}语</div>\n\n<p>\n {translate({id: '汉'})}\n</p>", "<div title={`汉`}>{t(\"汉\")}字</div>\n\n<p>\n {translate({id: '汉'})}\n</p>"},
		{"modules", "export const Foo = () => {\n  const a = '汉';\n\n  return <span title=\"汉\">{a}</span>;\n}\n\n汉\n\nexport const a = `\n汉\n\n语\n`;\n\nimport a from '汉'\n\n汉", "export const Foo = () => {\n  const a = '汉';\n\n  return <span title=\"汉\">{a}</span>;\n}\n\n字\n\nexport const a = `\n汉\n\n语\n`;\n\nimport a from '汉'\n\n字"},
		{"directives", "{/* zhmd\n off */}\n\n汉\n\n{/* zhmd on */}\n\n<details>\n{/* zhmd off */}\n汉\n{/* zhmd on */}\n语\n</details>", "{/* zhmd\n off */}\n\n汉\n\n{/* zhmd on */}\n\n<details>\n{/* zhmd off */}\n汉\n{/* zhmd on */}\n字\n</details>"},
	} {
		doc := pipeline.Parse([]byte(c.source), pipeline.Named("a.mdx"))
		result := doc.Convert(shout)
		assert.Equal(t, c.want, string(result.Output), c.name)
		assert.Empty(t, append(doc.Warnings(), result.Warnings...), c.name)
	}
}

func TestAnchorsOfHTML(t *testing.T) {
	doc := pipeline.Parse([]byte("## 软件\n\n<a href=\"#软件\">a</a>\n\n<div><a href=\"#软件\">b</a></div>\n"))
	assert.Len(t, doc.Convert(engine(t, convert.TW)).Warnings, 2)
	for _, mode := range []pipeline.AnchorMode{pipeline.WarnAnchors, pipeline.PinAnchors} {
		doc = pipeline.Parse([]byte("<a id=\"软件\"></a>\n\n# 软件\n\n[a](#软件)\n"), pipeline.Anchors(mode, pipeline.GitHub))
		result := doc.Convert(engine(t, convert.TW))
		assert.Empty(t, result.Warnings, "the id is still there")
		assert.Equal(t, "<a id=\"软件\"></a>\n\n# 軟體\n\n[a](#软件)\n", string(result.Output))
	}
}

func TestDirectivesThatAreUnclear(t *testing.T) {
	for source, want := range map[string]string{
		"<!-- zhmd zh-TX : 甲 -->软件<!-- /zhmd -->软件":          "<!-- zhmd zh-TX : 甲 -->软件<!-- /zhmd -->軟體",
		"<!-- zhmd zh-TW: 甲 -->\n软件\n<!-- /zhmd -->\n\n软件":   "<!-- zhmd zh-TW: 甲 -->\n软件\n<!-- /zhmd -->\n\n軟體",
		"<div>\n<!-- zhmd skip -->\n<p>软件</p>\n</div>\n\n软件": "<div>\n<!-- zhmd skip -->\n<p>軟體</p>\n</div>\n\n軟體",
	} {
		doc := pipeline.Parse([]byte(source))
		assert.Equal(t, want, string(doc.Convert(engine(t, convert.TW)).Output))
		assert.Len(t, doc.Warnings(), 1, fmt.Sprint(source, doc.Warnings()))
	}
}
