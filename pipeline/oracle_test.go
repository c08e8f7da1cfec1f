package pipeline_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"zhmd/convert/converttest"
	"zhmd/pipeline/internal/frontmatter"
)

// The oracles of promise 2 know nothing of this project's code: goldmark as it
// comes, and cmark-gfm.

var stock = goldmark.New(
	goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList),
	goldmark.WithParserOptions(parser.WithAttribute()),
)

// structure lists what a conversion must keep of a document, one node a line,
// as goldmark's stock parser reads it. A byte order mark and front matter are
// not for a Markdown parser.
func structure(source []byte) string {
	source = slices.Clip(bytes.TrimPrefix(source, []byte("\uFEFF")))
	source = source[frontmatter.Len(source):]
	var b strings.Builder
	wasText := false
	must(ast.Walk(stock.Parser().Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering && n.Kind() == ast.KindText {
			return ast.WalkContinue, nil
		}
		if !entering {
			fmt.Fprintf(&b, "\n/%s", n.Kind())
			wasText = false
			return ast.WalkContinue, nil
		}
		if t, ok := n.(*ast.Text); ok {
			if len(t.Value(source)) > 0 && !wasText {
				b.WriteString("\ntext")
			}
			wasText = !t.SoftLineBreak() && !t.HardLineBreak()
			if !wasText {
				fmt.Fprintf(&b, "\nbreak %t", t.HardLineBreak())
			}
			return ast.WalkSkipChildren, nil
		}
		wasText = false
		fmt.Fprintf(&b, "\n%s", n.Kind())
		for _, a := range n.Attributes() {
			fmt.Fprintf(&b, " %s=%q", a.Name, a.Value)
		}
		return keptOf(&b, n, source), nil
	}))
	return b.String()
}

// keptOf writes what a node must keep beside its kind and its children.
func keptOf(b *strings.Builder, n ast.Node, source []byte) ast.WalkStatus {
	switch n := n.(type) {
	case *ast.Heading:
		fmt.Fprint(b, n.Level)
	case *ast.List:
		fmt.Fprintf(b, "%c%d%t", n.Marker, n.Start, n.IsTight)
	case *ast.Link:
		fmt.Fprintf(b, "%q", n.Destination)
	case *ast.Image:
		fmt.Fprintf(b, "%q", n.Destination)
	case *ast.AutoLink:
		fmt.Fprintf(b, "%q", n.URL(source))
	case *ast.LinkReferenceDefinition:
		fmt.Fprintf(b, "%q%q", n.Label, n.Destination)
	case *extast.Footnote:
		fmt.Fprintf(b, "%q", n.Ref)
	case *extast.TaskCheckBox:
		fmt.Fprint(b, n.IsChecked)
	case *extast.TableCell:
		fmt.Fprint(b, n.Alignment)
	case *ast.FencedCodeBlock:
		fmt.Fprintf(b, "%q%q", n.Language(source), n.Lines().Value(source))
	case *ast.CodeBlock:
		fmt.Fprintf(b, "%q", n.Lines().Value(source))
	case *ast.HTMLBlock:
		text := n.Lines().Value(source)
		if n.HasClosure() {
			text = append(bytes.Clone(text), n.ClosureLine.Value(source)...)
		}
		b.WriteString(skeleton(text))
	case *ast.RawHTML:
		b.WriteString(skeleton(n.Segments.Value(source)))
	case *ast.CodeSpan:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			fmt.Fprintf(b, "%q", c.(*ast.Text).Value(source))
		}
		return ast.WalkSkipChildren
	}
	return ast.WalkContinue
}

// skeleton gives what a conversion must keep of HTML, as golang.org/x/net reads
// it: all but text, and the attributes that are text.
func skeleton(source []byte) string {
	var b strings.Builder
	z := html.NewTokenizer(bytes.NewReader(source))
	raw := ""
	for z.Next() != html.ErrorToken {
		t := z.Token()
		switch {
		case t.Type != html.TextToken:
			t.Attr = slices.DeleteFunc(t.Attr, func(a html.Attribute) bool {
				return slices.Contains([]string{"alt", "title", "aria-label", "placeholder"}, a.Key)
			})
			b.WriteString(t.String())
			switch t.Type {
			case html.StartTagToken:
				raw = t.Data
			case html.EndTagToken:
				raw = ""
			}
		case slices.Contains([]string{"code", "pre", "script", "style", "textarea"}, raw):
			b.WriteString(t.Data)
		case strings.TrimSpace(t.Data) != "" && !strings.HasSuffix(b.String(), "text"): // it may come in parts
			b.WriteString("text")
		}
	}
	return fmt.Sprintf("%q", b.String())
}

// cmark gives the same list as cmark-gfm reads the document, and the
// destinations of its links and images.
func cmark(t testing.TB, source []byte, options ...string) (list string, destinations []string) {
	converttest.Program(t, "cmark-gfm", "apt-get install cmark-gfm")
	options = append(options, "-t", "xml", "-e", "table", "-e", "strikethrough", "-e", "tasklist", "-e", "footnotes")
	cmd := exec.Command("cmark-gfm", options...)
	cmd.Stdin = bytes.NewReader(source)
	out, err := cmd.Output()
	require.NoError(t, err)
	var b strings.Builder
	d := xml.NewDecoder(bytes.NewReader(wellFormed(out)))
	d.Strict = false
	var open []string
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String(), destinations
		}
		require.NoError(t, err)
		switch token := token.(type) {
		case xml.StartElement:
			open = append(open, token.Name.Local)
			if token.Name.Local == "text" {
				if !strings.HasSuffix(b.String(), "\ntext") {
					b.WriteString("\ntext")
				}
				continue
			}
			fmt.Fprintf(&b, "\n%s", token.Name.Local)
			for _, a := range token.Attr {
				if a.Name.Local != "title" {
					fmt.Fprintf(&b, " %s=%q", a.Name.Local, a.Value)
				}
				if a.Name.Local == "destination" {
					destinations = append(destinations, a.Value)
				}
			}
		case xml.EndElement:
			open = open[:len(open)-1]
			if token.Name.Local != "text" {
				fmt.Fprintf(&b, "\n/%s", token.Name.Local)
			}
		case xml.CharData:
			switch {
			case len(open) > 0 && strings.HasPrefix(open[len(open)-1], "html"):
				b.WriteString(skeleton(token))
			case len(open) > 0 && open[len(open)-1] != "text":
				fmt.Fprintf(&b, "%q", strings.TrimSpace(string(token)))
			}
		}
	}
}

// wellFormed mends what cmark-gfm writes though XML does not allow it:
// control characters, and names in brackets for the nodes of some extensions.
func wellFormed(out []byte) []byte {
	out = bytes.ReplaceAll(out, []byte("<unknown>"), []byte("unknown"))
	return bytes.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, out)
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// Every Han character becomes another: of the same size in bytes, or larger.
var (
	shifted = mapper(func(r rune) string {
		if unicode.Is(unicode.Han, r) && r >= 0x4E00 && r < 0x9FA0 {
			return string(r + 1)
		}
		return string(r)
	})
	grown = mapper(func(r rune) string {
		if unicode.Is(unicode.Han, r) && r >= 0x4E00 && r < 0x9FA0 {
			return string(r - 0x4E00 + 0x20000)
		}
		return string(r)
	})
)

// requirePromises asserts that nothing is lost and that only prose changes.
func requirePromises(t testing.TB, source []byte) {
	t.Helper()
	require.Equal(t, string(source), output(string(source), nothing))
	for _, c := range []mapper{shifted, grown} {
		version := []byte(output(string(source), c))
		require.Equal(t, structure(source), structure(version), "%q", source)
		requireTargets(t, source, version)
	}
}
