package pipeline_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/pipeline"
)

// TestSyntax is a table of all markup beside Markdown that is known; 字 stands
// where text is converted.
func TestSyntax(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"math", "汉 $x_汉 + y_语$ 汉", "字 $x_汉 + y_语$ 字"},
		{"math, GitHub's", "汉 $`汉`$ 语", "字 $`汉`$ 字"},
		{"math, displayed in a line", "汉 $$汉 * 语 * 文$$ 语", "字 $$汉 * 语 * 文$$ 字"},
		{"math, displayed", "汉\n$$\n汉\n= 语\n\n- 文\n$$\n汉", "字\n$$\n汉\n= 语\n\n- 文\n$$\n字"},
		{"math in a container", "> $$\n> 汉\n> $$\n> 汉", "> $$\n> 汉\n> $$\n> 字"},
		{"math, not closed", "$$\n汉\n", "$$\n字\n"},
		{"money", "汉 $5 语 $6，$7汉$8", "字 $5 字 $6，$7字$8"},
		{"shell variables", "汉$HOME汉$PATH汉", "字$HOME字$PATH字"},
		{"half-open intervals", "汉 $(0, 1]$，语 $[0, 1)$ 文 $r$。", "字 $(0, 1]$，字 $[0, 1)$ 字 $r$。"},
		{"math before a unit", "汉$40$MB，语$2.5$文，$x$y 汉", "字$40$MB，字$2.5$字，$x$y 字"},
		{"dollars of templates", "[汉](~${a}.b) 语${c}文。汉[语](~${a}.d) 文${a}汉${b}语", "[字](~${a}.b) 字${c}字。字[字](~${a}.d) 字${a}字${b}字"},
		{"a dollar in a target", "$a，汉 [语](/文$) 汉", "$a，字 [字](/文$) 字"},
		{"an escaped dollar", `\$汉$ 语$`, `\$字$ 字$`},
		{"a dollar in code", "`$`汉`$`", "`$`字`$`"},
		{"backslash math is off", `\(汉\) \[1\]`, `\(字\) \[1\]`},
		{"shortcodes", `{{< figure src="汉" title="语" >}}汉{{% 语 %}}`, `{{< figure src="汉" title="语" >}}字{{% 语 %}}`},
		{"shortcode with markup in it", "{{< a \"汉_语_文*汉*\" >}}", "{{< a \"汉_语_文*汉*\" >}}"},
		{"shortcode over two lines", "汉{{< a\n  \"汉\" >}}汉", "字{{< a\n  \"汉\" >}}字"},
		{"shortcode in a link", "[汉]({{< ref \"汉\" >}})", "[字]({{< ref \"汉\" >}})"},
		{"shortcodes around prose", "{{< note >}}\n汉\n{{< /note >}}", "{{< note >}}\n字\n{{< /note >}}"},
		{"shortcodes around code", "{{< highlight go >}}\n汉\n\n语\n{{< /highlight >}}\n\n汉", "{{< highlight go >}}\n汉\n\n语\n{{< /highlight >}}\n\n字"},
		{"math that HTML begins in", "$$\n<pre>$$\n汉", "$$\n<pre>$$\n汉"},
		{"math with a comment and code in it", "$$\n<!-- c -->\n\\text{汉}\n<pre>汉</pre>\n```\n汉\n```\n$$\n汉", "$$\n<!-- c -->\n\\text{汉}\n<pre>汉</pre>\n```\n汉\n```\n$$\n字"},
		{"math that code begins in", "> $$\n> ```\n> $$\n> 汉", "> $$\n> ```\n> $$\n> 汉"},
		{"Liquid around code", "{% highlight go %}\n汉\n{% endhighlight %}\n汉 {%- raw -%} 汉 {% endraw %} 汉", "{% highlight go %}\n汉\n{% endhighlight %}\n字 {%- raw -%} 汉 {% endraw %} 字"},
		{"code shortcode that nothing closes", "{{< code >}}汉\n\n汉", "{{< code >}}汉\n\n字"},
		{"Liquid", `{% include "汉" %}汉{{ 语 | 文 }}`, `{% include "汉" %}字{{ 语 | 文 }}`},
		{"an expression of Vue's", "汉 {{ 汉.语 }} 汉", "字 {{ 汉.语 }} 字"},
		{"unclosed braces", "汉 {{ 汉", "字 {{ 字"},
		{"attributes", "![汉](a){width=50% title=\"汉\"} [汉](b){.汉} {#汉}汉", "![字](a){width=50% title=\"汉\"} [字](b){.汉} {#汉}字"},
		{"kramdown's attributes", "汉\n{: .汉 title=\"语\"}\n", "字\n{: .汉 title=\"语\"}\n"},
		{"braces that are none", "{汉} { .汉 } {.汉", "{字} { .汉 } {.字"},
		{"heading with an id", "# 汉 {#语}", "# 字 {#语}"},
		{"wiki links", "[[汉]] [[汉#语|文]] ![[汉.png]] ![[汉.png|语]]", "[[汉]] [[汉#语|字]] ![[汉.png]] ![[汉.png|字]]"},
		{"wiki link in a table", "|汉|\n|-|\n|[[汉\\|语]]|", "|字|\n|-|\n|[[汉\\|字]]|"},
		{"tables", "|汉|\n|-|\n|    汉|\n    汉\n|汉|", "|字|\n|-|\n|    字|\n    汉\n|字|"},
		{"a table that is none", "| 汉 | 语 |\n| - | - | - |\n| 文` | 汉`语 |\n", "| 字 | 字 |\n| - | - | - |\n| 字` | 汉`字 |\n"},
		{"a table that is one to goldmark", "|汉|语|\n|-|-|-|\n|` 汉|`语`|文\n", "|字|字|\n|-|-|-|\n|` 汉|`语`|字\n"},
		{"a table outside of its quote", "> |汉`|语`|\n|-|-|\n\n> |文|汉|\n> |-|-|\n|语`|汉`|\n\n- |文`|汉`|\n|-|-|\n", "> |字`|语`|\n|-|-|\n\n> |字|字|\n> |-|-|\n|语`|汉`|\n\n- |字`|汉`|\n|-|-|\n"},
		{"a table of few cells", "|汉|语|\n|-|\n|文|`汉`|\n", "|字|字|\n|-|\n|字|`汉`|\n"},
		{"a table in a list", "-   |汉|语|\n    |-|-|\n    |汉|语|", "-   |字|字|\n    |-|-|\n    |字|字|"},
		{"a comment that nothing closes", "汉 <!-- 汉\n语*汉*\n\n汉", "字 <!-- 汉\n语*汉*\n\n字"},
		{"a link in brackets", "[[汉](语)] [[文]](语) [[汉]]\n\n[汉]: /语", "[[字](语)] [[字]](语) [[字][汉]]\n\n[汉]: /语"},
		{"brackets that are no wiki link", "[[汉[语]]] [[汉\n]]", "[[字[字]]] [[字\n]]"},
		{"brackets in the text of a wiki link", "汉[[语|[文]]] [[汉|a[语]b]] [[汉|[文]] [[汉|a]语]]", "字[[语|[字]]] [[汉|a[字]b]] [[字|[字]] [[字|a]字]]"},
		{"Templater", "<%*\nlet a = [\"汉\"];\n\n汉\n%>\n\n汉 <% \"语\" %> 文 <% 汉\n\n<%\n汉", "<%*\nlet a = [\"汉\"];\n\n汉\n%>\n\n字 <% \"语\" %> 字 <% 字\n\n<%\n字"},
		{"EJS in HTML", "<p>汉<% 语 %>文 <%= 汉 %></p>", "<p>字<% 语 %>字 <%= 汉 %></p>"},
		{"a heading's id in a comment", "## 汉 {/*汉*/}\n\n{/* zhmd off */}\n\n语", "## 字 {/*汉*/}\n\n{/* zhmd off */}\n\n字"},
		{"tabs of code", "{{< tab name=\"汉\" codelang=\"bash\" >}}\n语\n\n# 文\n{{< /tab >}}\n\n{{% tab header=\"汉\" lang=\"a\" %}}汉{{% /tab %}}汉\n\n{{< tabpane lang=\"a\" >}}\n{{< tab >}}\n汉\n{{< /tab >}}\n{{< /tabpane >}}\n\n汉", "{{< tab name=\"汉\" codelang=\"bash\" >}}\n语\n\n# 文\n{{< /tab >}}\n\n{{% tab header=\"汉\" lang=\"a\" %}}汉{{% /tab %}}字\n\n{{< tabpane lang=\"a\" >}}\n{{< tab >}}\n汉\n{{< /tab >}}\n{{< /tabpane >}}\n\n字"},
		{"tabs of text", "{{< tab name=\"汉\" >}}\n语\n{{< /tab >}}{{< tabpane text=true lang=\"zh\" >}}文{{< /tabpane >}}", "{{< tab name=\"汉\" >}}\n字\n{{< /tab >}}{{< tabpane text=true lang=\"zh\" >}}字{{< /tabpane >}}"},
		{"text in a shortcode", "汉 {{< glossary_tooltip text=\"汉\" term_id=\"语\" >}} 文", "字 {{< glossary_tooltip text=\"字\" term_id=\"语\" >}} 字"},
		{"containers", "::: tip 汉\n语\n:::\n\n:::: 汉语 文\n汉\n::::", "::: tip 字\n字\n:::\n\n:::: 汉语 字\n字\n::::"},
		{"containers, Docusaurus's", ":::note[汉 **语**]{.汉}\n\n汉\n\n:::", ":::note[字 **字**]{.汉}\n\n字\n\n:::"},
		{"containers, Pandoc's", "::: {.汉 #语}\n汉\n:::", "::: {.汉 #语}\n字\n:::"},
		{"containers, Pymdown's", "/// note | 汉\n语\n///", "/// note | 字\n字\n///"},
		{"container in a list", "- 汉\n\n  ::: tip\n  语\n  :::\n", "- 字\n\n  ::: tip\n  字\n  :::\n"},
		{"a definition before a container's line", "[汉]:\n:::语\n", "[汉]:\n:::语\n"},
		{"no container", "汉 ::: 语\n:: 汉", "字 ::: 字\n:: 字"},
		{"admonitions", "!!! note \"汉\"\n    语\n\n    - 文\n\n        汉\n\n汉", "!!! note \"字\"\n    字\n\n    - 字\n\n        字\n\n字"},
		{"admonition, collapsed", "???+ 汉语 \"文\"\n\n    汉", "???+ 汉语 \"字\"\n\n    字"},
		{"admonition without a title", "!!! warning inline end\n    汉\n\n        汉", "!!! warning inline end\n    字\n\n        汉"},
		{"tabs", "=== \"汉\"\n\n    语\n", "=== \"字\"\n\n    字\n"},
		{"no admonition", "!!! 汉语\n\n    汉", "!!! 字字\n\n    汉"},
		{"alerts", "> [!NOTE]\n> 汉\n\n> [!汉语]- 文\n> 汉", "> [!NOTE]\n> 字\n\n> [!汉语]- 字\n> 字"},
		{"no alert", "汉\n\n> 汉 [!汉]", "字\n\n> 字 [!字]"},
		{"HTML block", "<div class=\"汉\" title=\"汉\">\n  汉<br>语 <em>文</em>\n</div>", "<div class=\"汉\" title=\"字\">\n  字<br>字 <em>字</em>\n</div>"},
		{"attributes of HTML", `<img alt='汉' src="汉"> <a aria-label=汉 placeholder="汉&amp;语" data-title="汉">`, `<img alt='字' src="汉"> <a aria-label=字 placeholder="字&amp;字" data-title="汉">`},
		{"HTML block in a quote", "> <div>\n> 汉\n> <p title=\"汉\n> 语\">文</p>\n> </div>", "> <div>\n> 字\n> <p title=\"字\n> 字\">字</p>\n> </div>"},
		{"code in HTML", "<p>汉<code>汉</code>语</p>\n\n<pre>\n汉\n\n语</pre>\n\n<script>'汉<b>'</script>\n<style>/*汉*/</style>", "<p>字<code>汉</code>字</p>\n\n<pre>\n汉\n\n语</pre>\n\n<script>'汉<b>'</script>\n<style>/*汉*/</style>"},
		{"code with tags in HTML", "</Tabs>\n- 汉 `语<KEY>` 语 `a` 文 `<b title=\"汉\">汉</b>` 汉\n- 语 `汉` ` 文 ``` <i>汉</i>", "</Tabs>\n- 字 `语<KEY>` 字 `a` 字 `<b title=\"汉\">汉</b>` 字\n- 字 `汉` ` 字 ``` <i>字</i>"},
		{"an element that begins in code in HTML", "<div>\n`<script>` 汉\n</div>\n\n汉", "<div>\n`<script>` 汉\n</div>\n\n字"},
		{"code in HTML over blocks", "<svg>\n<text>汉</text>\n\n汉\n\n<svg>汉</svg>\n\n汉\n\n</svg>\n\n汉", "<svg>\n<text>汉</text>\n\n汉\n\n<svg>汉</svg>\n\n汉\n\n</svg>\n\n字"},
		{"not to be translated", "<p translate=no>汉</p><p class='a notranslate'>汉</p><p lang=en>汉</p><p lang=zh-TW>汉</p><p lang=\"ja\" title=\"汉\">", "<p translate=no>汉</p><p class='a notranslate'>汉</p><p lang=en>汉</p><p lang=zh-TW>字</p><p lang=\"ja\" title=\"汉\">"},
		{"not to be translated, over blocks", "<div lang=\"ja\">\n\n汉\n\n# 汉\n\n</div>\n\n汉", "<div lang=\"ja\">\n\n汉\n\n# 汉\n\n</div>\n\n字"},
		{"not to be translated, never closed", "<div lang=\"ja\">汉\n\n汉", "<div lang=\"ja\">汉\n\n字"},
		{"not to be translated, in a line", "汉<span lang=\"ja\">汉<span>汉</span>汉</span>汉", "字<span lang=\"ja\">汉<span>汉</span>汉</span>字"},
		{"details", "<details>\n<summary>汉</summary>\n\n汉\n\n</details>", "<details>\n<summary>字</summary>\n\n字\n\n</details>"},
		{"a component with an event", `汉<B @click="a('汉')" #汉>语</B>`, `字<B @click="a('汉')" #汉>字</B>`},
		{"a tag that is not closed", "<div title=\"汉\n语", "<div title=\"汉\n语"},
		{"a comment that is not closed", "<!-- 汉\n语", "<!-- 汉\n语"},
		{"comments", "<!-- 汉 -->\n\n汉<!-- 汉 -->汉", "<!-- 汉 -->\n\n字<!-- 汉 -->字"},
	} {
		doc := pipeline.Parse([]byte(c.source))
		result := doc.Convert(shout)
		assert.Equal(t, c.want, string(result.Output), c.name)
		assert.Empty(t, result.Warnings, c.name)
		assert.Empty(t, doc.Warnings(), c.name)
		assert.Equal(t, c.source, output(c.source, nothing), c.name)
	}
}

// TestSyntaxIsOptional asserts that each part can be turned off, and on.
func TestSyntaxIsOptional(t *testing.T) {
	for _, c := range []struct{ change, source, off, on string }{
		{"math", "$汉$", "$字$", "$汉$"},
		{"backslash-math", `\(汉*语*\) \[文\]`, `\(字*字*\) \[字\]`, `\(汉*语*\) \[文\]`},
		{"shortcodes", "{{< 汉 >}}", "{{< 字 >}}", "{{< 汉 >}}"},
		{"liquid", "{% 汉 %}", "{% 字 %}", "{% 汉 %}"},
		{"mustache", "{{ 汉 }}", "{{ 字 }}", "{{ 汉 }}"},
		{"attributes", "汉{.汉}", "字{.字}", "字{.汉}"},
		{"wikilinks", "[[汉]]", "[[字]]", "[[汉]]"},
		{"containers", ":::汉", ":::字", ":::汉"},
		{"admonitions", "!!! 汉 \"语\"", "!!! 字 \"字\"", "!!! 汉 \"字\""},
		{"alerts", "> [!汉]", "> [!字]", "> [!汉]"},
		{"mdx", "import 汉 from '汉'\n\n{/* 汉\n\n汉 */}\n\n汉{汉({a: '}汉'})}汉", "import 字 from '字'\n\n{/* 字\n\n字 */}\n\n字{字({a: '}字'})}字", "import 汉 from '汉'\n\n{/* 汉\n\n汉 */}\n\n字{汉({a: '}汉'})}字"},
		{"html", "<p title=\"汉\">汉</p>\n\n汉<b title=\"汉\">汉</b><code>汉</code>", "<p title=\"汉\">汉</p>\n\n字<b title=\"汉\">字</b><code>汉</code>", "<p title=\"字\">字</p>\n\n字<b title=\"字\">字</b><code>汉</code>"},
		{"directives", "<!-- zhmd off -->\n\n汉\n\n<!-- zhmd on -->", "<!-- zhmd off -->\n\n字\n\n<!-- zhmd on -->", "<!-- zhmd off -->\n\n汉\n\n<!-- zhmd on -->"},
	} {
		without := "-" + c.change
		switch c.change {
		case "liquid", "mustache", "shortcodes":
			without = "-" + strings.Join(pipeline.SyntaxNames, ",-") // the others read {{ and {% too
		}
		assert.Equal(t, c.off, output(c.source, shout, pipeline.AlsoReading(without)), "without %s", c.change)
		for _, with := range []string{c.change, "+" + strings.ToUpper(c.change)} {
			require.NoError(t, pipeline.CheckSyntax(without+", "+with))
			assert.Equal(t, c.on, output(c.source, shout, pipeline.AlsoReading(without+", "+with)), "with %s", c.change)
		}
	}
	assert.ErrorContains(t, pipeline.CheckSyntax("math,maths"), `unknown syntax "maths"; there is math,`)
}
