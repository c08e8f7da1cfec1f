package pipeline

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"zhmd/pipeline/internal/html"
	"zhmd/pipeline/internal/jsx"
	"zhmd/pipeline/internal/markdown"
)

// htmlBlock gathers the prose of an HTML block: what is between its tags, and
// some of their attributes.
func (c *collector) htmlBlock(n *ast.HTMLBlock) {
	spans := spansOf(n.Lines())
	if n.HasClosure() {
		spans = append(spans, span{n.ClosureLine.Start, n.ClosureLine.Stop})
	}
	r := newRun(c.source, spans)
	scanner, at := html.NewScanner(r.text), 0
	for {
		t, ok := scanner.Next()
		if !ok {
			break
		}
		at = c.htmlText(&r, at, t.Start)
		c.markup(&r, &t, true)
		at = max(at, t.End)
	}
	c.htmlText(&r, at, len(r.text))
	if c.skipNext && n.HTMLBlockType != ast.HTMLBlockType2 {
		c.skipNext = false
		c.faults = append(c.faults, remark{spans[0].start, "skip does nothing inside of HTML; put off and on around what is to stay"})
	}
}

// spansOf gives the spans of lines, one for those between which there is nothing.
func spansOf(lines *text.Segments) (spans []span) {
	for i := range lines.Len() {
		line := lines.At(i)
		if n := len(spans); n > 0 && spans[n-1].end == line.Start {
			spans[n-1].end = line.Stop
		} else {
			spans = append(spans, span{line.Start, line.Stop})
		}
	}
	return spans
}

// htmlText adds the text between two tags, at offsets into r, to the run, without
// what is masked. It returns where the text goes on: behind a code span that holds the
// second tag, which counts as one in code does.
func (c *collector) htmlText(r *run, from, to int) (next int) {
	next = to
	if from >= to {
		return from
	}
	code, ok := markdown.TagCode(r.text, from, to)
	if ok {
		to, next = code.Start, code.End
	}
	base := from
	for _, m := range markdown.Masks(r.text[from:to], c.syntax) {
		start, end := base+m.Start, base+m.End
		c.htmlLines(r, from, start)
		c.barrier()
		if first, last := r.source(start), r.source(end-1)+1; bytes.HasPrefix(r.text[start:end], []byte("-{")) {
			c.rules = append(c.rules, span{first, last})
		} else {
			c.mdxComment(span{first, last})
		}
		from = end
	}
	c.htmlLines(r, from, to)
	if ok {
		c.codeUntil = max(c.codeUntil, r.source(next-1)+1)
	}
	return next
}

// htmlLines adds text that is not masked.
func (c *collector) htmlLines(r *run, from, to int) {
	for from < to {
		line := r.text[from:to]
		next := bytes.IndexByte(line, '\n') + 1
		if next > 0 {
			line = line[:next]
		}
		start := from
		if from > 0 && r.text[from-1] == '\n' {
			start += len(line) - len(bytes.TrimLeft(line, " \t"))
		}
		end := from + len(line)
		if next > 0 {
			end = max(start, from+len(bytes.TrimRight(line, " \t\r\n")))
		}
		if start < end && !c.guarded() && r.source(start) >= c.codeUntil {
			c.prose = span{r.source(start), r.source(start) + end - start}
			c.piece()
		}
		if next > 0 {
			c.softBreak()
		}
		from += len(line)
	}
}

// rawHTML deals with an inline tag or comment.
func (c *collector) rawHTML(n *ast.RawHTML) {
	r := newRun(c.source, spansOf(n.Segments))
	if t, ok := c.firstToken(r.text); ok {
		c.markup(&r, &t, n.Parent().Kind() == markdown.KindFlow)
		return
	}
	c.barrier()
}

// firstToken reads the tag or comment that text begins with.
func (c *collector) firstToken(text []byte) (t html.Token, ok bool) {
	if c.syntax&markdown.MDX == 0 || bytes.HasPrefix(text, []byte("<!")) {
		return html.NewScanner(text).Next()
	}
	t, _ = jsx.Tag(text, 0)
	return t, t.End > 0
}

// markup deals with a tag or a comment, at offsets into r.
func (c *collector) markup(r *run, t *html.Token, inBlock bool) {
	if t.Kind != html.Tag || !html.Formatting(t.Name) {
		c.barrier()
	}
	c.piece()
	switch t.Kind {
	case html.Comment:
		c.comment(r, t)
	case html.Tag:
		c.element(r, t, inBlock)
	}
}

// element notes where an element begins or ends whose content is no prose, and
// gathers the attributes that are. A block that begins in a shortcode's code may
// go on behind it: to a program that knows no shortcodes, its elements count.
func (c *collector) element(r *run, t *html.Token, inBlock bool) {
	inCode := r.source(t.Start) < c.codeUntil
	c.tagDestinations(r, t)
	nests := c.syntax&markdown.MDX != 0
	switch {
	case nests && inBlock && c.muted > 0 && c.guard.depth == 0 && !t.Closing && !t.Empty: // a directive skips all of it
		c.guard = guard{name: t.Name, depth: 1, lasting: c.closes(t.Name, r.source(t.Start))}
	case inCode && (!inBlock || c.guarded() && !c.guard.inCode):
	case c.guarded():
		c.guard.tag(t, nests)
	case t.Closing:
	case html.Untranslated(t, r.text):
		if !t.Empty && (nests || !html.Void(t.Name)) {
			c.barrier()
			lasting := inBlock && !inCode && (nests || !html.Omissible(t.Name)) && c.closes(t.Name, r.source(t.Start))
			c.guard = guard{name: t.Name, depth: 1, lasting: lasting, code: html.Code(t.Name), inCode: inCode}
		}
	case !inCode && c.syntax&markdown.HTML != 0:
		c.attributes(r, t)
	}
}

// proseAttribute reports whether the value of an attribute is prose.
func (c *collector) proseAttribute(name string) bool {
	if c.syntax&markdown.MDX != 0 {
		return jsx.ProseAttribute(name)
	}
	return html.ProseAttribute(name)
}

func (c *collector) attributes(r *run, t *html.Token) {
	for _, a := range t.Attributes {
		switch {
		case c.proseAttribute(a.Name) && a.Start < a.End:
			c.aside(r.spans(a.Start, a.End))
		case a.Name == "id" || a.Name == "name":
			c.ids[a.Value(r.text)] = true
		case a.Name == "href" && toAnchor(r.text[a.Start:a.End]):
			c.anchors = true
			c.hrefs = append(c.hrefs, Link{Fragment: a.Value(r.text), offset: r.source(t.Start)})
		}
	}
}
