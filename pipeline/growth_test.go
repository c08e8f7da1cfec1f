package pipeline_test

import (
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
	"zhmd/pipeline"
)

// allocated returns how many bytes f takes from the memory.
func allocated(f func()) int {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return int(after.TotalAlloc - before.TotalAlloc)
}

// However long what words become, a version is no more than some times as long as its
// source; the page is left, and a warning says from where on it would be too long.
func TestVersionsDoNotGrowWithoutBound(t *testing.T) {
	const n = 20000
	long := strings.Repeat("長", 100)
	words := strings.Repeat("甲，", n) + "\n"
	glossary := convert.Glossary([]convert.Word{{Key: "甲", Value: strings.Repeat("長", 3000)}})
	plain := engine(t, convert.TW)
	withWords, err := convert.New(convert.TW, glossary)
	require.NoError(t, err)
	exact, err := convert.New(0, convert.Config("s2twp"), glossary)
	require.NoError(t, err)
	toHans, err := convert.New(convert.CN, glossary)
	require.NoError(t, err)
	far := strings.Repeat("../", 1000) + "a.md"
	deep := pipeline.Rebase(func(string) (string, bool) { return far, true })
	for _, c := range []struct {
		name, source, at string
		c                convert.Converter
		opts             []pipeline.Option
		version          []pipeline.VersionOption
	}{
		{"a word", "<!-- zhmd word 甲=" + long + " -->\n\n" + words, "3:", plain, nil, nil},
		{"a word in lines", "<!-- zhmd word 甲=" + long + " -->\n\n" + strings.Repeat("甲\n", n), "", plain, nil, nil},
		{"a word in markup", "<!-- zhmd word 甲=" + long + " -->\n\n" + strings.Repeat("a *甲* b\n\n", n), "", plain, nil, nil},
		{"several words", "<!-- zhmd word 甲=" + long + " -->\n<!-- zhmd word 乙=" + long + " -->\n\n" + strings.Repeat("甲乙", n), "4:", plain, nil, nil},
		{"a word of ASCII", "<!-- zhmd word a=" + long + " -->\n\n" + strings.Repeat("a ", n), "3:", plain, nil, nil},
		{"a rule", "-{H|zh-cn:甲;zh-tw:" + long + "}-\n\n" + words, "3:", plain, []pipeline.Option{pipeline.AlsoReading("mediawiki")}, nil},
		{"a rule in one direction", "-{H|甲=>zh-tw:" + long + "}-\n\n" + words, "3:", plain, []pipeline.Option{pipeline.AlsoReading("mediawiki")}, nil},
		{"a glossary", words, "1:", withWords, nil, nil},
		{"a glossary in lines", strings.Repeat("甲\n", n), "", withWords, nil, nil},
		{"a glossary in markup", strings.Repeat("a *甲* b\n", n), "", withWords, nil, nil},
		{"a glossary in front matter", "---\ntitle: " + strings.Repeat("甲", n) + "\n---\n", "2:", withWords, nil, nil},
		{"a glossary in plain text", words, "1:", withWords, []pipeline.Option{pipeline.As(pipeline.Text)}, nil},
		{"a glossary with a configuration", words, "1:", exact, nil, nil},
		{"a glossary with a configuration, in markup", strings.Repeat("*甲*乙", n), "1:", exact, nil, nil},
		{"a glossary in text of both scripts", strings.Repeat("這個甲后面软件", n), "1:", withWords, nil, nil},
		{"a glossary in Traditional text", strings.Repeat("這個甲後面", n), "1:", withWords, nil, nil},
		{"a glossary in text of the other script", strings.Repeat("這個甲後面", n), "1:", toHans, nil, nil},
		{"destinations", strings.Repeat("[a](b)\n\n", n), "", plain, []pipeline.Option{pipeline.Destinations()}, []pipeline.VersionOption{deep}},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := pipeline.Parse([]byte(c.source), c.opts...)
			var result *pipeline.Result
			assert.Less(t, allocated(func() { result = doc.Convert(c.c, c.version...) }), 128<<20, "with the race detector too")
			assert.Empty(t, doc.Warnings())
			assert.Equal(t, c.source, string(result.Output))
			assert.Empty(t, result.Edits())
			require.Len(t, result.Warnings, 1)
			assert.Regexp(t, "^"+c.at+".*: the whole document is left unconverted", result.Warnings[0].String())
		})
	}
}

// A page may become several times as long, and a short one many times.
func TestVersionsMayGrow(t *testing.T) {
	long := strings.Repeat("長", 100)
	c, err := convert.New(convert.TW, convert.Glossary([]convert.Word{{Key: "甲", Value: long}}))
	require.NoError(t, err)
	for _, source := range []string{strings.Repeat("甲，", 200), strings.Repeat("甲"+strings.Repeat("中", 20)+"，", 5000)} {
		result := pipeline.Parse([]byte(source)).Convert(c)
		assert.Equal(t, strings.ReplaceAll(source, "甲", long), string(result.Output))
		assert.Empty(t, result.Warnings)
	}
}

// What cannot be a word of a document, or become of one, is not taken.
func TestWordsThatAreTooLong(t *testing.T) {
	long := strings.Repeat("長", 101)
	const want = "3:1: a word, and what becomes of it, is UTF-8 and not longer than 300 bytes; it is not taken"
	for _, word := range []string{
		"<!-- zhmd word 甲=" + long + " -->", "<!-- zhmd word " + long + "=甲 -->", "<!-- zhmd word " + long + " -->", "<!-- zhmd word 甲=\xff -->", "<!-- zhmd word \xff=甲 -->",
		"-{H|zh-cn:甲;zh-tw:" + long + "}-", "-{H|甲=>zh-tw:" + long + "}-", "-{H|zh-cn:\xff;zh-tw:甲}-",
	} {
		source := "软件\n\n" + word + "\n\n甲\x8b"
		doc := pipeline.Parse([]byte(source), pipeline.AlsoReading("mediawiki"))
		require.NotEmpty(t, doc.Warnings(), word)
		assert.Equal(t, want, doc.Warnings()[len(doc.Warnings())-1].String())
		output := string(doc.Convert(engine(t, convert.TW)).Output)
		assert.True(t, strings.HasPrefix(output, "軟體\n\n") && strings.HasSuffix(output, "\n\n甲\x8b"), "%q", output)
	}
}
