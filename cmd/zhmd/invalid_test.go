package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
	"zhmd/convert/converttest"
	"zhmd/pipeline"
)

// What documents with invalid bytes are made of: text whose conversion depends on what is
// beside it, markup, and bytes that are not UTF-8.
var (
	texts = strings.Fields(`关系数据库 头发 发展 干部 干净 里面 后面 软件 网络 程序 文件 一只 面条 台湾 只是 于谦 皇后 出租车 列表 类
		關係 資料庫 軟體 頭髮 於是 台灣 裏面 這個 网路 这个 支持 质量 ， 。 a U盘 SQL注入 カレー ⿰木木 𠮷 简体中文`)
	markups = []string{"**", "*", "`", "[", "](/软件)", "\n", "\n\n", "\n\n# ", "\n- ", "\n> ", "<b>", "</b>", " ", "\n|a|b|\n|-|-|\n|软件|发|\n", "[^1]", "~~",
		"\n\n<div>软件</div>\n\n", "\n\n<!-- zhmd word 里面=裏頭 -->\n\n", "\n\n```\n软件\n```\n\n", "![", "\n\n<!-- zhmd source zh-Hant -->\n\n", "&amp;", "\\"}
)

// invalidDocument returns a document with invalid bytes inside and outside of words,
// characters and markup.
func invalidDocument(r *rand.Rand) []byte {
	var b strings.Builder
	if r.IntN(5) == 0 {
		fmt.Fprintf(&b, "---\ntitle: %s%s\n---\n", texts[r.IntN(len(texts))], texts[r.IntN(len(texts))])
	}
	for range 5 + r.IntN(40) {
		b.WriteString(texts[r.IntN(len(texts))])
		if r.IntN(3) == 0 {
			b.WriteString(markups[r.IntN(len(markups))])
		}
	}
	text := b.String()
	if i := r.IntN(len(text)); r.IntN(2) == 0 { // a character across markup
		text = text[:i] + "**" + text[i:]
	}
	return []byte(converttest.Damaged(r, text))
}

// alone runs the program in a process of its own, which has converted nothing yet.
func alone(t *testing.T, in []byte, args ...string) []byte {
	c := exec.Command("zhmd", append(args, "-q", "--no-config")...)
	c.Stdin = bytes.NewReader(in)
	var stderr bytes.Buffer
	c.Stderr = &stderr
	out, err := c.Output()
	require.NoError(t, err, "zhmd %v: %s", args, &stderr)
	return out
}

// A document with invalid bytes has one version, whichever way that is made and however
// much was converted before.
func TestInvalidBytesHaveOneMeaning(t *testing.T) {
	n := converttest.Trials(2000)
	t.Chdir(t.TempDir())
	r := rand.New(rand.NewPCG(5, 8))
	// The first page of a run is what its engines have converted before the others.
	files := map[string][]byte{"in/0.md": []byte(strings.Repeat(strings.Join(texts, "")+"\n\n", 100))}
	require.Greater(t, len(files["in/0.md"]), 12<<10, "less than after what an engine takes another way")
	for i := range n {
		files[fmt.Sprintf("in/%03d%s", i, []string{".md", ".mdx", ".txt"}[max(0, i%8-5)])] = invalidDocument(r)
	}
	require.NoError(t, os.Mkdir("in", 0o777))
	for name, source := range files {
		require.NoError(t, os.WriteFile(name, source, 0o666))
	}
	all := "-t=zh-Hans,zh-Hant,zh-TW,zh-HK,zh-CN"
	for _, jobs := range []string{"1", "8"} {
		args := []string{all, "-j", jobs, "-o", jobs + "/{variant}/{path}", "in"}
		alone(t, nil, args...)
		alone(t, nil, append(args, "--check")...)
	}
	versions, processes, differences := 0, 0, 0
	differs := func(way, name string, to convert.Variant, want, got []byte) {
		if !assert.Equal(t, string(want), string(got), "%s of %s %q to %v", way, name, files[name], to) {
			differences++
		}
	}
	for name, source := range files {
		for _, to := range convert.Variants() {
			e, err := convert.New(to)
			require.NoError(t, err)
			result := pipeline.Parse(source, pipeline.Named(name)).Convert(e)
			differs("edits", name, to, result.Output, convert.Splice(nil, source, result.Edits()))
			for _, jobs := range []string{"1", "8"} {
				got, err := os.ReadFile(filepath.Join(jobs, to.String(), filepath.Base(name)))
				require.NoError(t, err)
				differs("-j "+jobs, name, to, result.Output, got)
			}
			if versions++; versions%20 > 0 { // a process of its own takes long
				continue
			}
			processes++
			differs("file", name, to, result.Output, alone(t, nil, "-t", to.String(), name))
			if as := map[string]string{".md": "markdown", ".txt": "text"}[filepath.Ext(name)]; as != "" {
				differs("filter", name, to, result.Output, alone(t, source, "-t", to.String(), "--as", as))
			}
		}
	}
	t.Logf("%d documents, %d versions, %d of them by a process of their own, %d differences", len(files), versions, processes, differences)
}
