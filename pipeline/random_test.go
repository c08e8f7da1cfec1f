package pipeline_test

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zhmd/convert"
	"zhmd/convert/converttest"
	"zhmd/pipeline"
)

// fragments are what documents are made of: words that convert to more, fewer
// and the same number of characters, and markup, whole and broken. MkDocs'
// admonitions are not among it: what is indented below them is text, and code to
// the parsers that are asked here.
var fragments = strings.Split(strings.Join([]string{
	"软件 头发 发展 网络 出租车 里 后面 汉 SQL注入 U盘 伯克希尔-哈撒韦 a b 1 ， 。 · ！ \u3000 😀 ⿰木木",
	"* ** *** _ __ ~~ ~ ` `` ``` ~~~ [ ] ( ) ![ ]( ][ ]: [^ [^1] [^1]: < > & \\ | : - + # = ! { } $ $$ \" ' . , ; / @",
	"[软件](/软件) [软件][网络] [软件][] [软件] [网络]: [头发]:/x ![软件](软件.png) <https://a.b/软件> https://a.b/软件 www.a.com/软件 a@b.c",
	"<b> </b> <div> </div> <code> </code> <br> <!-- --> <!--软件--> <p> <span </pre> <pre> <details> <summary>",
	"<style> </style> <script> </script> <textarea> <pre~class=notranslate> <span~lang=en> </span> <!-- <? ]]> <svg/>",
	"{%~raw~%} {%~endraw~%} {{<~code~>}} {{<~/code~>}} {{%~math~%}} {{%~/math~%}} [^软件]:~ %} >}}",
	"<!--zhmd~off--> <!--zhmd~on--> <!--zhmd~skip--> <!--zhmd~word~软件=程式--> <!--zhmd~zh-TW:~計程車--> <!--/zhmd-->",
	"&amp; &#x6c49; &软; \\* \\[ \\软 {{<~a~>}} {{ }} {% %} {: {.软} {#软} [[软件]] [[软件|网络]] ![[软件]] $软件$ $a_b$ -{软件}-",
	":::~tip~软件 ::: [!NOTE] [!软件] import~软件 +++ --- title:~软件",
	"- 1. 1) > >~ - - * + #~ ##~ - |-|-| |软件|网络| :---: ***~ --- === [x]~ [ ]~ :~ ```go ~~~~",
	"\n \n \n\n \n\n \n\n ~~\n \\\n \t ~~~~ ~ ~ \r\n \r \x00 \xff \uFEFF",
}, " "), " ")

func randomDocument(r *rand.Rand) []byte {
	var b []byte
	for range 1 + r.IntN(14) {
		f := fragments[r.IntN(len(fragments))]
		if r.IntN(3) == 0 {
			f = fragments[r.IntN(11)] // words
		}
		b = append(b, strings.ReplaceAll(f, "~", " ")...)
		if r.IntN(4) == 0 {
			b = append(b, "\n > "[r.IntN(4)])
		}
	}
	return b
}

// TestRandomDocuments holds the promises on documents made of fragments.
func TestRandomDocuments(t *testing.T) {
	n := converttest.Trials(20000)
	var engines []convert.Converter
	for _, v := range goldenTargets {
		engines = append(engines, engine(t, v))
	}
	r := rand.New(rand.NewPCG(uint64(n), 5))
	kept := 0
	for range n {
		source := randomDocument(r)
		doc := pipeline.Parse(source)
		require.Equal(t, string(source), string(doc.Convert(nothing).Output))
		want := structure(source)
		for _, e := range engines {
			result := doc.Convert(e)
			kept += len(result.Warnings)
			require.Equal(t, want, structure(result.Output), "%q to %q", source, result.Output)
			requireTargets(t, source, result.Output)
			require.Equal(t, string(result.Output), string(convert.Splice(nil, source, result.Edits())))
		}
	}
	t.Logf("%d documents, %d warnings", n, kept)
}

// TestRandomDocumentsForCmark asks cmark-gfm instead. It takes a lone carriage
// return for a line end, which goldmark does not, and reads <textarea> and lines
// that begin with </style> and its like as CommonMark did before 0.31.
func TestRandomDocumentsForCmark(t *testing.T) {
	n := converttest.Trials(300)
	e := engine(t, convert.TW)
	r := rand.New(rand.NewPCG(uint64(n), 6))
	older := regexp.MustCompile(`(?m)^[\s>*+:\-\d.)]*</(?:pre|script|style)\s*>|textarea>`)
	for range n {
		source := []byte(strings.ReplaceAll(strings.ReplaceAll(string(randomDocument(r)), "\r\n", "\n"), "\r", "\n"))
		if older.Match(source) {
			continue
		}
		want, wantDestinations := cmark(t, source)
		result := pipeline.Parse(source).Convert(e)
		got, gotDestinations := cmark(t, result.Output)
		require.Equal(t, want, got, "%q to %q", source, result.Output)
		require.Equal(t, wantDestinations, gotDestinations, "%q to %q", source, result.Output)
	}
}
