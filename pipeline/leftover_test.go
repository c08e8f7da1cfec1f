package pipeline_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"zhmd/convert"
	"zhmd/pipeline"
)

// TestNoProseIsLeft counts, in what comes out for zh-TW, the stretches of Han
// that hold a character which is Simplified alone, in the text that goldmark's
// stock parser and golang.org/x/net/html show: outside of code, URLs and what
// is marked as not to be translated.
func TestNoProseIsLeft(t *testing.T) {
	if _, err := os.Stat(sharedData); err != nil {
		t.Skipf("%s is not there; it holds real pages to test against", sharedData)
	}
	left, all := 0, 0
	for _, folder := range []string{"vue-docs-zh-cn", "pages"} {
		require.NoError(t, filepath.WalkDir(filepath.Join(sharedData, folder), func(path string, _ fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(path) != ".md" {
				return err
			}
			source := read(t, path)
			for _, shown := range shownText(source) {
				all += len(hanRuns.FindAllString(shown, -1))
			}
			for _, shown := range shownText(pipeline.Parse(source).Convert(engine(t, convert.TW)).Output) {
				for _, run := range hanRuns.FindAllString(shown, -1) {
					if strings.ContainsFunc(run, simplifiedOnly(t)) {
						left++
						assert.Fail(t, "left", "%s: %s", path, run)
					}
				}
			}
			return nil
		}))
	}
	t.Logf("%d of %d runs of Han are left in Simplified", left, all)
}

var hanRuns = regexp.MustCompile(`\p{Han}+`)

// simplifiedOnly tells whether a character is written in Simplified Chinese and
// never in Taiwan: OpenCC knows Traditional forms of it and not itself among
// them, and does not take one of these back as Taiwan's standard, as it does 群.
func simplifiedOnly(t *testing.T) func(r rune) bool {
	e, err := convert.New(0, convert.Config("s2t"))
	require.NoError(t, err)
	tw, err := convert.New(convert.TW)
	require.NoError(t, err)
	return func(r rune) bool {
		if !unicode.Is(unicode.Han, r) || tw.String(string(r)) == string(r) {
			return false
		}
		return slices.ContainsFunc(e.Explain(string(r))[0].Steps, func(s convert.Step) bool { return !slices.Contains(s.Candidates, string(r)) })
	}
}

var urls = regexp.MustCompile(`[a-z]+://\S+`)

// shownText gives the text that a reader of a document sees, front matter's
// titles and descriptions among it.
func shownText(source []byte) []string {
	var all []string
	if bytes.HasPrefix(source, []byte("---\n")) {
		end := bytes.Index(source[4:], []byte("\n---\n"))
		for line := range strings.Lines(string(source[:4+max(end, 0)])) {
			if key, value, _ := strings.Cut(line, ":"); slices.Contains(pipeline.FrontMatterKeys, key) {
				all = append(all, value)
			}
		}
		source = source[4+end+4:]
	}
	must(ast.Walk(stock.Parser().Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.CodeSpan, *ast.AutoLink:
			return ast.WalkSkipChildren, nil
		case *ast.HTMLBlock:
			if entering {
				all = append(all, shownHTML(n.Lines().Value(source))...)
			}
		case *ast.Text:
			if entering {
				all = append(all, urls.ReplaceAllString(string(n.Value(source)), ""))
			}
		case *ast.Link:
			all = append(all, string(n.Title))
		case *ast.RawHTML:
			if entering {
				all = append(all, shownHTML(n.Segments.Value(source))...)
			}
		}
		return ast.WalkContinue, nil
	}))
	return all
}

func shownHTML(source []byte) []string {
	var all []string
	z, raw := html.NewTokenizer(bytes.NewReader(source)), 0
	for z.Next() != html.ErrorToken {
		switch t := z.Token(); t.Type {
		case html.StartTagToken, html.SelfClosingTagToken:
			for _, a := range t.Attr {
				if slices.Contains([]string{"alt", "title", "aria-label", "placeholder"}, a.Key) {
					all = append(all, a.Val)
				}
			}
			if t.Type == html.StartTagToken && slices.Contains([]string{"script", "style", "pre", "code", "textarea", "svg"}, t.Data) {
				raw++
			}
		case html.EndTagToken:
			raw = 0
		case html.TextToken:
			if raw == 0 {
				all = append(all, t.Data)
			}
		}
	}
	return all
}
