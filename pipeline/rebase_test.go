package pipeline_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
	"zhmd/convert/converttest"
	"zhmd/pipeline"
)

// up leads to the same file from a folder below.
func up(path string) (string, bool) { return "../" + path, true }

// rebased converts a source whose destinations all lead one folder further up.
func rebased(source string, opts ...pipeline.Option) *pipeline.Result {
	doc := pipeline.Parse([]byte(source), append(opts, pipeline.Destinations())...)
	return doc.Convert(nothing, pipeline.Rebase(up))
}

func TestRebase(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"link", "[a](b.md)", "[a](../b.md)"},
		{"image", "![a](b.png 'c')", "![a](../b.png 'c')"},
		{"an image in a link", "[![a](b.png)](c.md)", "[![a](../b.png)](../c.md)"},
		{"query and fragment", "[a](b.md?c=d#e) [a](b.md#一)", "[a](../b.md?c=d#e) [a](../b.md#一)"},
		{"over lines", "> [a](\n> b.md\n> \"c\")\n", "> [a](\n> ../b.md\n> \"c\")\n"},
		{"definition", "[a] [b][a] [a][]\n\n[a]: b.md#c \"d\"\n", "[a] [b][a] [a][]\n\n[a]: ../b.md#c \"d\"\n"},
		{"definition in angle brackets", "[a]\n\n[a]:\n  <b c.md>", "[a]\n\n[a]:\n  <../b c.md>"},
		{"angle brackets", "[a](<b (c.md>)", "[a](<../b (c.md>)"},
		{"parentheses", "[a](b(1).md) [a](b\\(.md)", "[a](../b(1).md) [a](../b\\(.md)"},
		{"percent signs", "[a](%E5%9B%BE%20b.md) [a](100%.md)", "[a](../%E5%9B%BE%20b.md) [a](../100%.md)"},
		{"beyond ASCII", "![图](图/片（一）.png)", "![图](../图/片（一）.png)"},
		{"entities and escapes", "[a](b&amp;c\\_d&#x2e;md)", "[a](../b&amp;c\\_d&#x2e;md)"},
		{"footnotes and tables", "a[^1]\n\n| a |\n|-|\n| [a](b.md) |\n\n[^1]: [c](d.md)\n", "a[^1]\n\n| a |\n|-|\n| [a](../b.md) |\n\n[^1]: [c](../d.md)\n"},
		{"heading", "# [a](b.md)\n", "# [a](../b.md)\n"},
		{"tags in text", "a <img src=\"b.png\"> <a href=c.md>d</a>", "a <img src=\"../b.png\"> <a href=../c.md>d</a>"},
		{"tags in blocks", "<p>\n<img alt='b.png' src='b.png'>\n<a href=\"图.md#x\">图</a></p>", "<p>\n<img alt='b.png' src='../b.png'>\n<a href=\"../图.md#x\">图</a></p>"},
		{"another language", "<div lang=\"en\">\n\n[a](b.md)\n\n</div>", "<div lang=\"en\">\n\n[a](../b.md)\n\n</div>"},
		{"a byte order mark and front matter", "\uFEFF---\nimage: a.png\n---\n[a](b.md)", "\uFEFF---\nimage: a.png\n---\n[a](../b.md)"},
	} {
		result := rebased(c.source)
		assert.Equal(t, c.want, string(result.Output), c.name)
		assert.Empty(t, result.Warnings, c.name)
	}
}

func TestRebaseLeavesAlone(t *testing.T) {
	for _, source := range []string{
		"[a](/b.md) [a](//b/c) [a](https://b.c/d) [a](mailto:b@c.d) <https://a.b> [a](#b) [a](?b) [a]()",
		"`[a](b.md)`\n\n    [a](b.md)\n\n```\n[a](b.md)\n```\n",
		"<code>[a](b.md) <a href='b.md'></code>\n\n<pre>\n<a href='b.md'>\n</pre>\n",
		"<!-- zhmd off -->\n\n[a](b.md) <a href='b.md'>\n\n<!-- zhmd on -->\n",
		"<!-- zhmd skip -->\n\n[a](b.md) <a href='b.md'>\n",
		"[a]({{ b }}/c.md) [a](<{{ b }}.md>) <a href=\"{{ b }}.md\">",
		"{% raw %}[a](b.md){% endraw %}",
		"\\[a](b.md) [[b.md]] [a] (b.md)",
	} {
		assert.Equal(t, source, string(rebased(source).Output))
	}
	assert.Equal(t, "<A src={b} />", string(rebased("<A src={b} />", pipeline.Named("a.mdx")).Output))
	doc := pipeline.Parse([]byte("[a](b.md)"))
	assert.Equal(t, "[a](b.md)", string(doc.Convert(nothing, pipeline.Rebase(up)).Output), "without the option there are none")
	assert.Empty(t, doc.Destinations())
}

// Whatever a file is called, the destination leads to it.
func TestRebaseWrites(t *testing.T) {
	for _, c := range []struct{ source, to, want string }{
		{"[a](b.md)", "c d/e.md", "[a](c%20d/e.md)"},
		{"[a](<b.md>)", "c d/(e>.md", "[a](<c d/(e%3E.md>)"},
		{"[a](b.md)", "c(1)/[`*_&amp;?#.md", "[a](c%281%29/%5B%60%2A_%26amp%3B%3F%23.md)"},
		{"[a](图.md)", "文/图.md", "[a](文/图.md)"},
		{"[a](%E5%9B%BE.md)", "文/图.md", "[a](%E6%96%87/%E5%9B%BE.md)"},
		{"[a](b.md)", "文\u3000\xff.md", "[a](文%E3%80%80%FF.md)"},
		{"[a](./b.md)", "b.zh.md", "[a](./b.zh.md)"},
		{"[a](./b.md)", "../b.md", "[a](../b.md)"},
		{"[a](b.md)", "c:d.md", "[a](./c:d.md)"},
		{"[a](b\\/c.md)", "b/c/d.md", "[a](b/c/d.md)"},
		{"[a](c/../b.md)", "b.md", "[a](c/../b.md)"},
		{"<img src='b.png'>", "c'\"<&>= d.png", "<img src='c%27%22%3C%26%3E%3D%20d.png'>"},
	} {
		doc := pipeline.Parse([]byte(c.source), pipeline.Destinations())
		result := doc.Convert(nothing, pipeline.Rebase(func(string) (string, bool) { return c.to, true }))
		assert.Equal(t, c.want, string(result.Output))
		again := pipeline.Parse(result.Output, pipeline.Destinations()).Destinations()
		if assert.Len(t, again, 1, c.want) && c.want != c.source {
			assert.Equal(t, c.to, strings.TrimPrefix(again[0].Path, "./"))
		}
	}
}

func TestDestinations(t *testing.T) {
	doc := pipeline.Parse([]byte("---\na: b\n---\n[汉](b.md#c)\n![](%E5%9B%BE.png)\n\n[d]: e.md\n"), pipeline.Destinations())
	want := []pipeline.Destination{{pipeline.Position{Line: 4, Column: 5}, "b.md"}, {pipeline.Position{Line: 5, Column: 5}, "图.png"}, {pipeline.Position{Line: 7, Column: 6}, "e.md"}}
	assert.Equal(t, want, doc.Destinations())
}

// Prose, labels and pinned ids change with the links; those of a block that would be read
// otherwise stay.
func TestRebaseGoesWithTheRest(t *testing.T) {
	source := "# 头 [发](b.md)\n\n看[软件](b.md \"软件\")和[头发]。\n\n[头发]: b.md\n"
	doc := pipeline.Parse([]byte(source), pipeline.Destinations(), pipeline.Anchors(pipeline.PinAnchors, pipeline.GitHub))
	result := doc.Convert(engine(t, convert.TW), pipeline.Rebase(up))
	assert.Equal(t, "# 頭 [發](../b.md)<a id=\"头-发\"></a>\n\n看[軟體](../b.md \"軟體\")和[頭髮][头发]。\n\n[头发]: ../b.md\n", string(result.Output))
	assert.Empty(t, result.Warnings)
	assert.Equal(t, string(result.Output), string(convert.Splice(nil, []byte(source), result.Edits())))

	// goldmark makes no image where the open brackets are more than 998 bytes apart
	link := "[" + strings.Repeat("a", 984) + "![x](b.png) [ ![y](c.png)"
	result = pipeline.Parse([]byte("[a](b.md)\n\n软件"+link), pipeline.Destinations()).Convert(engine(t, convert.TW), pipeline.Rebase(up))
	assert.Equal(t, "[a](../b.md)\n\n軟體"+link, string(result.Output))
	assert.Equal(t, "[3:993: the links of this block stay as they are: rebased, they would be other Markdown]", fmt.Sprint(result.Warnings))
}

// links are what documents with links are made of, beside fragments.
var links = strings.Split("[软件](软~件.md) [a](b.md) [a](<b~c.md>) ![软件](图.png~'软件') [网络]:~a.md [头发]:~<a~b.md>~'软件' "+
	"<img~src='a.png'> <a~href=b.md> <p><a~href=\"图.md#a\">软件</a></p> [![软件](a.png)](b.md) [a]( a.md) (b.md \\) [a](b&amp;c\\_.md) [软件](a%20b.md?c#d)", " ")

// Nothing but destinations changes, as goldmark's own parser reads it: with the new folder
// taken away again the structure is the one that the version has without. What is not a
// destination does not change at all.
func holdsRebased(t *testing.T, source []byte, c convert.Converter) (replaced int) {
	const folder = "../zz/"
	doc := pipeline.Parse(source, pipeline.Destinations())
	var paths []string
	plain := doc.Convert(c)
	result := doc.Convert(c, pipeline.Rebase(func(path string) (string, bool) {
		paths = append(paths, path)
		return folder + path, true
	}))
	want := strings.ReplaceAll(structure(plain.Output), folder, "")
	require.Equal(t, want, strings.ReplaceAll(structure(result.Output), folder, ""), "%q to %q", source, result.Output)
	require.Equal(t, string(result.Output), string(convert.Splice(nil, source, result.Edits())))
	for _, d := range doc.Destinations() {
		require.Contains(t, paths, d.Path)
	}
	return strings.Count(string(result.Output), folder)
}

func TestRebaseChangesNothingElse(t *testing.T) {
	n := converttest.Trials(4000)
	r := rand.New(rand.NewPCG(uint64(n), 7))
	e, replaced := engine(t, convert.TW), 0
	for range n {
		var b []byte
		for range 1 + r.IntN(5) {
			b = append(b, randomDocument(r)...)
			b = append(b, strings.ReplaceAll(links[r.IntN(len(links))], "~", " ")...)
		}
		if strings.Contains(string(b), "./") {
			continue // which may go
		}
		replaced += holdsRebased(t, b, e)
	}
	require.Greater(t, replaced, n)
	t.Logf("%d destinations", replaced)
}

func FuzzRebase(f *testing.F) {
	for _, path := range goldenSources(f) {
		f.Add(read(f, path))
	}
	for _, source := range specExamples(f) {
		f.Add([]byte(source))
	}
	f.Fuzz(func(t *testing.T, source []byte) {
		if len(source) > 1<<14 || strings.Contains(string(source), "./") || strings.Contains(string(source), `\/`) {
			t.Skip() // what may be spelt otherwise
		}
		holdsRebased(t, source, grown)
	})
}
