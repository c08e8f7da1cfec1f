package markdown_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"zhmd/convert/converttest"
	"zhmd/pipeline/internal/markdown"
)

// stock is goldmark's own parser with the parsers of goldmark's own that this
// package's stand around.
var stock = parser.NewParser(
	parser.WithBlockParsers(
		util.Prioritized(parser.NewSetextHeadingParser(parser.WithHeadingAttribute()), 100),
		util.Prioritized(extension.NewDefinitionListParser(), 101),
		util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(parser.NewListParser(), 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewCodeBlockParser(), 500),
		util.Prioritized(parser.NewATXHeadingParser(parser.WithHeadingAttribute()), 600),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
		util.Prioritized(parser.NewBlockquoteParser(), 800),
		util.Prioritized(parser.NewHTMLBlockParser(), 900),
		util.Prioritized(extension.NewFootnoteBlockParser(), 999),
		util.Prioritized(parser.NewParagraphParser(), 1000)),
	parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
		util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
		util.Prioritized(extension.NewFootnoteParser(), 101),
		util.Prioritized(extension.NewStrikethroughParser(), 500),
		util.Prioritized(extension.NewLinkifyParser(), 999))...),
	parser.WithParagraphTransformers(
		util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
		util.Prioritized(extension.NewTableParagraphTransformer(), 200)),
)

// requireSame holds that the tree of source is the one that goldmark makes, but
// for where text is divided and for code being one segment.
func requireSame(t testing.TB, source string) {
	b := []byte(source)
	want := dump(stock.Parse(text.NewReader(b)), b)
	require.Equal(t, want, dump(markdown.Parse(b, markdown.LooseTables).Root, b), "%q", source)
}

// dump writes down a tree.
func dump(root ast.Node, source []byte) string {
	d := dumper{source: source}
	d.node(root)
	return d.String()
}

// A dumper writes down all of a tree.
type dumper struct {
	strings.Builder
	source []byte
	text   []byte // that is not written yet
}

func (d *dumper) flush() {
	if text := strings.TrimRight(string(d.text), " \t\r\n"); text != "" {
		fmt.Fprintf(d, "%q ", text)
	}
	d.text = nil
}

func (d *dumper) node(n ast.Node) {
	if t, ok := n.(*ast.Text); ok && !t.IsRaw() {
		d.text = append(d.text, t.Value(d.source)...)
		if t.SoftLineBreak() || t.HardLineBreak() {
			d.flush()
			fmt.Fprintf(d, "break %t %t ", t.SoftLineBreak(), t.HardLineBreak())
		}
		return
	}
	d.flush()
	fmt.Fprintf(d, "\n%s at %d", n.Kind(), n.Pos())
	for _, a := range n.Attributes() {
		fmt.Fprintf(d, " %s=%v", a.Name, a.Value)
	}
	if n.Type() == ast.TypeBlock {
		fmt.Fprintf(d, " %q %t", n.Lines().Value(d.source), n.HasBlankPreviousLines())
	}
	d.details(n)
	d.WriteString(" (")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		d.node(c)
	}
	d.flush()
	d.WriteString(")")
}

func (d *dumper) details(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		fmt.Fprint(d, n.Level)
	case *ast.Emphasis:
		fmt.Fprint(d, n.Level)
	case *ast.List:
		fmt.Fprint(d, n.Marker, n.Start, n.IsTight)
	case *ast.ListItem:
		fmt.Fprint(d, n.Offset)
	case *ast.HTMLBlock:
		fmt.Fprint(d, n.HTMLBlockType, n.ClosureLine)
	case *ast.FencedCodeBlock:
		fmt.Fprintf(d, "%q", n.Language(d.source))
	case *ast.Text:
		fmt.Fprintf(d, "raw %q", n.Value(d.source))
	case *ast.Link:
		fmt.Fprintf(d, "%q %q", n.Destination, n.Title)
	case *ast.Image:
		fmt.Fprintf(d, "%q %q", n.Destination, n.Title)
	case *ast.AutoLink:
		fmt.Fprintf(d, "%q", n.URL(d.source))
	case *ast.RawHTML:
		fmt.Fprintf(d, "%q", n.Segments.Value(d.source))
	case *extast.TableCell:
		fmt.Fprint(d, n.Alignment)
	case *extast.TaskCheckBox:
		fmt.Fprint(d, n.IsChecked)
	}
}

// goldmarkFiles gives files of goldmark's module.
func goldmarkFiles(t testing.TB, pattern ...string) []string {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	require.NoError(t, err)
	files, err := filepath.Glob(filepath.Join(append([]string{strings.TrimSpace(string(dir))}, pattern...)...))
	require.NoError(t, err)
	return files
}

func TestSameTreeOfExamples(t *testing.T) {
	data, err := os.ReadFile(goldmarkFiles(t, "_test", "spec.json")[0])
	require.NoError(t, err)
	var examples []struct{ Markdown string }
	require.NoError(t, json.Unmarshal(data, &examples))
	for _, e := range examples {
		requireSame(t, e.Markdown)
	}
	for _, file := range append(goldmarkFiles(t, "_test", "*.txt"), goldmarkFiles(t, "*", "_test", "*.txt")...) {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, m := range regexp.MustCompile(`(?ms)^//- - [- ]*//\n(.*?)^//- - [- ]*//\n`).FindAllStringSubmatch(string(data), -1) {
			requireSame(t, m[1])
		}
	}
}

// fragments are what documents are made of; ~ is a space.
var fragments = strings.Fields(`软件 a b ab 1 ， 。 😀 \ \* \\ & &amp; ~ ~ ~ ~~ ~~~~ ~~~~~ ⏎ ⏎ ⏎ ⏎⏎ ⏎~ ⏎~~~~ ⏎> ⏎-~ ⏎1.~ ⏎#~ ⏎:~ ␉ ␍⏎ \⏎ ~~⏎ ~␉⏎ ~⏎ · £ ¡
	* ** *** _ __ ˜ ˜˜ [ ] ( ) ![ ]( ][ ]: [^ [^1] [^1]: < > | - + # = ! { } " ' . , ; / @ [x]~ [~]~ {#a} {#软} ~{#a-b} {.a} {#a}~# ##~a~##~{#b}⏎ #~{#a}⏎ #~\{#a}⏎
	[a](/b) [a](b~"c") [a] [a][] [a]:~/b⏎ ![a](b) <https://a.b> https://a.b/c http://a.b www.a.com ftp://a.b a@b.c <a@b.c> (www.a.b) *http://a.b* _a@b.c_ ://
	<b> </b> <b~> <b/> <b~/> <b~c> <b~c=d> <b~c='d'> <b~c="d"~/> <b~c="软"> <b~软> <b~c=d/> <b~c~=~d> </b~> </b~c> <b⏎c> <1> <a-b> <a_b> <b~_c> <b~:c=d> <b~c=> <b~c="> <B>
	<div> <div⏎ </div> <div/> <div~a> <div␉a> </~div> <DIV> <divx> <div␍⏎ <br> <!--a--> <!-- --> <!-->
	<!a> <!A> <?a?> <![CDATA[a]]> <pre> </pre> <script> </script> <p> <Foo> <Foo~/> <foo-bar> <foo⏎
	|a|b|⏎|-|-|⏎|1|2|⏎ --- === ***⏎ --- :---: a⏎===⏎ a⏎---⏎ a⏎:~b⏎
	` + "` `` ``` ```` `a` `~a~` `~~` ``a`b`` ```⏎ ```a⏎ ⏎```⏎ ⏎~```⏎ ⏎~~~~```⏎ ````⏎ ˜˜˜⏎ ⏎˜˜˜⏎ ```a`⏎ ⏎```b⏎ ```~⏎")

func randomSource(r *rand.Rand) string {
	var b strings.Builder
	for range 1 + r.IntN(12) {
		b.WriteString(fragments[r.IntN(len(fragments))])
	}
	return strings.NewReplacer("~", " ", "⏎", "\n", "␉", "\t", "␍", "\r", "˜", "~").Replace(b.String())
}

// TestSameTree asks of random documents.
func TestSameTree(t *testing.T) {
	n := converttest.Trials(30_000)
	r := rand.New(rand.NewPCG(uint64(n), 8))
	for range n {
		requireSame(t, randomSource(r))
	}
}
