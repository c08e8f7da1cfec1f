package frontmatter_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"zhmd/pipeline/internal/frontmatter"
)

func TestSame(t *testing.T) {
	for _, c := range []struct {
		name, before, after string
		want                bool
	}{
		{"other text", "---\ntitle: 软件\nx: 1\n---\n", "---\ntitle: 軟體\nx: 1\n---\n", true},
		{"other text in all places", "---\nkeywords: [软件, '硬件']\ntitle: |\n  头\n  发\n---\n", "---\nkeywords: [軟體, '硬體']\ntitle: |\n  頭\n  髮\n---\n", true},
		{"TOML", "+++\ntitle = '软件'\n+++\n", "+++\ntitle = '軟體'\n+++\n", true},
		{"JSON", "{\"title\": \"软件\"}", "{\"title\": \"軟體\"}", true},
		{"an escape sequence more", "---\ntitle: '软件'\n---\n", "---\ntitle: '軟''體'\n---\n", true},
		{"another value", "---\ntitle: 软件\nx: 软件\n---\n", "---\ntitle: 軟體\nx: 軟體\n---\n", false},
		{"another key", "---\ntitle: 软件\nx: 1\n---\n", "---\ntitle: 软件\ny: 1\n---\n", false},
		{"another anchor", "---\ntitle: &软 软件\n---\n", "---\ntitle: &軟 软件\n---\n", false},
		{"a key more", "---\ntitle: 软件\n---\n", "---\ntitle: 软件\nx: 1\n---\n", false},
		{"a comment of the end", "---\ntitle: 软件硬件\n---\n", "---\ntitle: 軟體 #硬體\n---\n", false},
		{"an item more", "---\nkeywords: [软件]\n---\n", "---\nkeywords: [軟, 體]\n---\n", false},
		{"a number", "---\ntitle: 软\n---\n", "---\ntitle: 12\n---\n", false},
		{"nothing", "---\ntitle: '软'\n---\n", "---\ntitle: ''\n---\n", false},
		{"the fence before the end", "---\ntitle: |\n  软\n---\n", "---\ntitle: |\n  軟\n---\n  軟\n---\n", false},
		{"a string that ends before", "+++\ntitle = '软'\n+++\n", "+++\ntitle = '軟' # '\n+++\n", false},
		{"an error after", "---\ntitle: 软\n---\n", "---\ntitle: \"軟\n---\n", false},
		{"an error before", "---\ntitle: \"软\n---\n", "---\ntitle: 軟\n---\n", false},
		{"the same error", "---\ntitle: \"软\n---\n", "---\ntitle: \"软\n---\n", true},
	} {
		assert.Equal(t, c.want, frontmatter.Same([]byte(c.before), []byte(c.after), keys), c.name)
	}
}
