package frontmatter_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/pipeline/internal/frontmatter"
)

// ^ in the source marks the offset of the error.
func TestErrors(t *testing.T) {
	for _, c := range []struct{ source, message string }{
		{"---\nx: 1\n  ^title: a: b\n---\n", "mapping values are not allowed"},
		{"---\r\nx: 1\r\n^title: a: b\r\n---\r\n", "mapping values are not allowed"},
		{"---\nx: 1\n^title: \"软件\n---\n", "found unexpected end of stream"},
		{"---\nx: y\n^title: [软件\n---\n", "did not find expected ',' or ']'"},
		{"---\nx: y\n^title: ]\n---\n", "did not find expected node content"},
		{"---\nx: y\nz: 软\u2028^title: @软件\n---\n", "found character that cannot start any token"},
		{"---\nx: 1\n^title: *软件\n---\n", "did not find expected alphabetic"},
		{"^---\nx: 1\ntitle: *a\n---\n", "unknown anchor 'a' referenced"},
		{"---\ntitle: 软^\x80件\n---\n", "not UTF-8"},
		{"---\ntitle: 软^\x00件\n---\n", "control character"},
		{"---\n^\xFF\xFEa: b\n---\n", "not UTF-8"},
		{"+++\nx = 1\ntitle = ^软件\n+++\n", "unexpected character"},
		{"+++\r\ntitle = '软件' ^x\r\n+++\r\n", "expected newline"},
		{"+++\ntitle = \"软^\x80件\"\n+++\n", "invalid UTF-8"},
	} {
		offset := strings.Index(c.source, "^")
		values, err := frontmatter.Values([]byte(strings.Replace(c.source, "^", "", 1)), keys)
		assert.Nil(t, values)
		var e *frontmatter.Error
		require.ErrorAs(t, err, &e, c.source)
		assert.Contains(t, e.Message, c.message)
		assert.Equal(t, offset, e.Offset, c.source)
	}
}

func TestErrorSaysWhere(t *testing.T) {
	_, err := frontmatter.Values([]byte("+++\nx\n+++\n"), keys)
	assert.ErrorContains(t, err, "byte 5: not TOML: expected '=' after key")
}

func TestDepthIsBounded(t *testing.T) {
	for _, opener := range []string{"[", "{a: ", "- ", "? "} {
		_, err := frontmatter.Values([]byte("---\nx: y\nz:\n "+strings.Repeat(opener, 100000)+"\n---\n"), keys)
		assert.ErrorContains(t, err, "depth", opener)
	}
	for _, opener := range []string{"[", "{a = "} {
		_, err := frontmatter.Values([]byte("+++\nx = "+strings.Repeat(opener, 100000)+"\n+++\n"), keys)
		assert.ErrorContains(t, err, "nested", opener)
	}
	deep := "{\"x\": " + strings.Repeat("[", 100000) + strings.Repeat("]", 100000) + "}"
	values, err := frontmatter.Values([]byte(deep), keys)
	assert.NoError(t, err)
	assert.Empty(t, values)
}

// Aliases of aliases stand for ever more text, which nobody is to write out.
func TestAliasesAreNotFollowed(t *testing.T) {
	var b strings.Builder
	b.WriteString("---\nx0: &x0 {title: 软件}\n")
	for i := 1; i < 100; i++ {
		last := "*x" + strings.Repeat("1", i-1) + "0"
		name := "x" + strings.Repeat("1", i) + "0"
		b.WriteString(name + ": &" + name + " {title: [" + last + ", " + last + "]}\n")
	}
	b.WriteString("---\n")
	values, err := frontmatter.Values([]byte(b.String()), keys)
	require.NoError(t, err)
	assert.Len(t, values, 1)
}
