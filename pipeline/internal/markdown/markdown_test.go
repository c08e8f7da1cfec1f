package markdown_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"zhmd/pipeline/internal/markdown"
)

func ends(source string) []int {
	tree := markdown.Parse([]byte(source), markdown.Default)
	var all []int
	_ = ast.Walk(tree.Root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if end := tree.End(n); entering && end > 0 {
			all = append(all, end)
		}
		return ast.WalkContinue, nil
	})
	return all
}

func TestEnd(t *testing.T) {
	assert.Equal(t, []int{2}, ends(`[a](b "汉")`))
	assert.Equal(t, []int{3}, ends(`![a](b "汉")`))
	assert.Equal(t, []int{4}, ends("[汉]\n\n[汉]: x"))
	assert.Equal(t, []int{8}, ends("a\n> [汉][]\n\n[汉]: x"))
	assert.Equal(t, []int{12}, ends("https://a.bc汉"))
	assert.Empty(t, ends("[汉](b) [汉](b 'c') [汉][a] [a]\n\n[a]: x"))
	assert.Empty(t, ends("https://a.bc 汉"))
}

func TestLabels(t *testing.T) {
	assert.Equal(t, map[string]bool{"汉 语": true, "a": true}, markdown.Parse([]byte("[汉\n 语]: x\n\n[A]: y"), markdown.Default).Labels)
	assert.Nil(t, markdown.Parse([]byte("[汉]\n\n[A]: y"), markdown.Default).Labels)
}

func TestFootnotesWithoutReferenceAreKept(t *testing.T) {
	tree := markdown.Parse([]byte("a[^1]\n\n[^1]: b\n[^2]: c\n"), markdown.Default)
	notes := 0
	_ = ast.Walk(tree.Root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && n.Kind() == extast.KindFootnote {
			notes++
		}
		return ast.WalkContinue, nil
	})
	assert.Equal(t, 2, notes)
}

func shapes(source string) []markdown.Shape {
	return markdown.Shapes(markdown.Parse([]byte(source), markdown.Default), []byte(source))
}

func TestShapesIgnoreWordsAlone(t *testing.T) {
	for _, pair := range [][2]string{
		{"汉 *语* [文](x \"字\") ![a](b)", "a *b* [c](x \"d\") ![e](b)"},
		{"汉\n语", "a\nb"},
		{"[汉]\n\n[汉]: x", "[a][汉]\n\n[汉]: x"},
		{"# 汉", "# a b c"}, {"<p title='汉'>语", "<p title='a'>b"}, {"<b>汉<i title=汉>", "<b>a<i title=b>"}, {"::: a 汉", "::: a b"}, {"!!! a \"汉\"", "!!! a \"b\""},
	} {
		assert.Empty(t, markdown.Differences(shapes(pair[0]), shapes(pair[1])), pair)
	}
}

func TestShapesDiffer(t *testing.T) {
	for _, pair := range [][2]string{
		{"a", "# a"}, {"# a", "## a"}, {"# a", "# a {#b}"}, {"*a*", "**a**"}, {"a\nb", "a  \nb"}, {"a\nb", "a b"},
		{"`a`", "`b`"}, {"[a](b)", "[a](c)"}, {"[a](b)", "[a](b 'c')"}, {"![a](b)", "[a](b)"}, {"<http://a>", "<http://b>"},
		{"<b>", "<i>"}, {"- a", "* a"}, {"1. a", "2. a"}, {"- a\n- b", "- a\n\n- b"}, {"- [ ] a", "- [x] a"},
		{"```x\na\n```", "```y\na\n```"}, {"```\na\n```", "```\nb\n```"}, {"    a", "    b"}, {"<p>a", "<p x>a"}, {"<p>a", "<p>"}, {"<pre>a", "<pre>b"}, {"<p title=a>", "<p title>"}, {"<p id=a>", "<p id=b>"}, {"$a$", "$b$"}, {"::: a", "::: b"}, {"!!! a \"c\"", "!!! b \"c\""}, {"$$\na\n$$", "$$\nb\n$$"},
		{"<!-- a\n-->", "<!-- a\nb -->"}, {"|a|\n|-|", "|a|\n|:-|"}, {"[a]: b", "[c]: b"}, {"[a]: b", "[a]: c"},
		{"a[^1]\n\n[^1]: b", "a[^2]\n\n[^2]: b"}, {"a", "a\n\nb"}, {"a\n\nb", "a"}, {"~~a~~", "a"},
	} {
		assert.NotEmpty(t, markdown.Differences(shapes(pair[0]), shapes(pair[1])), pair)
	}
}

func TestBlockAt(t *testing.T) {
	s := shapes("a\n\n> b\n\n汉\n: 语\n\n[^1]: c\n")
	assert.Equal(t, 0, markdown.BlockAt(s, 0))
	assert.Equal(t, 1, markdown.BlockAt(s, 5))
	assert.Equal(t, 2, markdown.BlockAt(s, 8), "the term of a definition is in its list")
	assert.Equal(t, 2, markdown.BlockAt(s, 14))
	assert.Equal(t, 3, markdown.BlockAt(s, 25))
}

// TestManyDefinitions has more definitions than are looked at in one go, and
// holds that they are those that goldmark finds on its own.
func TestManyDefinitions(t *testing.T) {
	kinds := []string{"[a#]: b\n", "[a#]: b \"c\"\n", "[a#]:\nb\n", "[a#]: b\n\"c\nd\"\n", "   [a#]: <b> 'c\n[d]: e'\n", "[a\n#]: b\n", "[a#]: b (c)\n"}
	var source strings.Builder
	for i := range 2000 {
		source.WriteString(strings.ReplaceAll(kinds[i*i%11%len(kinds)], "#", strconv.Itoa(i)))
	}
	for _, end := range []string{"", "text\n[x]: y\n", "\"t\"\n", "[x]: y z\n", "===\n"} {
		for _, begin := range []string{"", "> ", "- "} {
			source := []byte(begin + source.String() + end)
			stock := goldmark.New(goldmark.WithParserOptions(parser.WithAttribute()))
			want := definitions(stock.Parser().Parse(text.NewReader(source)), source)
			require.Equal(t, want, definitions(markdown.Parse(source, markdown.Default).Root, source), "%q %q", begin, end)
			require.Greater(t, len(want), 1900)
		}
	}
}

// definitions lists the definitions in a tree, and what else is beside them.
func definitions(root ast.Node, source []byte) []string {
	var all []string
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && n.Type() == ast.TypeBlock {
			line := fmt.Sprintf("%s %d %t %q", n.Kind(), n.Pos(), n.HasBlankPreviousLines(), n.Lines().Value(source))
			if d, ok := n.(*ast.LinkReferenceDefinition); ok {
				line += fmt.Sprintf(" %q %q %q", d.Label, d.Destination, d.Title)
			}
			all = append(all, line)
		}
		return ast.WalkContinue, nil
	})
	return all
}

// TestSameAttributesOfHeadings holds the attributes of headings against those that goldmark finds.
func TestSameAttributesOfHeadings(t *testing.T) {
	for _, source := range []string{
		"# 头 {#a}", "# 头 {#a}\t \n", "# 头{#a-b_c:d.e}\r\n", "## 头 ## {#a}", "# 头 {#a} #", "# {#a}", "# 头 \\{#a}", "# 头 {#a} {#b}", "# 头 {#a b}",
		"# 头 {#a .b}", "# 头 {.b}", "# 头 {#}", "# 头 {#软}", "# 头 {#a}b", "> # 头 {#a}\n", "- # 头 {#a}\n\n  头", "# 头 {id=5}", "# 头 {id=null}", "# 头 {id=[1]}", "头 {#a}\n===", "头\n{#a}\n---", "头\n{#a}软\n---", "头\n头 {#a}\n---", "{#a}\n===",
	} {
		requireSame(t, source)
	}
}
