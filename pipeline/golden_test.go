package pipeline_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
	"zhmd/pipeline"
)

var update = flag.Bool("update", false, "write the golden files anew")

const goldenDir = "../testdata/golden"

var goldenTargets = []convert.Variant{convert.Hans, convert.Hant, convert.TW}

// goldenSources gives the paths of the golden documents that others are made
// from: NAME.md, not NAME.zh-TW.md.
func goldenSources(t testing.TB) []string {
	all, err := filepath.Glob(goldenDir + "/*.md")
	require.NoError(t, err)
	var sources []string
	for _, path := range all {
		if strings.Count(filepath.Base(path), ".") == 1 {
			sources = append(sources, path)
		}
	}
	require.NotEmpty(t, sources)
	return sources
}

func read(t testing.TB, path string) []byte {
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return data
}

func TestGolden(t *testing.T) {
	for _, path := range goldenSources(t) {
		doc := pipeline.Parse(read(t, path))
		for _, v := range goldenTargets {
			golden := strings.TrimSuffix(path, ".md") + "." + v.String() + ".md"
			result := doc.Convert(engine(t, v))
			assert.Empty(t, result.Warnings, golden)
			if *update {
				require.NoError(t, os.WriteFile(golden, result.Output, 0o644))
			}
			assert.Equal(t, string(read(t, golden)), string(result.Output), golden)
		}
	}
}

func TestGoldenKeepsStructure(t *testing.T) {
	for _, path := range goldenSources(t) {
		source := read(t, path)
		requirePromises(t, source)
		for _, v := range goldenTargets {
			out := pipeline.Parse(source).Convert(engine(t, v)).Output
			assert.Equal(t, structure(source), structure(out), path)
		}
	}
}

func TestGoldenKeepsStructureForCmark(t *testing.T) {
	for _, path := range goldenSources(t) {
		source := read(t, path)
		want, destinations := cmark(t, source)
		for _, v := range goldenTargets {
			got, gotDestinations := cmark(t, pipeline.Parse(source).Convert(engine(t, v)).Output)
			assert.Equal(t, want, got, "%s to %v", path, v)
			assert.Equal(t, destinations, gotDestinations, "%s to %v", path, v)
		}
	}
}

// The README says so.
func TestPhrasesThroughMarkup(t *testing.T) {
	assert.Equal(t, "**頭**髮 [頭](x)發展 頭\n髮\n", output("**头**发 [头](x)发展 头\n发\n", engine(t, convert.Hant)))
}
