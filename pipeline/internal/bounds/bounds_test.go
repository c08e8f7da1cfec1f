package bounds_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/pipeline/internal/markdown"
)

// sharedData holds real pages that are not the project's.
const sharedData = "../../../../shared/data"

// pages gives the real pages, or skips the test if there are none.
func pages(t testing.TB) map[string][]byte {
	if _, err := os.Stat(sharedData); err != nil {
		t.Skipf("%s is not there; it holds real pages to test against", sharedData)
	}
	all := map[string][]byte{}
	require.NoError(t, filepath.WalkDir(sharedData, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".md" {
			return err
		}
		all[path], err = os.ReadFile(path)
		return err
	}))
	return all
}

func TestPagesAreWithinBounds(t *testing.T) {
	for path, source := range pages(t) {
		assert.Empty(t, markdown.Parse(source, markdown.Default).Over, path)
	}
}

// repeat gives text as often as it takes to size bytes; a # in it becomes a
// number.
func repeat(text string, size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		b.WriteString(strings.ReplaceAll(text, "#", strconv.Itoa(i)))
	}
	return b.String()
}

// TestLargeDocumentsAreWithinBounds has what people and their programs write,
// and more of it.
func TestLargeDocumentsAreWithinBounds(t *testing.T) {
	const prose = "汉字的**简化**在一九五六年以后，使用 `code` 和[链接](https://example.org/a_b)的段落很*常见*，也有 ~~删除~~ 和 snake_case。"
	readme := "## 标题 {%d}\n\n" + prose + "\n" + prose + "\n\n- 一\n  - 二 **粗**\n    1. 三\n\n> 引用 *斜*\n> > 再引\n\n```go\na*b_c[d](e)\n```\n\n| 甲 | 乙 |\n|---|---|\n| **a** | `b` |\n\n"
	for _, c := range []struct{ name, source string }{
		{"README", repeat(readme, 1<<20)},
		{"table of 5,000 rows", "| 甲 | 乙 | 丙 |\n|:--|:-:|--:|\n" + strings.Repeat("| **粗** | [a](b_c) `d` | *斜* |\n", 5000)},
		{"wide table", strings.Repeat("| 列 ", 200) + "|\n" + strings.Repeat("|---", 200) + "|\n" + strings.Repeat(strings.Repeat("| *a* ", 190)+"|\n", 500)},
		{"list of 10,000 items", strings.Repeat("- **甲**：[乙](c_d) `e`\n", 10000)},
		{"nested list of 10,000 items", strings.Repeat("- 甲 *a*\n  - 乙\n    - 丙\n      - 丁\n", 2500)},
		{"loose list of 10,000 items", strings.Repeat("1. 甲 *a*\n\n   乙 [c]\n\n", 10000)},
		{"paragraph of 200 KB on one line", repeat(prose, 200<<10)},
		{"paragraph of 200 KB in lines", repeat(prose+"\n", 200<<10)},
		{"novel without blank lines", repeat("　　他说：“这是一段很长的话。”然后就走了，没有*回头*。\n", 1<<20)},
		{"changelog", repeat("## [1.#.0] - 2020-01-01\n\n- 修复 [#][i#]，感谢 @a_b\n- Fix `x` in [link][1.#.0]\n\n", 700<<10) +
			repeat("[1.#.0]: https://example.org/compare/v1.#.0\n[i#]: https://example.org/issues/#\n", 1<<20-700<<10)},
		{"footnotes", repeat("脚注[^n#]。\n\n", 60<<10) + repeat("[^n#]: 说明 *a*。\n", 60<<10)},
		{"code fence", "```\n" + repeat("*a_ [b](c `d > - | ", 1<<20) + "\n```\n头发\n"},
		{"code fence of lines", "~~~\n" + repeat("- - - > > *a_ [b](c `d |\n\n\n", 1<<20) + "~~~\n头发\n"},
		{"indented code", repeat("    *a_ [b](c `d > - | \n", 1<<20)},
		{"HTML block", "<pre>\n" + repeat("*a_ [b](c `d > - | ", 1<<20) + "\n</pre>\n\n头发\n"},
		{"mail of many quotes", strings.Repeat(strings.Repeat("> ", 30)+"头发\n", 1000)},
		{"rules", strings.Repeat(strings.Repeat("* ", 200)+"\n\n"+strings.Repeat("-", 500)+"\n\n", 500)},
		{"many blank lines", "头发" + strings.Repeat("\n", 1<<19) + "头发"},
		{"many blank lines in lists", "- 头发\n  - 头发" + strings.Repeat("\n", 1<<19) + "    头发"},
		{"blank lines in nested lists", strings.Repeat(strings.Repeat("- ", 10)+"甲"+strings.Repeat("\n", 10)+strings.Repeat("  ", 10)+"乙\n", 10000)},
		{"headings with ids", repeat("## 标题 # {#id-# .a b=c}\n\n文\n\n", 1<<20)},
	} {
		assert.Empty(t, markdown.Parse([]byte(c.source), markdown.Default).Over, c.name)
	}
}

func TestOver(t *testing.T) {
	const a, z = "头发\n\n", "\n\n头发\n"
	long := "x " + strings.Repeat("*a_ ", 20_000)
	for _, c := range []struct{ name, over, reason string }{
		{"delimiters", long, "too many delimiters in one block"},
		{"brackets", "x " + strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000), "too many brackets in one block"},
		{"destinations", "x " + strings.Repeat("[a](", 20_000), "too many brackets in one block"},
		{"footnotes", strings.Repeat("[^x]", 20_000), "too many references to footnotes"},
		{"quotes", strings.Repeat("> ", 65) + "x", "nested too deep"},
		{"lists", strings.Repeat("- ", 33) + "x", "nested too deep"},
		{"attributes", "# " + strings.Repeat("{a=", 33), "too many attributes of one heading"},
		{"attributes above a line", strings.Repeat("{a=", 33) + "\n===", "too many attributes of one heading"},
		{"columns", strings.Repeat("a|", 1000) + "\n" + strings.Repeat("-|", 1000) + strings.Repeat("\nx", 1000), "a table of too many columns and rows"},
		{"long definition", "[a]: b \"" + strings.Repeat("c\n", 300) + "\"", "a definition of too many lines"},
	} {
		notes := repeat("[^#]: x\n", 1<<20) // so many that references to them are work
		if c.name != "footnotes" {
			notes = ""
		}
		over := markdown.Parse([]byte(a+c.over+z+notes), markdown.Default).Over
		if assert.Len(t, over, 1, c.name) {
			assert.Equal(t, c.reason, over[0].Reason, c.name)
			assert.GreaterOrEqual(t, over[0].Start, len(a), c.name)
			assert.LessOrEqual(t, over[0].End, len(a+c.over+z)-len("头发\n"), c.name)
		}
	}
}
