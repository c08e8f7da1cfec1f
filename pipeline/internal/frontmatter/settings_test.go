package frontmatter

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// FuzzSettings holds what is not read by the library against it: it is YAML and has none
// of the values.
func FuzzSettings(f *testing.F) {
	for _, lines := range []string{"outline: deep\npage: true\n", "null: yes\nnull: 软\n", "a: b\r\nc: 1\n", "y: 1a\n", "tag: e5\n--- : a\n", "title: word\n"} {
		f.Add(lines)
	}
	f.Fuzz(func(t *testing.T, lines string) {
		c := collector{front: []byte("---\n" + lines + "---\n"), keys: map[string]bool{"title": true}}
		if !c.settings([]byte(lines)) {
			return
		}
		root, err := parseYAML(c.front[:c.body().End])
		require.NoError(t, err)
		r := yamlReader{&c, cursor{source: c.front[:c.body().End]}}
		r.node(root, "", false)
		require.Empty(t, c.values)
	})
}

func TestSettings(t *testing.T) {
	c := collector{keys: map[string]bool{"title": true}}
	for lines, want := range map[string]bool{
		"":                                     true,
		"outline: deep\npage: true\n":          true,
		"title: word\n":                        false, // prose
		strings.Repeat("k", 1025) + ": deep\n": false,
		"a: b # c\n":                           false,
		"a: 'b'\n":                             false,
		"a: b\r\n":                             false,
		"a: 软\n":                               false,
		" a: b\n":                              false,
		"- a\n":                                false,
		"a:\n":                                 false,
		"a: b\n\nc: d\n":                       false,
	} {
		assert.Equal(t, want, c.settings([]byte(lines)), lines)
	}
}
