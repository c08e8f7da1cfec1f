package slug

import (
	"fmt"
	"html"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert/converttest"
)

func TestIDsAsHugoGives(t *testing.T) {
	pages := append(randomPages(rand.New(rand.NewPCG(3, 4)), 200, 20), plain(handPicked), plain(everyRune("13.0.0")))
	var sources []string
	for _, page := range pages {
		for i := range page {
			page[i].text = withoutSyntax.ReplaceAllString(page[i].text, "")
		}
		sources = append(sources, markdown(page))
	}
	for i, got := range renderByHugo(t, sources) {
		assert.Equal(t, headingIDs(got), ids(Hugo, pages[i]))
	}
}

// What the tests write of headings makes lines of Markdown as it is, but for
// attributes, templates and what is not in a line.
var withoutSyntax = regexp.MustCompile(`[{}\r\n]`)

func markdown(page []heading) string {
	var b strings.Builder
	for _, h := range page {
		b.WriteString("## " + h.text)
		if h.id != nil {
			b.WriteString(" {#" + *h.id + "}")
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

var idAttribute = regexp.MustCompile(`<h2 id="([^"]*)"`)

func headingIDs(page string) []string {
	var all []string
	for _, m := range idAttribute.FindAllStringSubmatch(page, -1) {
		all = append(all, html.UnescapeString(m[1]))
	}
	return all
}

// renderByHugo builds a site of the pages and gives their HTML.
func renderByHugo(t *testing.T, pages []string) []string {
	t.Helper()
	converttest.Program(t, "hugo", "apt-get install hugo")
	dir := t.TempDir()
	write(t, filepath.Join(dir, "hugo.toml"), `disableKinds = ["home", "taxonomy", "term", "RSS", "sitemap", "section", "404"]`)
	write(t, filepath.Join(dir, "layouts", "_default", "single.html"), "{{ .Content }}")
	for i, page := range pages {
		write(t, filepath.Join(dir, "content", fmt.Sprintf("p%d.md", i)), "---\ntitle: x\n---\n\n"+page)
	}
	out, err := exec.Command("hugo", "--quiet", "--source", dir).CombinedOutput()
	require.NoError(t, err, "%s", out)
	var rendered []string
	for i := range pages {
		data, err := os.ReadFile(filepath.Join(dir, "public", fmt.Sprintf("p%d", i), "index.html"))
		require.NoError(t, err)
		rendered = append(rendered, string(data))
	}
	return rendered
}

func write(t *testing.T, name, text string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
	require.NoError(t, os.WriteFile(name, []byte(text), 0o644))
}
