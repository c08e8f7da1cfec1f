package slug

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer/html"
)

func TestPin(t *testing.T) {
	text, ok := GitHub.Pin("综述-1")
	assert.True(t, ok)
	assert.Equal(t, `<a id="综述-1"></a>`, text)
	for _, s := range []Site{Hugo, VitePress, Docusaurus, MDBook} {
		text, ok = s.Pin("综述-1")
		assert.True(t, ok, s)
		assert.Equal(t, " {#综述-1}", text, s)
	}
}

func TestPinRefusesWhatItCannotWrite(t *testing.T) {
	for i := range rules {
		for _, id := range []string{"", "a b", "a\u3000b", "a}", `a"`, "a*", "a`", "a&lt;", `a\`, "a\n", "a<b", "\xff"} {
			_, ok := Site(i).Pin(id)
			assert.False(t, ok, "%s %q", Site(i), id)
		}
	}
	for id, want := range map[string]bool{"_a_": false, "a_": false, "a_-b": false, "__a__b": true, "_1-a": true, "a_b": true, "综_述": true} {
		for s, inline := range map[Site]bool{Hugo: false, MDBook: false, GitHub: false, VitePress: true, Docusaurus: true} {
			_, ok := s.Pin(id)
			assert.Equal(t, want || !inline, ok, "%s %q", s, id)
		}
	}
}

// Every id that VitePress derives can be pinned, and the pin gives that id.
func TestVitePressReadsPins(t *testing.T) {
	pages, want := pinned(t, VitePress)
	for i, got := range node[string, string](t, "pins.mjs", pages) {
		assert.Equal(t, "<h2 id=\""+want[i]+"\">新 <em>标题</em></h2>\n", got)
	}
}

func TestHugoReadsPins(t *testing.T) {
	pages, want := pinned(t, Hugo)
	for i, got := range renderByHugo(t, pages) {
		assert.Equal(t, "<h2 id=\""+want[i]+"\">新 <em>标题</em></h2>\n", got)
	}
}

// goldmark is what Hugo reads Markdown by. The one in go.mod is newer than that
// of Debian's Hugo.
func TestGoldmarkReadsPins(t *testing.T) {
	md := goldmark.New(goldmark.WithParserOptions(parser.WithHeadingAttribute()), goldmark.WithRendererOptions(html.WithUnsafe()))
	pages, want := pinned(t, Hugo)
	for i, page := range pages {
		var got bytes.Buffer
		require.NoError(t, md.Convert([]byte(page), &got))
		assert.Equal(t, "<h2 id=\""+want[i]+"\">新 <em>标题</em></h2>\n", got.String())
	}
}

// pinned gives headings that are pinned to ids which the site derived, and these
// ids. Every other heading has closing #s.
func pinned(t *testing.T, s Site) (pages, ids []string) {
	t.Helper()
	r := rand.New(rand.NewPCG(5, 6))
	for i := range 500 {
		id := New(s).ID(randomText(r, nil))
		if id == "" {
			continue
		}
		pin, ok := s.Pin(id)
		require.True(t, ok, id)
		pages, ids = append(pages, "## 新 *标题*"+closed(s, pin, i%2 == 0)), append(ids, id)
	}
	return pages, ids
}

func closed(s Site, pin string, closing bool) string {
	switch {
	case !closing:
		return pin
	case s.PinsLast():
		return " ##" + pin
	}
	return pin + " ##"
}
