package glossary_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
	"zhmd/convert/glossary"
)

var want = []convert.Word{
	{Key: "互联网", Value: "網際網路"},
	{Key: "服务器", Value: "伺服器", Targets: []convert.Variant{convert.TW}},
	{Key: "服务器", Value: "伺服機", Targets: []convert.Variant{convert.HK, convert.Hant}},
	{Key: "头条", Value: "头条"},
}

func TestYAML(t *testing.T) {
	words, err := glossary.Parse("a.YAML", []byte("replace:\n  互联网: 網際網路\n  服务器: {zh-TW: 伺服器, 'zh-HK,zh-Hant': 伺服機}\nprotect: [头条]\n"))
	require.NoError(t, err)
	assert.Equal(t, want, words)
	words, err = glossary.Parse("a.yml", []byte("protect:\n  zh-TW: [头条]\n"))
	require.NoError(t, err)
	assert.Equal(t, []convert.Word{{Key: "头条", Value: "头条", Targets: []convert.Variant{convert.TW}}}, words)
	words, err = glossary.Parse("a.yml", nil)
	require.NoError(t, err)
	assert.Empty(t, words)
}

func TestLines(t *testing.T) {
	words, err := glossary.Parse("a.tsv", []byte("\uFEFF# 注释\r\n互联网\t網際網路 互聯網\r\n\r\n服务器\t伺服器\tzh-TW\n服务器\t伺服機\tzh-HK,zh-Hant\n头条"))
	require.NoError(t, err)
	assert.Equal(t, want, words)
}

func TestErrors(t *testing.T) {
	for _, c := range []struct{ file, data, want string }{
		{"a.tsv", "头\t頭\n头\t投\n", "a.tsv:2:1: 头 is there twice; the first is in a.tsv:1"},
		{"a.tsv", "头\t頭\tzh-TW\n头\t投\n", "a.tsv:2:1: 头 is there twice"},
		{"a.tsv", "\uF9D6\t瀏\n\u6DCB\t林\n\u6D41\t流\n\uF9CA\t流\n", "a.tsv:4:1: \uF9CA is there twice; the first is in a.tsv:3"},
		{"a.tsv", "\t頭\n", "a.tsv:1:1: the word is empty"},
		{"a.tsv", "头发\t\n", "a.tsv:1:4: 头发 would become nothing"},
		{"a.tsv", "头发\t*髮*\n", `a.tsv:1:4: the value of 头发 brings in "*"`},
		{"a.tsv", "头\t頭\n发\xff\t髮\n", "a.tsv:2:2: a byte that is not UTF-8"},
		{"a.tsv", "头\t頭\tzh-XX\n", `a.tsv:1:5: unknown variant "zh-XX"`},
		{"a.tsv", "头\t頭\tzh-TW,fr\n", `a.tsv:1:11: unknown variant "fr"`},
		{"a.tsv", "头\t頭\tzh-TW\tx\n", "a.tsv:1:11: more than a word"},
		{"a.yaml", "replace:\n  头: 頭\n  发: \"髮\\n\"\n", `a.yaml:3:6: the value of 发 brings in "\n"`},
		{"a.yaml", "replace:\n  头: 頭\n  头: 投\n", "a.yaml:3"},
		{"a.yaml", "replace:\n  头: [頭]\n", "a.yaml:2:6: here has to be a word or a mapping of targets"},
		{"a.yaml", "replace:\n  头: {zh: 頭}\n", `a.yaml:2:7: unknown variant "zh"`},
		{"a.yaml", "replace: 头\n", "a.yaml:1:10: here has to be a mapping of words"},
		{"a.yaml", "protect: 头\n", "a.yaml:1:10: here has to be a list of words"},
		{"a.yaml", "protect: [头, 头]\n", "a.yaml:1:14: 头 is there twice"},
		{"a.yaml", "protect: ['']\n", "a.yaml:1:11: the word is empty"},
		{"a.yaml", "replaces: {}\n", `a.yaml:1:1: unknown key "replaces"; there is replace and protect`},
		{"a.yaml", "- 头\n", "a.yaml:1:1: here has to be a mapping with replace and protect"},
		{"a.yaml", "replace: {头: [\n", "a.yaml:"},
		{"a.yaml", "protect: [" + long() + "]\n", "a.yaml:1:11: the word is longer than 100 characters"},
		{"a.yaml", "replace: {头: " + long() + "}\n", "a.yaml:1:14: what 头 becomes is longer than 100 characters"},
		{"a.tsv", "头\t" + long() + "\n", "a.tsv:1:3: what 头 becomes is longer than 100 characters"},
	} {
		_, err := glossary.Parse(c.file, []byte(c.data))
		var e *glossary.Error
		if assert.ErrorAs(t, err, &e, c.data) {
			assert.ErrorContains(t, err, c.want)
		}
	}
}

func long() string {
	s := ""
	for range 101 {
		s += "头"
	}
	return s
}
