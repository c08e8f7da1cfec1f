package pipeline_test

import (
	"math/rand/v2"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"zhmd/convert"
	"zhmd/convert/converttest"
	"zhmd/pipeline"
)

// mdxPackages are the oracle of MDX.
var mdxPackages = []string{"unified@11.0.5", "remark-parse@11.0.0", "remark-mdx@3.1.1"}

// An mdxTree is a document as remark-mdx reads it, see testdata/mdx.mjs.
type mdxTree struct {
	Error, Shape string
	Prose        []string
}

func remarkMDX(t *testing.T, documents []string) []mdxTree {
	t.Helper()
	modules := converttest.Packages(t, ".cache/npm-mdx", mdxPackages...)
	return converttest.Node[mdxTree](t, filepath.Join("testdata", "mdx.mjs"), modules, documents)
}

// mdxSimplified are characters of the words that random documents are made of,
// which no text in Traditional characters has.
const mdxSimplified = "软网络头发"

// mayBeTarget matches text that is the target of a link to other parsers, which stays.
var mayBeTarget = regexp.MustCompile(`\]\([^\x00)]*\)`)

// checkMDX converts documents and compares them with their versions as remark-mdx
// reads both: trees, code, expressions and destinations are the same, and all
// prose is converted. It returns the errors of those that are no MDX.
func checkMDX(t *testing.T, documents []string) (errors []string) {
	t.Helper()
	var both []string
	var warnings [][]pipeline.Warning
	for _, source := range documents {
		doc := pipeline.Parse([]byte(source), pipeline.Named("a.mdx"))
		result := doc.Convert(engine(t, convert.TW))
		both = append(both, source, string(result.Output))
		warnings = append(warnings, append(doc.Warnings(), result.Warnings...))
		assert.Equal(t, source, string(doc.Convert(nothing).Output))
	}
	trees := remarkMDX(t, both)
	for i, source := range documents {
		before, after := trees[2*i], trees[2*i+1]
		if before.Error != "" {
			errors = append(errors, before.Error+"\n"+source)
			if strings.Contains(before.Error, ": Unexpected character ") || strings.Contains(before.Error, ": Unexpected end of file ") {
				assert.NotEmpty(t, warnings[i], before.Error+"\n"+source)
			}
			continue
		}
		ok := assert.Equal(t, before.Error, after.Error) && assert.Equal(t, before.Shape, after.Shape) &&
			assert.Len(t, after.Prose, len(before.Prose)) &&
			assert.False(t, strings.ContainsAny(mayBeTarget.ReplaceAllString(strings.Join(after.Prose, "\x00"), ""), mdxSimplified), "prose is left: %q", after.Prose) &&
			assert.Empty(t, warnings[i])
		if !ok {
			t.Fatalf("source:\n%s\nconverted:\n%s", source, both[2*i+1])
		}
	}
	return errors
}

// mdxDocuments are one or more of each of MDX's constructs.
var mdxDocuments = []string{
	// Tags and what is in them.
	"<Steps>\n1. 将 `<script>` 软件。\n2. 网络 `<!--` 与 `{`。\n</Steps>\n\n软件",
	"<Tab>\n```sh\n# 软件\n\n# 网络\n```\n</Tab>\n\n软件\n\n```sh\n# 软件\n```",
	"<p>\n  <Hint>`<p>软件</p>`</Hint>\n</p>\n\n<Hint>软件</Hint> 网络 <Hint>\n  头发</Hint>",
	"<details>\n    <summary>软件 **网络**</summary>\n\n    软件\n\n        网络\n</details>",
	"<A><B>{软件}</B> {/* 网络 */}</A>\n\n<A>{软件} 头发</A>\n\n{软件} <A/>\n\n{软件} 网络",
	"<>\n\n软件 <>网络</>\n\n</>",
	"<软件 名='网络' />\n\n<a.b.c d:e='软件' title='网络'/>\n\n<a:b />",
	"软件 a < b 网络 < c\n\n软件 \\<b> \\{网络}\n\n软件 &lt; 网络 &#123;",
	"软件\n<A/>\n网络\n{头发}\n软件",
	"<A/>\n软件\n===\n\n    网络\n    ---",
	"[<b>软件</b>](/网络 '头发') ![软件](/软件)",
	"a<b>软件</b>c <br /> <img alt='软件' src='软件.png' />\n\n*软件<b>*网络*</b>*",

	// Attributes.
	"<LinkCard\n  title=\"软件\"\n  href=\"/软件\"\n/>",
	"<LinkCard title='软件 \"网络\"' description=\"头发\n  软件\" label='软件' value='网络' text='软件' caption='网络' icon='软件'/>",
	"<A title=\"软件 > 网络 {头发 <b\" b={'}'} c={`${`}`}`} {...软件} />\n\n软件",
	"<A\n\n  title='软件'\n\n  b={[\n    {c: '软件'},\n\n  ]}\n\n/>\n\n软件",
	"软件 <A\ntitle='软件'\nb={`\n软件`} /> 网络",
	"<A title={'软件'} alt={`网络`} aria-label='软件' placeholder='网络' data-title='软件' />",
	"<img\n  alt=\"软件\"\n  src='软件.png'\n  className='notranslate'\n/>",
	"> <A\n>   title='软件'\n>   href='软件'\n> />\n>\n> 软件",
	"- <A\n    title='软件'\n\n    href='软件'\n  />\n  软件\n- 网络\n\n  <B>\n      1. 软件\n\n         ```\n         网络\n         ```\n  </B>",
	"1. > - <A b='软件\n   >     网络' title='软件\n   >     网络' />\n\n软件",

	"<a\n  href='软件'\n>软件</a>\n\n软件\n<a\n  title='软件'\n> 软件</a>\n> 网络\n\n{软件\n> 网络} 头发\n\n- <a\n  b='软件'\n  ># 软件</a>",
	"<A\nb='软件'\n      > > > <A b='软件'/> 网络\n</A>- 头发\n{软件(\n- '网络')} 头发\n- 软件",

	// Code.
	"    软件\n\n\t网络\n\n  -\t软件\n\n\t\t网络",
	"    ```\n    软件\n        ```\n软件\n\n\t~~~ 软件\n软件\n\t\t~~~\n软件",
	"<A>\n        # 软件\n        > 网络\n          软件\n        ```\n        软件\n```\n</A>",
	"`<A` 软件 `>` `{` 网络 `}` ``<b c=\"`\">`` 软件",
	"<code>软件</code> 网络 <pre>软件</pre>\n\n<pre>\n软件\n\n网络\n</pre>\n\n软件\n\n<A><code>软件</code></A>",
	"<Code>\n软件\n\n<code>网络</code>\n\n头发\n</Code>\n\n软件",
	"<p translate='no'>软件</p>\n\n<p lang=\"en\">\n\n软件\n\n<p>\n网络\n</p>\n\n头发\n\n</p>\n\n软件",
	"<div lang='en'>\n\n软件\n\n<div>网络</div>\n\n</div>\n\n软件\n\n<Link lang='en'>软件</Link> 网络",

	"<B.C lang='en'>\n\n软件\n\n</B.C>\n\n<软件 className='a notranslate'>\n\n软件\n\n</软件>\n\n<a:b translate='no'>\n软件\n</a:b>\n\n软件",

	// Lists by indentation.
	"    - 软件\n\n      ```\n      软件\n  ```\n软件\n```\n\n软件",
	"-       软件\n\n        网络\n\n      ```\n头发\n      ```\n\n软件",
	"      - 软件\n    - 网络\n          - 头发\n\n            软件\n  - 网络",
	"      1. 软件\n\n     软件\n\n         ```\n  网络\n         ```",
	"-\n      软件\n\n-     ```\n      软件\n      ```",
	"> -   软件\n>\n>           网络\n\n        > 软件\n        网络",
	"*     * 软件\n\n      网络\n\n***\n        ***",

	// Expressions.
	"{/* 软件\n\n网络 */}\n\n软件{/* `网络` */}软件 {软件('}')} {\"{\"} {`{${软件}`} {/[/}]/.test(a)} {a / b} {// 软件 }\n} 网络",
	"{软件.map((x) => {\n  const y = '软件' // don't\n\n  return <li title=\"软件\">it's {x} `{y}` {'}'}</li>\n})}\n\n软件",
	"软件 {a ? <b>it's 软件</b> : <>{\"}\"}<br/></>} 网络 {a < b && c > d} 头发 {a++ / 2} {'/'}",
	"> {软件(\n>   '网络',\n> )}\n>\n> 软件",
	"# 软件 {/* 网络 */}\n\n## {软件} <b>网络</b>\n\n软件 {软件}\n---\n\n{网络}\n---",
	"[{软件}](/软件) ![网络](/网络 \"头发\") [软件]({网络}) *{软件}*",

	// Modules.
	"import 软件 from './软件'\nimport {a,\n  b} from '网络'\nexport const c = {\n  软件: `\n\n软件`,\n\n  网络: /[}`]/,\n}\n\n# 软件",
	"export const 软件 = () => {\n  const a = '软件'\n\n  return <span title=\"网络\">it's {a} 软件</span>\n}\n\n软件\n\nexport default ({children}) => <A b='软件'>{children}</A>\n\n网络",
	"软件\n\nexport * from '软件'\n\nimport '网络' // 头发\n/* 软件\n\n*/\nexport {a} from \"软件\"\n\n软件\n  import 网络\n\n> import 软件",
	"export const a =\n\n  '软件'\n\n软件",

	// Links, and what Markdown has beside.
	"[软件]: /软件 '软件'\n\n[软件] [网络][软件] ![软件] [a](</软件 b>) [b](/网络 (头发))\n\n> 软件\n\n***\n\n软件\\\n网络  \n头发",
}

func TestMDXAsRemark(t *testing.T) {
	assert.Empty(t, checkMDX(t, mdxDocuments))
}

// TestMDXUnread holds that what MDX cannot read is left with a warning that names its
// place, and the rest is converted.
func TestMDXUnread(t *testing.T) {
	const tag = "left unconverted: MDX cannot read the tag that begins here; write \\< for a mere <, and [text](url) for a link"
	const expression = "left unconverted: MDX cannot read the expression that begins here; write \\{ for a mere {"
	const module = "left unconverted: MDX takes this for import and export statements, and it is not; begin the line with another word"
	for _, c := range []struct{ name, source, want, warning string }{
		{"autolink", "软件\n\n网络 [软件](/a)\n网络 <https://a.b/软件> 软件\n\n软件", "軟體\n\n网络 [软件](/a)\n网络 <https://a.b/软件> 软件\n\n軟體", "4:4: " + tag},
		{"less than", "- 软件\n\n  软件 <= 网络\n- 软件", "- 軟體\n\n  软件 <= 网络\n- 軟體", "3:6: " + tag},
		{"brace", "> 软件 { 网络\n软件\n\n软件 `{`", "> 软件 { 网络\n软件\n\n軟體 `{`", "1:6: " + expression},
		{"the end of a heading", "# 软件 <\n软件", "# 软件 <\n軟體", "1:6: " + tag},
		{"odd brackets", "软件 {(} 网络", "软件 {(} 网络", "1:4: " + expression},
		{"tag that nothing ends", "软件\n\n<A title='软件'\nb='软件'\n\n软件", "軟體\n\n<A title='软件'\nb='软件'\n\n軟體", "3:1: " + tag},
		{"expression that nothing ends", "{软件(\n软件\n\n软件", "{软件(\n软件\n\n軟體", "1:1: " + expression},
		{"tag over the end of its container", "> <A title='软件'\n>\n\nb='c' />\n\n软件", "> <A title='软件'\n>\n\nb='c' />\n\n軟體", "1:3: " + tag},
		{"tag in a code span over lines", "软件 `软件\n<A b='软件'`软件`\n\n软件", "软件 `软件\n<A b='软件'`软件`\n\n軟體", "2:1: " + tag},
		{"comment that nothing ends", "软件 <!-- 软件\n\n软件", "软件 <!-- 软件\n\n軟體", "1:4: " + tag},
		{"text that begins with import", "import 语句的软件\n网络\n\n软件", "import 语句的软件\n网络\n\n軟體", "1:1: " + module},
		{"text behind a module", "import a from 'b'\n# 软件\n\n软件", "import a from 'b'\n# 软件\n\n軟體", "1:1: " + module},
		{"module that nothing ends", "export const a = {\n\n软件", "export const a = {\n\n軟體", "1:1: " + module},
	} {
		doc := pipeline.Parse([]byte(c.source), pipeline.Named("a.mdx"))
		result := doc.Convert(engine(t, convert.TW))
		assert.Equal(t, c.want, string(result.Output), c.name)
		var got []string
		for _, w := range append(doc.Warnings(), result.Warnings...) {
			got = append(got, w.String())
		}
		assert.Equal(t, []string{c.warning}, got, c.name)
	}
}

// TestMDXStaysReadable holds that a word does not make a block that MDX cannot read, or
// reads otherwise.
func TestMDXStaysReadable(t *testing.T) {
	for _, word := range []string{"a<b", "a{", "{a}", "<b/>"} {
		source := "{/* zhmd word 软件=" + word + " */}\n\n软件\n\n网络"
		doc := pipeline.Parse([]byte(source), pipeline.Named("a.mdx"))
		result := doc.Convert(engine(t, convert.TW))
		assert.Equal(t, strings.Replace(source, "网络", "網路", 1), string(result.Output), word)
		assert.Len(t, result.Warnings, 1, word)
	}
}

// TestMDXWork holds that what nothing ends is not looked for from everywhere.
func TestMDXWork(t *testing.T) {
	source := "软件\n\n" + strings.Repeat("{软件(\n\n", 1000) + "软件"
	doc := pipeline.Parse([]byte(source), pipeline.Named("a.mdx"))
	assert.Equal(t, strings.Replace(source, "软件", "軟體", 1), string(doc.Convert(engine(t, convert.TW)).Output))
	warnings := doc.Warnings()
	assert.Less(t, len(warnings), 20)
	assert.Contains(t, warnings[len(warnings)-1].Message, "too many tags and expressions of MDX that nothing ends")
}

// TestMDXComments holds that comments of HTML, which Docusaurus allows in MDX, are left.
func TestMDXComments(t *testing.T) {
	source := "<!-- 软件 -->\n\n<A/>\n<!--\n软件\n\n网络\n-->\n\n软件 <!-- 软件 --> 软件\n\n<!-- zhmd off -->\n\n软件"
	doc := pipeline.Parse([]byte(source), pipeline.Named("a.mdx"))
	want := strings.Replace(source, "软件 <!-- 软件 --> 软件", "軟體 <!-- 软件 --> 軟體", 1)
	assert.Equal(t, want, string(doc.Convert(engine(t, convert.TW)).Output))
	assert.Len(t, doc.Warnings(), 1, "of the directive that has no end")
}

// A mdxWriter writes random documents of MDX's constructs.
type mdxWriter struct {
	*rand.Rand
	b strings.Builder
}

func (w *mdxWriter) one(of ...string) string { return of[w.IntN(len(of))] }

// line writes a line of a block that has prefix before its lines, indented by chance.
func (w *mdxWriter) line(prefix, text string) {
	w.b.WriteString(prefix + w.one("", "", "", "  ", "    ", "      ", "\t") + text + "\n")
}

// lines writes lines that belong together as they are.
func (w *mdxWriter) lines(prefix, text string) {
	indent := w.one("", "", "  ", "    ")
	for line := range strings.Lines(text) {
		w.b.WriteString(strings.TrimRight(prefix+indent+line, " \n") + "\n")
	}
}

func (w *mdxWriter) words() string {
	return w.one("软件", "网络", "头发", "软件网络", "头发。", "a 软件", "网络 b", "软件 < 网络", "头发 \\<", "软件 \\{", "网络 &lt;")
}

func (w *mdxWriter) inline(depth int) string {
	if depth == 0 {
		return w.words()
	}
	in := func() string { return w.inline(depth - 1) }
	switch w.IntN(14) {
	case 0:
		return w.one("`软件`", "`<script>`", "`` `<A b=\"软件` ``", "`{软件`", "`</A>`", "`<!-- 软件`", "`}`")
	case 1:
		return "**" + in() + "**"
	case 2:
		return "[" + in() + "](/软件" + w.one("", " \"网络\"", " '头发'") + ")"
	case 3:
		return "![" + w.words() + "](</软件 a>" + w.one("", " \"网络\"") + ")"
	case 4, 5:
		return "<A" + w.attributes(" ") + ">" + in() + " " + in() + "</A>"
	case 6:
		return w.one("<br/>", "<A"+w.attributes(" ")+"/>", "<A"+w.attributes("\n")+"/>", "<></>", "<code>软件</code>", "<kbd title='软件'>网络</kbd>")
	case 7, 8:
		return w.expression()
	case 9:
		return in() + "\n" + in()
	}
	return in() + in()
}

func (w *mdxWriter) attributes(space string) string {
	all := ""
	for range w.IntN(4) {
		all += space + w.one(`title="软件"`, `label='网络 "头发"'`, "description=\"软件 > 网络\"", `href="/软件"`, "icon='软件'", "b={'软件}'}", "{...软件}",
			"c={<B title=\"软件\">it's {'}'}</B>}", "d={`\\``}", "disabled", "alt='< 软件'", "e = \"软件\"")
	}
	return all
}

func (w *mdxWriter) expression() string {
	return w.one("{软件}", "{/* 软件 } */}", "{'}软件'}", "{`软件 ${网络('}')}`}", "{a ? <b>it's 软件</b> : null}", "{[1].map((x) => { return {x} })}",
		"{/[}/]`软件/.test(a) / b}", "{a < b}", "{}", "{{软件: '网络'}}", "{软件.map((x) =>\n  <A>don't {x}</A>\n)}")
}

// blocks writes blocks that have prefix before their lines.
func (w *mdxWriter) blocks(prefix string, depth int) {
	for range 1 + w.IntN(3) {
		w.block(prefix, depth)
		if w.IntN(4) > 0 {
			w.b.WriteString(strings.TrimRight(prefix, " ") + "\n")
		}
	}
}

func (w *mdxWriter) block(prefix string, depth int) {
	kind := w.IntN(16)
	if depth == 0 && kind > 8 {
		kind = 0
	}
	switch kind {
	case 0, 1, 2:
		for line := range strings.SplitSeq(w.inline(3), "\n") {
			w.line(prefix, line)
		}
	case 3:
		w.line(prefix, w.one("# ", "### ")+strings.ReplaceAll(w.inline(1), "\n", " "))
	case 4:
		w.line(prefix, w.one("***", "软件\n"+prefix+"---", "---", "[软件]: /软件 '网络'"))
	case 5:
		fence := w.one("```", "~~~~")
		w.line(prefix, fence+w.one("", "js", "软件"))
		w.lines(prefix, w.one("软件", "软件\n\n<A>\n网络", "{软件\n", "  软件\n</A>", "``\n软件"))
		w.line(prefix, fence)
	case 6:
		w.lines(prefix, "<A"+w.attributes("\n  ")+w.one("/>", "\n/>"))
	case 7:
		w.lines(prefix, w.one("{/* 软件\n\n网络 */}", "{`\n软件\n\n`}", "{软件(\n  '网络'\n)}", w.expression()))
	case 8:
		w.module(prefix)
	case 9, 10, 11:
		name := w.one("A", "B.C", "div", "Tabs", "pre")
		w.lines(prefix, "<"+name+w.attributes(w.one(" ", "\n  "))+">")
		w.blank(prefix)
		w.blocks(prefix+w.one("", "", "  ", "    "), depth-1)
		w.blank(prefix)
		w.line(prefix, "</"+name+">")
	case 12, 13:
		marker := w.one("-", "1.", "*", "10)") + w.one(" ", " ", "   ", "     ")
		for range 1 + w.IntN(2) {
			w.item(prefix, marker, depth)
		}
	default:
		w.blocks(prefix+"> ", depth-1)
	}
}

// item writes a list item.
func (w *mdxWriter) item(prefix, marker string, depth int) {
	indent := w.one("", "", "  ", "    ")
	start := w.b.Len()
	w.blocks(prefix+indent+strings.Repeat(" ", len(marker)), depth-1)
	text := w.b.String()
	w.b.Reset()
	w.b.WriteString(text[:start] + prefix + indent + marker + text[min(len(text), start+len(prefix+indent+marker)):])
}

func (w *mdxWriter) blank(prefix string) {
	if w.IntN(2) == 0 {
		w.b.WriteString(strings.TrimRight(prefix, " ") + "\n")
	}
}

func (w *mdxWriter) module(prefix string) {
	if prefix != "" {
		w.line(prefix, w.words())
		return
	}
	w.b.WriteString("\n" + w.one("import A from '软件'", "import {a,\n  b} from '软件'", "export const c = {\n\n  软件: `\n\n网络`,\n}",
		"export const D = () => {\n  const a = '软件'\n\n  return <b title='软件'>it's</b>\n}", "export * from '软件' // 网络") + "\n\n")
}

// mdxFragments are what documents are made of that are MDX by chance.
var mdxFragments = strings.Split("软件 网络 头发 a <A> </A> <A/> <b> </b> <> </> <A~title='软件'> <A~b='软件'/> <A\nb='软件' <A\n\ntitle='软件'/> "+
	"{软件} {'}软件'} {/*~软件~*/} {\n软件} {\n\n软件\n} {`软件`} ` `` `软件` `<A>` `{` ``` ~~~ \n```\n软件\n```\n * ** _ [ ] ](/b) [软件](/软件) "+
	"[软件]:~/软件 \\< \\{ ~<~ # ##~ - -~ 1.~ 1.~~~~~ >~ >~>~ *** --- === \\ & ~~ ~~~~ ~~~~~~ \t ~ ~ \n \n \n \n\n \n\n \n\n "+
	"\n\nexport~{a}~from~'软件'\n\n \n\nimport~'软件'\n <code> </code> <pre> </pre>", " ")

// fragments writes fragments.
func (w *mdxWriter) fragments() {
	for range 1 + w.IntN(16) {
		w.b.WriteString(strings.ReplaceAll(w.one(mdxFragments...), "~", " "))
		if w.IntN(3) == 0 {
			w.b.WriteString("\n" + strings.Repeat(" ", w.IntN(8)))
		}
	}
}

// TestRandomMDXAsRemark is TestMDXAsRemark for random documents.
func TestRandomMDXAsRemark(t *testing.T) {
	n := converttest.Trials(10000)
	var documents []string
	for i := range n {
		w := mdxWriter{Rand: rand.New(rand.NewPCG(1, uint64(i)))}
		w.b.WriteString("\n") // what follows is no front matter
		if i%2 == 0 {
			w.blocks("", 3)
		} else {
			w.fragments()
		}
		if i%8 == 6 {
			documents = append(documents, strings.ReplaceAll(w.b.String(), "\n", "\r\n"))
			continue
		}
		documents = append(documents, w.b.String())
	}
	valid := n - len(checkMDX(t, documents))
	t.Logf("%d of %d are MDX", valid, n)
	assert.Greater(t, valid, n/2)
}
