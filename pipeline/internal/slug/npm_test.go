package slug

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

func (h heading) MarshalJSON() ([]byte, error) { return json.Marshal([]any{h.text, h.id}) }

// npmIDs are a page's ids by the packages.
type npmIDs struct{ Github, Vitepress []string }

func TestIDsAsThePackagesGive(t *testing.T) {
	pages := append(randomPages(rand.New(rand.NewPCG(1, 2)), 300, 20), plain(handPicked))
	for i, want := range node[[]heading, npmIDs](t, "ids.mjs", pages) {
		assert.Equal(t, want.Github, ids(GitHub, pages[i]))
		assert.Equal(t, want.Github, ids(Docusaurus, pages[i]))
		assert.Equal(t, want.Vitepress, ids(VitePress, pages[i]))
	}
}

// The Unicode of github-slugger is older than node's, and node's is newer than
// that of the Go library: each is compared for what both know.
func TestEveryCharacterAsThePackagesTreatIt(t *testing.T) {
	old, recent := plain(everyRune("13.0.0")), plain(everyRune("15.0.0"))
	want := node[[]heading, npmIDs](t, "ids.mjs", [][]heading{old, recent})
	assert.Equal(t, want[0].Github, ids(GitHub, old))
	assert.Equal(t, want[1].Github, ids(Docusaurus, recent))
	assert.Equal(t, want[1].Vitepress, ids(VitePress, recent))
}

func plain(texts []string) []heading {
	var page []heading
	for _, text := range texts {
		page = append(page, heading{text: text})
	}
	return page
}

func ids(s Site, page []heading) []string {
	slugger := New(s)
	var all []string
	for _, h := range page {
		if h.id == nil {
			all = append(all, slugger.ID(h.text))
			continue
		}
		slugger.Take(*h.id)
		all = append(all, *h.id)
	}
	return all
}
