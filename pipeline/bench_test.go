package pipeline_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark/text"

	"zhmd/convert"
	"zhmd/pipeline"
)

// vueDocs gives the Vue documentation's pages.
func vueDocs(b *testing.B) (pages [][]byte, size int64) {
	folder := filepath.Join(sharedData, "vue-docs-zh-cn")
	if _, err := os.Stat(folder); err != nil {
		b.Skipf("%s is not there; it holds real pages to measure", folder)
	}
	require.NoError(b, filepath.WalkDir(folder, func(path string, _ fs.DirEntry, err error) error {
		if filepath.Ext(path) == ".md" {
			source, err := os.ReadFile(path)
			pages, size = append(pages, source), size+int64(len(source))
			return err
		}
		return err
	}))
	return pages, size
}

// BenchmarkThreeTargets reads real pages and makes three versions of each.
// Run it with -cpu 1 beside BenchmarkGoldmark, of which it is to take at most
// twice the time.
func BenchmarkThreeTargets(b *testing.B) {
	threeVersions(b, engine(b, convert.Hans), engine(b, convert.Hant), engine(b, convert.TW))
}

// BenchmarkThreeConfigurations does the same with OpenCC's own configurations.
func BenchmarkThreeConfigurations(b *testing.B) {
	var engines []convert.Converter
	for _, name := range []string{"t2s", "s2t", "s2twp"} {
		e, err := convert.New(0, convert.Config(name))
		require.NoError(b, err)
		engines = append(engines, e)
	}
	threeVersions(b, engines...)
}

func threeVersions(b *testing.B, engines ...convert.Converter) {
	pages, size := vueDocs(b)
	b.SetBytes(size)
	for b.Loop() {
		for _, page := range pages {
			doc := pipeline.Parse(page)
			for _, e := range engines {
				doc.Convert(e)
			}
		}
	}
}

// BenchmarkGoldmark parses the same pages with goldmark as it comes.
func BenchmarkGoldmark(b *testing.B) {
	pages, size := vueDocs(b)
	b.SetBytes(size)
	for b.Loop() {
		for _, page := range pages {
			stock.Parser().Parse(text.NewReader(page))
		}
	}
}
