package slug

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSitesAreParsedByTheirNames(t *testing.T) {
	assert.Equal(t, []string{"github", "hugo", "vitepress", "docusaurus", "mdbook"}, Sites())
	for i, name := range Sites() {
		s, err := ParseSite(name)
		require.NoError(t, err)
		assert.Equal(t, Site(i), s)
	}
	_, err := ParseSite("hexo")
	assert.ErrorContains(t, err, "github, hugo, vitepress, docusaurus, mdbook")
}

// The same text shows where the rules differ.
func TestRulesDiffer(t *testing.T) {
	for _, c := range []struct{ text, github, hugo, vitepress, mdbook string }{
		{"综述", "综述", "综述", "综述", "综述"},
		{"1. 安装", "1-安装", "1-安装", "_1-安装", "1-安装"},
		{"参数（可选）", "参数可选", "参数可选", "参数-可选", "参数可选"},
		{"《史记》——司马迁", "史记司马迁", "史记司马迁", "《史记》——司马迁", "史记司马迁"},
		{"甲　乙", "甲乙", "甲乙", "甲-乙", "甲-乙"},
		{"cafe\u0301", "cafe\u0301", "cafe", "cafe", "cafe"},
		{"安装 🚀", "安装-", "安装-", "安装-🚀", "安装-"},
		{"x² ①", "x-", "x-", "x2-1", "x²-①"},
		{"！", "", "heading", "", ""},
	} {
		assert.Equal(t, c.github, New(GitHub).ID(c.text), c.text)
		assert.Equal(t, c.github, New(Docusaurus).ID(c.text), c.text)
		assert.Equal(t, c.hugo, New(Hugo).ID(c.text), c.text)
		assert.Equal(t, c.vitepress, New(VitePress).ID(c.text), c.text)
		assert.Equal(t, c.mdbook, New(MDBook).ID(c.text), c.text)
	}
}

func TestRecentHanIsUnknownToDocusaurus(t *testing.T) {
	assert.Equal(t, "𱍐", New(GitHub).ID("𱍐"))
	assert.Equal(t, "", New(Docusaurus).ID("𱍐"))
}

// The table is worked out from id_from_content of mdBook 0.5.4 and what Rust
// documents of char and str.
func TestMDBook(t *testing.T) {
	for text, want := range map[string]string{
		" 前后\u3000": "前后",
		"甲 \u3000乙": "甲--乙", "两行\n标题": "两行-标题", "a\tb": "a-b", "a\u00a0b": "a-b",
		"C++ 与 C#": "c-与-c", "foo_bar-baz": "foo_bar-baz", "v1.2": "v12",
		"你好，世界！": "你好世界", "甲·乙": "甲乙", "A -- B": "a----b", "A – B": "a--b",
		"ÉCOLE": "école", "ΟΔΟΣ": "οδος", "İ": "i", "ẞ": "ß",
		"Ⅷ½②": "ⅷ½②", "Ⓐ": "ⓐ", "㎡": "", "𠮷𬺰": "𠮷𬺰", "〇々": "〇々", "한글": "한글",
		"か\u3099": "か", "का": "का", "क्": "क", "零\u200b宽\u200d": "零宽", "👩‍👧": "",
	} {
		assert.Equal(t, want, New(MDBook).ID(text), text)
	}
}

func TestIDsAreUnique(t *testing.T) {
	for _, s := range []Site{GitHub, Hugo, VitePress, Docusaurus, MDBook} {
		slugger := New(s)
		var got []string
		for _, text := range []string{"甲", "甲 1", "甲", "甲", "甲 1", "甲"} {
			got = append(got, slugger.ID(text))
		}
		assert.Equal(t, []string{"甲", "甲-1", "甲-2", "甲-3", "甲-1-1", "甲-4"}, got, s)
	}
}

func TestExplicitIDsCountForSomeSites(t *testing.T) {
	for s, want := range map[Site]string{GitHub: "甲", Hugo: "甲-1", VitePress: "甲-1", Docusaurus: "甲", MDBook: "甲"} {
		slugger := New(s)
		slugger.Take("甲")
		slugger.Take("甲")
		assert.Equal(t, want, slugger.ID("甲"), s)
	}
}
