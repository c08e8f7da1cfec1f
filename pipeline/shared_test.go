package pipeline_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
	"zhmd/pipeline"
)

// sharedData holds real pages that are not the project's; they lie beside the
// checkout where the project is developed.
const sharedData = "../../shared/data"

// TestRealPages holds promise 2 on pages that people wrote, as goldmark and
// cmark-gfm read them. cmark-gfm takes all up to the next space for a bare URL,
// Chinese punctuation too; no page here has one that it reads otherwise than
// zhmd.
func TestRealPages(t *testing.T) {
	if _, err := os.Stat(sharedData); err != nil {
		t.Skipf("%s is not there; it holds real pages to test against", sharedData)
	}
	files, destinations, differ := 0, 0, 0
	require.NoError(t, filepath.WalkDir(sharedData, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".md" {
			return err
		}
		source := read(t, path)
		doc := pipeline.Parse(source)
		want, wantDestinations := cmark(t, source, "-e", "autolink")
		files++
		destinations += len(wantDestinations)
		for _, v := range goldenTargets {
			result := doc.Convert(engine(t, v))
			got, gotDestinations := cmark(t, result.Output, "-e", "autolink")
			if !assert.Equal(t, want, got, "%s to %v", path, v) || !assert.Equal(t, wantDestinations, gotDestinations) ||
				!assert.Equal(t, structure(source), structure(result.Output), "%s to %v", path, v) {
				differ++
			}
			assert.Empty(t, result.Warnings, path)
			assert.Equal(t, string(result.Output), string(convert.Splice(nil, source, result.Edits())), path)
		}
		assert.Equal(t, string(source), string(doc.Convert(nothing).Output))
		return nil
	}))
	t.Logf("%d files, %d destinations, %d variants of each, %d differ", files, destinations, len(goldenTargets), differ)
}
