package frontmatter_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/pipeline/internal/frontmatter"
)

var keys = []string{"title", "description", "linkTitle", "keywords"}

type valueCase struct {
	name, front string
	want        []string // the texts of the ranges, | between those of a value
}

// check holds the values of the cases, which a fence goes around, against what
// is wanted.
func check(t *testing.T, fence string, cases []valueCase) {
	for _, c := range cases {
		front := c.front
		if fence != "" {
			front = fence + "\n" + front + fence + "\n"
		}
		values, err := frontmatter.Values([]byte(front), keys)
		if assert.NoError(t, err, c.name) {
			assert.Equal(t, c.want, texts(front, values), c.name)
		}
	}
}

func texts(front string, values []frontmatter.Value) []string {
	var all []string
	for _, v := range values {
		var parts []string
		for _, r := range v.Ranges {
			parts = append(parts, front[r.Start:r.End])
		}
		all = append(all, strings.Join(parts, "|"))
	}
	return all
}

func TestValuesOfYAML(t *testing.T) {
	check(t, "---", []valueCase{
		{"plain", "title: 软件\ntags: 硬件\n", []string{"软件"}},
		{"the case of a key counts", "Title: 软件\nlinktitle: 软件\nlinkTitle: 硬件\n", []string{"硬件"}},
		{"a quoted key", "'title': 软件\n\"description\": 硬件\n", []string{"软件", "硬件"}},
		{"at any depth", "hero: {title: 软件}\nfeatures:\n  - title: 硬件\n    icon: 头\n", []string{"软件", "硬件"}},
		{"a sequence", "keywords: [软件, [硬件], {x: 头, title: 发}]\n", []string{"软件", "硬件", "发"}},
		{"a block sequence", "keywords:\n- 软件\n- '硬件'\n", []string{"软件", "硬件"}},
		{"a mapping", "title:\n  zh: 软件\n  description: 硬件\n", []string{"硬件"}},
		{"not strings", "title: 12\nkeywords: [1.5, true, null, ~, 2024-01-02, 软件]\ndescription:\n", []string{"软件"}},
		{"a number as a string", "title: '12'\ndescription: !!str 34\n", []string{"12", "34"}},
		{"empty strings", "title: ''\ndescription: \"\"\nkeywords: !!str\nlinkTitle: |\n\n", nil},
		{"another tag", "title: !!binary 5Lit\ndescription: !x 软件\n", nil},
		{"properties", "title: &a 软件\ndescription: !!str &b '硬件'\nlinkTitle: &c # 注释\n  头发\nkeywords: [&d x, ! 后]\n", []string{"软件", "硬件", "头发", "x", "后"}},
		{"aliases", "x: &a 软件\ntitle: *a\n? *a\n: 硬件\n", nil},
		{"merge keys", "base: &b {title: 软件}\npage:\n  <<: *b\n  description: 硬件\n", []string{"软件", "硬件"}},
		{"duplicate keys", "title: 软件\ntitle: 硬件\n", []string{"软件", "硬件"}},
		{"complex keys", "x: y\n? [title]\n: 软件\n? {title: 硬件}\n: title: 头\n", []string{"头"}},
		{"comments", "# 注释\ntitle: 软件 # 注释\n# 注释\ndescription: '硬件' # 注释\n", []string{"软件", "硬件"}},
		{"signs that are text", "title: C#软件:硬件 - a, b\n", []string{"C#软件:硬件 - a, b"}},
		{"a URL", "title: https://example.com/软件\n", []string{"https://example.com/软件"}},
		{"multi-line plain", "title: 软件\n  硬件 \n\n  头发  后\nx: y\n", []string{"软件|硬件|头发  后"}},
		{"multi-line plain in a flow", "keywords: [软件\n硬件, 头\n# 注释\n]\n", []string{"软件|硬件", "头"}},
		{"single quotes", "title: '软''件 # \"硬\\件'\n", []string{"软|件 # \"硬\\件"}},
		{"single quotes at the ends", "title: '''软''''件'''\n", []string{"软|件"}},
		{"multi-line single quotes", "title: '软件 \n  \t硬件\n\n  头 '\n", []string{"软件|硬件|头 "}},
		{"double quotes", `title: "软\"件\n硬\u4e2d件\\\x41头\U00004e2d"` + "\n", []string{"软|件|硬|件|头"}},
		{"escapes of one character", `title: "\0\a\b\t\v\f\r\e\ \N\_\L\P软"` + "\n", []string{"软"}},
		{"multi-line double quotes", "title: \"软件\n  硬件 \\\n  头\\\n\n   发\"\n", []string{"软件|硬件 |头|发"}},
		{"double quotes, white space at the ends", "title: \" 软件 \"\n", []string{" 软件 "}},
		{"literal block", "title: |\n  软件 # 硬件\n\n    头发 \n  后\nx: y\n", []string{"软件 # 硬件|  头发 |后"}},
		{"literal block, header", "title: |+2 # 注释\n    软件\n\n\ndescription: >-\n 硬件\n", []string{"  软件", "硬件"}},
		{"literal block, blank lines first", "title: |\n\n   \n   软件\n # 注释\n", []string{"软件"}},
		{"folded block", "title: >\n  软件\n  硬件\n\n\n  头\n   发\n   后\n\n  里\nx: y\n", []string{"软件|硬件|头| 发| 后|里"}},
		{"folded block, blank line of spaces", "title: >\n  软件\n     \n  硬件\n", []string{"软件|   |硬件"}},
		{"block in a sequence", "keywords:\n- |\n  软件\n- >-\n  硬件\n", []string{"软件", "硬件"}},
		{"block with a tag", "title: !!str |\n  软件\n", []string{"软件"}},
		{"CRLF", "title: 软件\r\n  硬件\r\ndescription: |\r\n  头\r\n  发\r\nkeywords: \"后\r\n  里\\\r\n 面\"\r\nlinkTitle: 只\r\n", []string{"软件|硬件", "头|发", "后|里|面", "只"}},
		{"tabs", "title:\t软件\t硬件\t# 注释\nkeywords: [\t头,\t'发\t']\n", []string{"软件\t硬件", "头", "发\t"}},
		{"wide columns", "{𠀀键é: 甲, title: 软件, \"描 述\": '乙', description: \"硬件\"}\n", []string{"软件", "硬件"}},
		{"other line breaks", "x: '甲\u2028 乙\u0085 丙'\ntitle: '软\u2028件\u0085硬'\ndescription: 头\n", []string{"软|件|硬", "头"}},
		{"other line breaks in blocks", "title: |2\n  \u2028    软\u2028  件\u0085\n\u2029description: 头\n", []string{"  软|件", "头"}},
		{"a byte order mark inside", "x: \uFEFF甲\ntitle: 软件\uFEFF\n", []string{"软件\uFEFF"}},
		{"a sequence of mappings", "- title: 软件\n- title\n", []string{"软件"}},
		{"empty", "", nil},
	})
}

func TestValuesOfTOML(t *testing.T) {
	check(t, "+++", []valueCase{
		{"basic", "title = \"软件\" # 注释\ntags = \"硬件\"\n", []string{"软件"}},
		{"literal", "title = '软\\件\"'\n", []string{"软\\件\""}},
		{"escapes", `title = "软\"件\n硬\u4e2d件\\\x41头\U00004e2d\e"` + "\n", []string{"软|件|硬|件|头"}},
		{"keys", "Title = '甲'\n\"title\" = '软件'\nparams.description = '硬件'\ntitle.x = '乙'\n", []string{"软件", "硬件"}},
		{"tables", "[params]\ntitle = '软件'\n[[features]]\ndescription = '硬件'\n[title]\nx = '甲'\n", []string{"软件", "硬件"}},
		{"inline tables", "x = {title = '软件', y = {z.description = '硬件'}, w = '甲'}\n", []string{"软件", "硬件"}},
		{"arrays", "keywords = ['软件', # 注释\n  [\"硬件\"], {x = '甲', title = '头'}, 1, true, 2024-01-02]\n", []string{"软件", "硬件", "头"}},
		{"not strings", "title = 1\ndescription = 1979-05-27T07:32:00Z\n", nil},
		{"empty strings", "title = \"\"\ndescription = ''''''\nlinkTitle = \"\"\"\n\"\"\"\n", nil},
		{"multi-line basic", "title = \"\"\"\n软件\n  硬\"件 \\\n   头\n\n发\"\"\"\"\n", []string{"软件|  硬\"件 |头|发\""}},
		{"multi-line literal", "title = '''\n软件\n\n  硬'件\\'''\n", []string{"软件|  硬'件\\"}},
		{"multi-line in one line", "title = \"\"\"软件\"\"\"\ndescription = '''硬件'''\n", []string{"软件", "硬件"}},
		{"CRLF", "title = \"\"\"\r\n软件\r\n硬件\\\r\n  头\"\"\"\r\ndescription = '''发\r\n后'''\r\n", []string{"软件|硬件|头", "发|后"}},
		{"empty", "", nil},
	})
}

func TestValuesOfJSON(t *testing.T) {
	check(t, "", []valueCase{
		{"strings", "{\"title\": \"软件\", \"x\": \"甲\" , \"description\" :\n\t\"硬件\"}\n", []string{"软件", "硬件"}},
		{"escapes", `{"title": "软\"件\n硬\u4e2d件\\\ud840\udc00\/头"}` + "\n", []string{"软|件|硬|件|头"}},
		{"an escaped key", `{"t\u0069tle": "软件"}`, []string{"软件"}},
		{"at any depth", `{"x": {"title": "软件"}, "y": [{"description": "硬件"}, "title", "甲"]}`, []string{"软件", "硬件"}},
		{"arrays", `{"keywords": ["软件", ["硬件"], {"x": "甲", "title": "头"}, 1, true, null], "x": ["乙"]}`, []string{"软件", "硬件", "头"}},
		{"not strings", `{"title": 1, "description": null, "keywords": {}, "linkTitle": ""}`, nil},
		{"duplicate keys", `{"title": "软件", "title": "硬件"}`, []string{"软件", "硬件"}},
	})
}

func TestValuesOfNoFrontMatter(t *testing.T) {
	for _, source := range []string{"", "正文", "---\n\n正文\n\n---\n", "{{ 标题 }}", "+++\ntitle = '软件'\n"} {
		values, err := frontmatter.Values([]byte(source), keys)
		assert.NoError(t, err)
		assert.Empty(t, values, source)
	}
}

func TestKeyAndRawOfAValue(t *testing.T) {
	for front, want := range map[string]string{
		"---\nx: {title: &a 软件 } # 注释\n---\n":        "软件",
		"---\ntitle: !!str '软件' # 注释\n---\n":         "'软件'",
		"---\ntitle: >- # 注释\n  软件\n\n  硬件\n\n---\n": ">- # 注释\n  软件\n\n  硬件",
		"+++\ntitle = \"\"\"\n软件\"\"\" # 注释\n+++\n":  "\"\"\"\n软件\"\"\"",
		"{\"title\": \"软件\"}\n":                      "\"软件\"",
	} {
		values, err := frontmatter.Values([]byte(front), keys)
		require.NoError(t, err)
		require.Len(t, values, 1, front)
		assert.Equal(t, "title", values[0].Key)
		assert.Equal(t, want, front[values[0].Raw.Start:values[0].Raw.End])
	}
}
