package report

import (
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestArtifactRelative(t *testing.T) {
	for name, want := range map[string]string{
		"a.md":              "a.md",
		"./a//b/../c.md":    "a/c.md",
		"软件/a b.md":         "%E8%BD%AF%E4%BB%B6/a%20b.md",
		"%41.md":            "%2541.md",
		"a#b?c.md":          "a%23b%3Fc.md",
		"a+b(1)@2,3;4=5.md": "a+b(1)@2,3;4=5.md",
		"[x]{y}|^`<>\".md":  "%5Bx%5D%7By%7D%7C%5E%60%3C%3E%22.md",
		"𠮷\x7f\n.md":        "%F0%A0%AE%B7%7F%0A.md",
		"..a/b.md":          "..a/b.md",
	} {
		assert.Equal(t, sarifArtifact{URI: want, URIBaseID: "%SRCROOT%"}, artifact(name), name)
	}
}

// TestArtifactOutside checks paths that the current folder does not have below it.
func TestArtifactOutside(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("paths are of Unix")
	}
	t.Chdir(t.TempDir())
	here, err := filepath.Abs(".")
	assert.NoError(t, err)
	assert.Equal(t, sarifArtifact{URI: fileURI(filepath.Dir(here) + "/汉.md")}, artifact("../汉.md"))
	assert.Equal(t, sarifArtifact{URI: "file:///a/c:d.md"}, artifact("//a/b/../c:d.md"))
	assert.Equal(t, sarifArtifact{URI: "a%5Cb%3Ac.md", URIBaseID: "%SRCROOT%"}, artifact(`a\b:c.md`))
}

func TestFileURI(t *testing.T) {
	for slashed, want := range map[string]string{
		"/docs/软 件.md":           "file:///docs/%E8%BD%AF%20%E4%BB%B6.md",
		"C:/docs/a.md":           "file:///C:/docs/a.md",
		"//host/share/docs/a.md": "file://host/share/docs/a.md",
	} {
		assert.Equal(t, want, fileURI(slashed))
	}
}
