package pipeline

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"zhmd/pipeline/internal/html"
	"zhmd/pipeline/internal/markdown"
)

// A directive is a comment that tells zhmd what to do:
//
//	<!-- zhmd off -->, <!-- zhmd on -->    what is between stays as it is
//	<!-- zhmd skip -->                     so does the next block
//	<!-- zhmd word 台积电=台積電 -->        a word of this document, from here on
//	<!-- zhmd source zh-Hans -->           what the document is written in
//	<!-- zhmd zh-TW: 計程車 -->…<!-- /zhmd -->    the text in one version
type directive struct {
	span
	name string // off, on, skip, word, source; ":" for text in versions, "/" for its end
	args string
}

// comment looks for a directive in a comment at offsets into r.
func (c *collector) comment(r *run, t *html.Token) {
	body := bytes.TrimSuffix(bytes.TrimPrefix(r.text[t.Start:t.End], []byte("<!--")), []byte("-->"))
	c.directive(body, span{r.source(t.Start), r.source(t.End-1) + 1})
}

// commentBlock looks for directives in an HTML block that is not read otherwise.
func (c *collector) commentBlock(n *ast.HTMLBlock) {
	r := newRun(c.source, spansOf(n.Lines()))
	scanner := html.NewScanner(r.text)
	for {
		t, ok := scanner.Next()
		if !ok {
			return
		}
		if t.Kind == html.Comment {
			c.comment(&r, &t)
		}
	}
}

// directive notes the directive in a comment's body, if there is one.
func (c *collector) directive(body []byte, s span) {
	text := strings.TrimSpace(string(body))
	if c.syntax&markdown.Directives == 0 || s.start < c.codeUntil {
		return
	}
	if text == "/zhmd" {
		if c.guarded() {
			return // what stands in code is not replaced
		}
		c.directives = append(c.directives, directive{s, "/", ""})
		return
	}
	rest, ok := strings.CutPrefix(text, "zhmd")
	if !ok || rest != "" && rest[0] != ' ' && rest[0] != '\t' && rest[0] != '\n' {
		return
	}
	rest = strings.TrimSpace(rest)
	name, args, _ := strings.Cut(rest, " ")
	if strings.Contains(name, ":") || strings.HasPrefix(args, ":") {
		name, args = ":", rest
		if c.guarded() {
			return
		}
	}
	c.directives = append(c.directives, directive{s, name, strings.TrimSpace(args)})
	c.skipNext = c.skipNext || name == "skip" && args == ""
}

// skips tells whether a block is the one that a directive says to skip. Between
// the two other comments may stand.
func (c *collector) skips(n ast.Node) bool {
	if !c.skipNext || n.Kind() == ast.KindDocument || isComment(n, c.source) {
		return false
	}
	c.skipNext = false
	return true
}

func isComment(n ast.Node, source []byte) bool {
	switch n := n.(type) {
	case *ast.HTMLBlock:
		return n.HTMLBlockType == ast.HTMLBlockType2
	case *markdown.Flow:
		first, ok := n.FirstChild().(*markdown.Opaque)
		return ok && n.ChildCount() == 1 && bytes.HasPrefix(first.Value(source), []byte("{/*"))
	}
	return false
}
