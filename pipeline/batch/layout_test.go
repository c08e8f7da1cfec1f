package batch_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
	"zhmd/pipeline/batch"
)

func TestLayouts(t *testing.T) {
	docs := batch.Source{Path: "docs/guide/a.md", Below: "guide/a.md"}
	all := batch.Source{Path: "docs/guide/a.md", Below: "docs/guide/a.md"} // of a folder . that was named
	for _, c := range []struct {
		layout string
		source batch.Source
		want   string
	}{
		{"suffix", docs, "docs/guide/a.zh-TW.md"},
		{"folder", docs, "zh-TW/guide/a.md"},
		{"hugo", docs, "content/zh-tw/guide/a.md"},
		{"hugo", batch.Source{Path: "content/a.md", Below: "a.md"}, "content/zh-tw/a.md"},
		{"hugo", batch.Source{Path: "content/a.md", Below: "content/a.md"}, "content/zh-tw/a.md"},
		{"hugo-suffix", docs, "docs/guide/a.zh-tw.md"},
		{"docusaurus", docs, "i18n/zh-TW/docusaurus-plugin-content-docs/current/guide/a.md"},
		{"docusaurus", all, "i18n/zh-TW/docusaurus-plugin-content-docs/current/guide/a.md"},
		{"docusaurus", batch.Source{Path: "blog/a.md", Below: "a.md"}, "i18n/zh-TW/docusaurus-plugin-content-blog/a.md"},
		{"docusaurus", batch.Source{Path: "src/pages/a.md", Below: "src/pages/a.md"}, "i18n/zh-TW/docusaurus-plugin-content-pages/a.md"},
		{"docusaurus", batch.Source{Path: "versioned_docs/version-1/a.md", Below: "version-1/a.md"}, "i18n/zh-TW/docusaurus-plugin-content-docs/version-1/a.md"},
		{"docusaurus", batch.Source{Path: "i18n/zh-CN/docusaurus-plugin-content-blog/a.md", Below: "docusaurus-plugin-content-blog/a.md"}, "i18n/zh-TW/docusaurus-plugin-content-blog/a.md"},
		{"docusaurus", batch.Source{Path: "docs/docs/a.md", Below: "docs/a.md"}, "i18n/zh-TW/docusaurus-plugin-content-docs/current/docs/a.md"},
		{"docusaurus", batch.Source{Path: "docs/blog/a.md", Below: "blog/a.md"}, "i18n/zh-TW/docusaurus-plugin-content-docs/current/blog/a.md"},
		{"docusaurus", batch.Source{Path: "blog/docs/a.md", Below: "docs/a.md"}, "i18n/zh-TW/docusaurus-plugin-content-blog/docs/a.md"},
		{"docusaurus", batch.Source{Path: "src/pages/docs/a.md", Below: "docs/a.md"}, "i18n/zh-TW/docusaurus-plugin-content-pages/docs/a.md"},
		{"starlight", batch.Source{Path: "src/content/docs/docs/a.md", Below: "docs/a.md"}, "src/content/docs/zh-tw/docs/a.md"},
		{"starlight", docs, "src/content/docs/zh-tw/guide/a.md"},
		{"mdbook", batch.Source{Path: "src/a.md", Below: "a.md"}, "zh-TW/src/a.md"},
	} {
		tmpl, err := batch.ParseLayout(c.layout)
		require.NoError(t, err)
		assert.Equal(t, filepath.FromSlash(c.want), tmpl.Path(c.source, convert.TW), c.layout)
		site := tmpl.In("site").Path(c.source, convert.TW)
		if c.layout == "suffix" || c.layout == "hugo-suffix" {
			assert.Equal(t, filepath.FromSlash(c.want), site)
		} else {
			assert.Equal(t, filepath.FromSlash("site/"+c.want), site)
		}
	}
	_, err := batch.ParseLayout("jekyll")
	assert.ErrorContains(t, err, "there is suffix, folder, hugo")
}

func TestVariantsAreSpelt(t *testing.T) {
	t.Chdir(t.TempDir())
	tmpl, err := batch.ParseLayout("folder")
	require.NoError(t, err)
	tmpl = tmpl.Spelt(map[convert.Variant]string{convert.TW: "tw"})
	assert.Equal(t, filepath.FromSlash("tw/a.md"), tmpl.Path(batch.Source{Path: "a.md", Below: "a.md"}, convert.TW))
	assert.Equal(t, filepath.FromSlash("zh-HK/a.md"), tmpl.Path(batch.Source{Path: "a.md", Below: "a.md"}, convert.HK))
	assert.True(t, tmpl.Outputs()(".", "tw/a.md"))
	assert.True(t, tmpl.Outputs()(".", "zh-HK/a.md"))
	assert.False(t, tmpl.Outputs()(".", "en/a.md"))
}
