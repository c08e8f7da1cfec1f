package pipeline_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
	"zhmd/pipeline"
)

// A clerk is a converter that is not of the project: it puts for 汉 what it is told of the
// document. It notes the profiles that it is shown.
type clerk struct {
	target convert.Variant
	shown  *[]*convert.Profile
	edits  mapper // of what is in no document; nil for none
}

func (c *clerk) Target() convert.Variant { return c.target }

func (c *clerk) Edits(dst []convert.Edit, text []byte, cuts []int) []convert.Edit {
	if c.edits == nil {
		return dst
	}
	return c.edits.Edits(dst, text, cuts)
}

func (c *clerk) ForDocument(p *convert.Profile) convert.Converter {
	*c.shown = append(*c.shown, p)
	script := p.Script().String()
	return mapper(func(r rune) string { return strings.ReplaceAll(string(r), "汉", script) })
}

const clerksDocument = `---
title: 题汉
layout: 版
---
<!-- zhmd source zh-HK -->
<!-- zhmd words it, medicine -->
<!-- zhmd word 語=话 -->

這是漢**語** ` + "`码`" + `和[鏈汉](/路 "題")。

汉 <!-- zhmd zh-TW: 計程車 -->的士<!-- /zhmd -->

` + "```\n块汉\n```\n"

// textsOf returns the texts that bytes separate which are not UTF-8.
func textsOf(text []byte) []string {
	return strings.FieldsFunc(string(text), func(r rune) bool { return r == '\uFFFD' })
}

// A converter of anybody's is shown what a document tells, once for all targets, and its
// edits are made.
func TestAnyConverterIsShownTheDocument(t *testing.T) {
	doc := pipeline.Parse([]byte(clerksDocument))
	var seen []*convert.Profile
	for target, taxi := range map[convert.Variant]string{convert.TW: "計程車", convert.HK: "的士"} {
		result := doc.Convert(&clerk{target: target, shown: &seen})
		want := strings.NewReplacer("题汉", "题zh-Hant", "鏈汉", "鏈zh-Hant", "\n汉 ", "\nzh-Hant ", "**語**", "**话**", "-->的士", "-->"+taxi).Replace(clerksDocument)
		assert.Equal(t, want, string(result.Output))
		assert.Empty(t, result.Warnings)
		assert.Equal(t, want, string(convert.Splice(nil, []byte(clerksDocument), result.Edits())))
	}
	version := doc.Version(&clerk{shown: &seen})
	assert.Equal(t, []convert.Edit{{Start: 3, End: 6, New: "zh-Hant"}}, version.Edits(doc.Passages()[0]))
	require.Len(t, seen, 3)
	for _, p := range seen {
		assert.Same(t, seen[0], p)
	}
	in := seen[0].Input()
	assert.Equal(t, []string{"這是漢語 ", "和鏈汉。", "題", "汉 ", "的士"}, textsOf(in.Text))
	assert.Equal(t, "---\ntitle: 题汉\nlayout: 版\n---\n", string(in.Title))
	assert.Equal(t, []string{"題", "汉 ", "的士"}, textsOf(in.Lead), "without markup")
	assert.Equal(t, []any{convert.HK, []string{"it", "medicine"}, true, true}, []any{in.Source, in.Topics, in.CodeBlocks, in.CodeSpans})
}

// Plain text is converted as it comes: nobody is shown it.
func TestPlainTextIsNotShown(t *testing.T) {
	var seen []*convert.Profile
	c := &clerk{shown: &seen, edits: mapper(func(r rune) string { return strings.ReplaceAll(string(r), "汉", "漢") })}
	assert.Equal(t, "漢語 `漢`", output("汉語 `汉`", c, pipeline.As(pipeline.Text)))
	assert.Empty(t, seen)
}

// What a document says for one variant is nothing to a converter that does not say which
// it writes.
func TestConvertersWithoutTarget(t *testing.T) {
	want := strings.NewReplacer("题汉", "题漢", "鏈汉", "鏈漢", "\n汉 ", "\n漢 ").Replace(clerksDocument)
	assert.Equal(t, want, output(clerksDocument, mapper(func(r rune) string { return strings.ReplaceAll(string(r), "汉", "漢") })))
}
