package pipeline_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"zhmd/convert"
	"zhmd/pipeline"
)

// knownToStock has a source read without MkDocs' admonitions where there may be some, below
// which the stock parser finds code and not text.
func knownToStock(source []byte) pipeline.Option {
	if mayAdmonish(source) {
		return pipeline.AlsoReading("-admonitions")
	}
	return pipeline.AlsoReading("+admonitions")
}

func mayAdmonish(source []byte) bool {
	return bytes.Contains(source, []byte("!!!")) || bytes.Contains(source, []byte("???"))
}

// FuzzPromises holds promise 1 and 2 against any bytes: with a converter that
// changes nothing the output is the input, and with any converter the output
// has the input's structure.
func FuzzPromises(f *testing.F) {
	for _, path := range goldenSources(f) {
		f.Add(read(f, path))
	}
	for _, source := range specExamples(f) {
		f.Add([]byte(withHan(source)))
	}
	hostile := mapper(func(r rune) string {
		if r >= 0x4E00 && r < 0x9FA0 {
			return []string{"字", "*", "`", "[", "](", "\n\n", "|", "<b>", "\n- ", ""}[r%10]
		}
		return string(r)
	})
	f.Fuzz(func(t *testing.T, source []byte) {
		if len(source) > 1<<14 { // the stock parser, which is asked here, has no bounds
			t.Skip()
		}
		doc := pipeline.Parse(source, knownToStock(source))
		require.True(t, bytes.Equal(source, doc.Convert(nothing).Output))
		want := structure(source)
		for _, c := range []convert.Converter{shifted, grown, hostile} {
			result := doc.Convert(c)
			require.Equal(t, want, structure(result.Output))
			requireTargets(t, source, result.Output)
			require.True(t, bytes.Equal(result.Output, convert.Splice(nil, source, result.Edits())))
		}
	})
}
