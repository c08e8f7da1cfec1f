package pipeline_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"zhmd/convert"
	"zhmd/pipeline"
)

func TestFrontMatter(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"YAML", "---\ntitle: 汉 # 汉\nslug: 汉\ndescription: >-\n  汉\n  语\ntags: [汉]\nkeywords: [汉, '语''文']\n汉: 汉\n---\n汉", "---\ntitle: 字 # 汉\nslug: 汉\ndescription: >-\n  字\n  字\ntags: [汉]\nkeywords: [字, '字''字']\n汉: 汉\n---\n字"},
		{"YAML, nested", "---\nfeatures:\n  - title: \"汉\\n语\"\n    link: /汉\n---\n", "---\nfeatures:\n  - title: \"字\\n字\"\n    link: /汉\n---\n"},
		{"YAML with a URL", "---\ntitle: 汉 https://a.b/汉 语\n---\n", "---\ntitle: 字 https://a.b/汉 字\n---\n"},
		{"TOML", "+++\ntitle = \"汉\" # 汉\nslug = '汉'\n[params]\ndescription = '''\n汉\n'''\n+++\n汉", "+++\ntitle = \"字\" # 汉\nslug = '汉'\n[params]\ndescription = '''\n字\n'''\n+++\n字"},
		{"JSON", "{\n  \"title\": \"汉\",\n  \"slug\": \"汉\"\n}\n汉", "{\n  \"title\": \"字\",\n  \"slug\": \"汉\"\n}\n字"},
		{"CRLF", "---\r\ntitle: 汉\r\n---\r\n汉\r\n", "---\r\ntitle: 字\r\n---\r\n字\r\n"},
	} {
		doc := pipeline.Parse([]byte(c.source))
		result := doc.Convert(shout)
		assert.Equal(t, c.want, string(result.Output), c.name)
		assert.Empty(t, append(doc.Warnings(), result.Warnings...), c.name)
	}
	source := "---\ntitle: 汉\n标签: [语]\n---\n文"
	assert.Equal(t, "---\ntitle: 汉\n标签: [字]\n---\n字", output(source, shout, pipeline.Keys("标签")))
	assert.Equal(t, "---\ntitle: 汉\n标签: [语]\n---\n字", output(source, shout, pipeline.Keys()))
	assert.Equal(t, "---\ntitle: 汉\n标签: [语]\n---\n字", output(source, shout, pipeline.AlsoReading("-front-matter")))
}

func TestFrontMatterThatCannotBeRead(t *testing.T) {
	for _, c := range []struct{ source, want, warning string }{
		{"---\ntitle: 汉\n  a: [b\n---\n汉", "---\ntitle: 汉\n  a: [b\n---\n字", "3:3: the front matter is left as it is: not YAML"},
		{"+++\ntitle = 汉\n+++\n汉", "+++\ntitle = 汉\n+++\n字", "2:9: the front matter is left as it is: not TOML"},
		{"---\ntitle: 汉\nslug: 汉\n\n汉", "---\ntitle: 汉\nslug: 汉\n\n字", "1:1: this front matter is not closed; it is left as it is up to the first blank line"},
	} {
		doc := pipeline.Parse([]byte(c.source))
		assert.Equal(t, c.want, string(doc.Convert(shout).Output))
		assert.Contains(t, fmt.Sprint(doc.Warnings()), c.warning)
	}
}

// A value that a glossary turns into other metadata keeps its source, the others
// do not.
func TestFrontMatterKeepsItsStructure(t *testing.T) {
	e, err := convert.New(convert.TW, convert.Glossary([]convert.Word{{Key: "软件", Value: "a: b #"}, {Key: "网络", Value: `"`}}))
	assert.NoError(t, err)
	doc := pipeline.Parse([]byte("---\ntitle: 软件\ndescription: 头发\nsummary: \"网络\"\nlead: '软件'\n---\n"))
	result := doc.Convert(e)
	assert.Equal(t, "---\ntitle: 软件\ndescription: 頭髮\nsummary: \"网络\"\nlead: 'a: b #'\n---\n", string(result.Output))
	assert.Equal(t, "[1:1: 2 values of the front matter are left as they are: converted, they would be read otherwise]", fmt.Sprint(result.Warnings))
}
