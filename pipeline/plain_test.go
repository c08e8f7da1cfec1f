package pipeline_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"zhmd/convert/converttest"
	"zhmd/pipeline"
	"zhmd/pipeline/internal/frontmatter"
)

// commonmark and gfm read Markdown as programs do that know no markup beside it.
var (
	commonmark = goldmark.New()
	gfm        = goldmark.New(goldmark.WithExtensions(extension.GFM))
)

// targets lists what no conversion may change, whichever program reads the
// document: destinations, labels, autolinks, code and the skeleton of HTML.
func targets(md goldmark.Markdown, source []byte) (all []string) {
	source = slices.Clip(bytes.TrimPrefix(source, []byte("\uFEFF")))
	source = source[frontmatter.Len(source):]
	must(ast.Walk(md.Parser().Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n.(type) {
		case *ast.Link, *ast.Image, *ast.AutoLink, *ast.LinkReferenceDefinition, *ast.FencedCodeBlock, *ast.CodeBlock, *ast.CodeSpan, *ast.HTMLBlock, *ast.RawHTML:
			var b strings.Builder
			fmt.Fprint(&b, n.Kind())
			status := keptOf(&b, n, source)
			all = append(all, b.String())
			return status, nil
		}
		return ast.WalkContinue, nil
	}))
	return all
}

// requireTargets asserts that programs that know nothing beside Markdown find the
// same destinations, labels and code in a version as in the source. Footnotes are
// definitions of links to these, and what is indented below definitions of terms or
// MkDocs' admonitions is code, so sources with these are passed over; so are tables for
// who does not know these.
func requireTargets(t testing.TB, source, version []byte) {
	t.Helper()
	if notPlain.Match(source) {
		return
	}
	require.Equal(t, targets(gfm, source), targets(gfm, version), "%q to %q", source, version)
	if !hasTable.Match(source) {
		require.Equal(t, targets(commonmark, source), targets(commonmark, version), "%q to %q", source, version)
	}
}

var hasTable = regexp.MustCompile(`(?m)^[\s>+*\d.|:-]*-[\s|:-]*$`)

var notPlain = regexp.MustCompile(`(?m)\[\^|^[\s>]*:\s|!!!|\?\?\?|===`)

// dialectInlines are markup in a line, whole; # stands for more of it.
var dialectInlines = strings.Fields(strings.ReplaceAll(`软件 头发 软件 网络 a # ## #_# #|# #~# [#](/软件) ![#](/软件.png) [#](/软件~"#") [[软件|#]] ![[软件|#]] [[软件]] [[#]] [[a|#]] [#][软件] [#][] [#] [软件]
	$#$ $a_#$ $$#$$ $`+"`#`$ `#` ``#`` `软件` ` `` ```"+` {{#}} {{<~a~#~>}} {{%~#~%}} {%~#~%} {#软件} {.软件} {a="#"} {#} {{{#}}} {#~#~#} {/*#*/} <%~#~%> ~${#}
	<b>#</b> <b~title="#"> <Foo~:a="#">#</Foo> <a~href="/软件">#</a> <https://a.b/#> https://a.b/软件 <code>#</code> <!--#--> <!--~# #~--> <?软件?> <#>
	**#** *#* ~~#~~ \[ \] \\ \$ \{ \`+"` $ $$ [ ] ( ) ![ ]( [[ ]] | { } {{ }} {% %} < > \" ' = ! \\"+` @软件 [@软件] ^软件 软件:: 键::#`, "~~", "˜˜"))

// dialectBlocks are markup over lines.
var dialectBlocks = strings.Split(strings.ReplaceAll(`@|@|2. @|*|      @|@|@|@|# @ {#软件}|- @|> @|>  @|::: tip @|:::|/// note ¦ @|///|> [!NOTE] @|$$|$$ @|@ $$|$$@$$|{{< code >}}|{{< /code >}}|{{< tab codelang="a" >}}|{{< /tab >}}|{% raw %}|{% endraw %}|{{< a|>}}|{{ a|}}|<%|%>|<%* @ %>|<!-- @|-->|<pre>|</pre>|<div>|</div>|<div>@</div>|<Foo|  :a="@"|>|<Foo>|</Foo>|~~~|~~~ @|`+"```|```软件"+`|    @|  @|	@|[软件]: /软件|[软件]: /软件 "@"|[头发]: </软件>|¦@¦@¦|¦-¦-¦|@ ¦ @|---|<<< @|--8<--|--8<-- "@"|@include(@)|import 软件|-{@}-|-{A¦zh-hans:软件}-|: @|===||||`, "@include", "＠include"), "|")

// dialectDocument makes a document of them.
func dialectDocument(r *rand.Rand) []byte {
	var b strings.Builder
	for range 1 + r.IntN(5) {
		line := dialectBlocks[r.IntN(len(dialectBlocks))]
		if r.IntN(3) == 0 {
			line = "@"
		}
		for strings.Contains(line, "@") {
			line = strings.Replace(line, "@", strings.ReplaceAll(dialectInline(r, 3), "@", "＠"), 1)
		}
		b.WriteString(line + "\n")
	}
	text := strings.NewReplacer("¦", "|", "＠", "@", "~", " ", "˜", "~").Replace(b.String())
	return []byte(text)
}

func dialectInline(r *rand.Rand, depth int) string {
	var b strings.Builder
	for range 1 + r.IntN(3) {
		s := dialectInlines[r.IntN(len(dialectInlines))]
		for strings.Contains(s, "#") {
			inner := "软件"
			if depth > 0 && r.IntN(3) > 0 {
				inner = strings.ReplaceAll(dialectInline(r, depth-1), "#", "＃")
			}
			s = strings.Replace(s, "#", inner, 1)
		}
		if r.IntN(12) == 0 { // half of it is missing
			n := r.IntN(len(s) + 1)
			s = strings.ToValidUTF8(s[n:], "")
		}
		b.WriteString(s)
		if r.IntN(4) == 0 {
			b.WriteByte("~\n"[r.IntN(2)])
		}
	}
	return strings.ReplaceAll(b.String(), "＃", "#")
}

// TestDialects asserts that whichever program reads a version finds the destinations,
// labels and code of the source.
func TestDialects(t *testing.T) {
	r := rand.New(rand.NewPCG(3000, 16))
	for range converttest.Trials(3000) {
		source := dialectDocument(r)
		for _, opts := range [][]pipeline.Option{nil, {knownToStock(source), pipeline.AlsoReading("backslash-math")}} {
			version := []byte(output(string(source), shifted, opts...))
			requireTargets(t, source, version)
			if opts != nil || !mayAdmonish(source) {
				require.Equal(t, structure(source), structure(version), "%q to %q", source, version)
			}
		}
	}
}

// TestDestinationsOfPlainMarkdown is a table of what is prose to a program that knows a
// dialect, and a destination, a label or code to others.
func TestDestinationsOfPlainMarkdown(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"wiki link in a link", "[a [[汉|语]] b](/汉.md) 文", "[a [[汉|字]] b](/汉.md) 字"},
		{"embedded, in an image", "![[[汉|语]]](/汉.png) 文", "![[[汉|字]]](/汉.png) 字"},
		{"in a reference", "[a [[汉|语]] b][汉]\n\n[汉]: /文", "[a [[汉|字]] b][汉]\n\n[汉]: /文"},
		{"with a title", "[[[汉|语]]](/汉 \"文\")", "[[[汉|字]]](/汉 \"字\")"},
		{"code in a target", "[[汉`|语]] 文` 汉", "[[汉`|语]] 文` 字"},
		{"a tag in a tag of Liquid's", "{% <b c=%}汉>语", "{% <b c=%}汉>字"},
		{"an autolink in braces", "{{<xy:}}语> 文", "{{<xy:}}语> 字"},
		{"a table below a container's line", ":::\n|-|\n``\n汉``语``文\n", ":::\n|-|\n``\n汉``语``字\n"},
		{"code below a container's line", "a\n:::\n\t![\n](/汉.png)", "a\n:::\n\t![\n](/汉.png)"},
		{"a line outside of a container's quote", ">:::\n`\n>汉`语", ">:::\n`\n>汉`字"},
		{"a container outside of a quote", "> 汉\n:::\n`\n> 语`文", "> 字\n:::\n`\n> 语`字"},
		{"a definition below a container's line", ":::\n[汉]: /汉 \"<?语?>文\"", ":::\n[汉]: /汉 \"<?语?>字\""},
		{"a link to cmark, with a quote behind a backslash", "[汉](/语 \"文\\\") 汉", "[字](/语 \"字\\\") 字"},
		{"a bare URL with code in it", "https://a.b/`汉 语` 文\n\n汉", "https://a.b/`汉 语` 文\n\n字"},
	} {
		assert.Equal(t, c.want, output(c.source, shout), c.name)
		requireTargets(t, []byte(c.source), []byte(output(c.source, shifted)))
		requirePromises(t, []byte(c.source))
	}
}
