package frontmatter_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"zhmd/pipeline/internal/frontmatter"
)

func TestLen(t *testing.T) {
	for _, c := range []struct{ name, front, rest string }{
		{"yaml", "---\ntitle: 标题\n---\n", "正文\n"},
		{"yaml with dots", "---\ntitle: 标题\n...\n", "正文\n"},
		{"yaml, CRLF", "---\r\ntitle: 标题\r\n---\r\n", "正文\r\n"},
		{"yaml, empty", "---\n---\n", "正文"},
		{"yaml, trailing spaces", "--- \ntitle: 标题\n---\t\n", ""},
		{"yaml up to the end", "---\ntitle: 标题\n---", ""},
		{"yaml with a longer rule in it", "---\na: |\n  ----\n---\n", "---\n"},
		{"toml", "+++\ntitle = \"标题\"\n+++\n", "正文\n"},
		{"json", "{\n  \"title\": \"标题 }\"\n}\n", "正文\n"},
		{"json, CRLF", "{\"title\": \"标题\"}\r\n", "正文\n"},
		{"yaml that begins with a comment", "---\n# 注释\n\ntitle: 标题\n---\n", "正文\n"},
		{"yaml, only comments", "---\n# 注释\n---\n", "正文\n"},
		{"yaml in one line", "---\n{title: 标题}\n---\n", "正文\n"},
		{"a rule", "", "---\n\n# 标题\n\n正文\n\n---\n"},
		{"a rule before a list", "", "---\n- 正文\n---\n"},
		{"unclosed yaml", "", "---\ntitle: 标题\n\n正文\n"},
		{"unclosed toml", "", "+++\ntitle\n"},
		{"toml does not close yaml", "", "---\ntitle: 标题\n+++\n"},
		{"not the first line", "", "\n---\ntitle: 标题\n---\n"},
		{"a longer rule", "", "----\ntitle\n----\n"},
		{"indented", "", " ---\ntitle: 标题\n---\n"},
		{"text behind the object", "", "{\"a\": 1} 正文\n"},
		{"an attribute list", "", "{: .x}\n正文\n"},
		{"empty object", "", "{}\n正文\n"},
		{"template", "", "{{ 标题 }}\n"},
		{"empty", "", ""},
	} {
		assert.Equal(t, len(c.front), frontmatter.Len([]byte(c.front+c.rest)), c.name)
	}
}

func TestLenOfAnOpenerRepeated(t *testing.T) {
	assert.Zero(t, frontmatter.Len([]byte(strings.Repeat("{\"a\":", 65000))))
}
