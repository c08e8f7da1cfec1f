package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	segments "github.com/yuin/goldmark/text"

	"zhmd/pipeline/internal/html"
	"zhmd/pipeline/internal/jsx"
)

// htmlBlock notes the markup of an HTML block and where there is text, not the
// words in it.
func (w *shaper) htmlBlock(n *ast.HTMLBlock) {
	text := w.value(n.Lines())
	if n.HasClosure() {
		closure := segments.NewSegments()
		closure.Append(n.ClosureLine)
		text = append(bytes.Clone(text), w.value(closure)...)
	}
	w.html(text)
}

func (w *shaper) html(text []byte) {
	scanner, at := html.NewScanner(text), 0
	raw := ""
	for {
		t, ok := scanner.Next()
		if !ok {
			break
		}
		w.htmlText(text[at:t.Start], raw != "")
		w.htmlToken(text, &t, html.ProseAttribute)
		if raw == "" && t.Kind == html.Tag && !t.Closing && !t.Empty && !html.Void(t.Name) && html.Untranslated(&t, text) {
			raw = t.Name
		} else if t.Closing && t.Name == raw {
			raw = ""
		}
		at = t.End
	}
	w.htmlText(text[at:], raw != "")
}

// markup notes a tag or a comment in a line of text.
func (w *shaper) markup(text []byte) {
	if w.tree.syntax&MDX == 0 || isComment(text) {
		w.html(text)
		return
	}
	t, _ := jsx.Tag(text, 0)
	w.htmlToken(text, &t, jsx.ProseAttribute)
}

// htmlText notes text, with its words where these are not to be changed.
func (w *shaper) htmlText(text []byte, verbatim bool) {
	switch {
	case verbatim:
		w.put(" %q", text)
	case len(bytes.TrimSpace(text)) > 0:
		w.put(" text")
	}
}

// htmlToken notes markup but for the values that are prose.
func (w *shaper) htmlToken(text []byte, t *html.Token, prose func(name string) bool) {
	at := t.Start
	for _, a := range t.Attributes {
		if prose(a.Name) && a.Start < a.End {
			w.put(" %q", text[at:a.Start])
			at = a.End
		}
	}
	w.put(" %q", text[at:t.End])
}
