package pipeline_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/pipeline"
)

// extensionCase matches the Markdown of a case in goldmark's files.
var extensionCase = regexp.MustCompile(`(?ms)^//- - [- ]*//\n(.*?)^//- - [- ]*//\n.*?^//= = `)

func goldmarkDir(t testing.TB) string {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	require.NoError(t, err)
	return strings.TrimSpace(string(dir))
}

// extensionCases reads the test cases of goldmark's extensions and options.
func extensionCases(t testing.TB) []string {
	files, err := filepath.Glob(filepath.Join(goldmarkDir(t), "*", "_test", "*.txt"))
	require.NoError(t, err)
	more, err := filepath.Glob(filepath.Join(goldmarkDir(t), "_test", "*.txt"))
	require.NoError(t, err)
	var sources []string
	for _, file := range append(files, more...) {
		for _, m := range extensionCase.FindAllStringSubmatch(string(read(t, file)), -1) {
			sources = append(sources, m[1])
		}
	}
	return sources
}

// specExamples reads CommonMark's examples from goldmark's module.
func specExamples(t testing.TB) []string {
	data, err := os.ReadFile(filepath.Join(goldmarkDir(t), "_test", "spec.json"))
	require.NoError(t, err)
	var examples []struct{ Markdown string }
	require.NoError(t, json.Unmarshal(data, &examples))
	var sources []string
	for _, e := range examples {
		sources = append(sources, e.Markdown)
	}
	return sources
}

// inHan turns each letter into a Han character, as many as there are letters.
func inHan(source string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return '一' + (r-'a')*7
		case r >= 'A' && r <= 'Z':
			return '言' + (r-'A')*7
		}
		return r
	}, source)
}

// withHan turns letters into Han characters but in what only ASCII makes
// markup: tags, entities, URLs with a scheme. So links, tables and labels are
// in Han and the rest stays what it is.
func withHan(source string) string {
	var b strings.Builder
	for len(source) > 0 {
		i := strings.IndexAny(source, "<&:")
		if i < 0 {
			i = len(source)
		}
		b.WriteString(inHan(source[:i]))
		source = source[i:]
		n := strings.IndexAny(source, ">; \n")
		if n < 0 {
			n = len(source)
		}
		b.WriteString(source[:n])
		source = source[n:]
		if len(source) > 0 {
			b.WriteByte(source[0])
			source = source[1:]
		}
	}
	return b.String()
}

func TestSpecExamples(t *testing.T) {
	examples := specExamples(t)
	require.Len(t, examples, 652)
	requireExamples(t, examples)
}

func TestExtensionCases(t *testing.T) {
	cases := extensionCases(t)
	require.Greater(t, len(cases), 150)
	requireExamples(t, cases)
	t.Logf("%d cases", len(cases))
}

// requireExamples holds the promises on examples as they are, with all letters in
// Han, and with Han outside of what only ASCII makes markup. No block of them
// keeps its source.
func requireExamples(t *testing.T, examples []string) {
	kept := 0
	for _, source := range examples {
		for _, version := range []string{source, inHan(source), withHan(source)} {
			requirePromises(t, []byte(version))
			kept += len(pipeline.Parse([]byte(version)).Convert(shifted).Warnings)
		}
	}
	assert.Zero(t, kept, "blocks that kept their source")
}
