package slug

import (
	"path/filepath"
	"testing"

	"zhmd/convert/converttest"
)

// packages are what VitePress 1.6.4 and Docusaurus 3 derive ids by.
var packages = []string{
	"github-slugger@2.0.0", "@mdit-vue/shared@2.1.3",
	"markdown-it@14.1.0", "markdown-it-anchor@9.2.0", "markdown-it-attrs@4.3.1",
}

const folder = ".cache/npm-slug"

// node runs a script of testdata, see [converttest.Node].
func node[In, Out any](t *testing.T, script string, inputs []In) []Out {
	t.Helper()
	return converttest.Node[Out](t, filepath.Join("testdata", script), converttest.Packages(t, folder, packages...), inputs)
}
