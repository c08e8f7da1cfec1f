package pipeline_test

import (
	"bytes"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"unicode"

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

// BenchmarkThreeTargetsGlossary does it with the words of a glossary as well: none, ten that
// the pages are full of, 100,000 of two to four characters picked from them at random.
func BenchmarkThreeTargetsGlossary(b *testing.B) {
	pages, _ := vueDocs(b)
	for _, g := range []struct {
		name  string
		words []convert.Word
	}{{"none", nil}, {"10", protected("组件", "服务器", "示例", "渲染", "状态", "选项", "指令", "插槽", "模板", "侦听器")}, {"100000", protected(pieces(pages, 100000)...)}} {
		own := convert.Glossary(g.words)
		b.Run(g.name, func(b *testing.B) {
			var engines []convert.Converter
			for _, target := range []convert.Variant{convert.Hans, convert.Hant, convert.TW} {
				e, err := convert.New(target, own)
				require.NoError(b, err)
				engines = append(engines, e)
			}
			threeVersions(b, engines...)
		})
	}
}

func protected(keys ...string) (words []convert.Word) {
	for _, key := range keys {
		words = append(words, convert.Word{Key: key, Value: key})
	}
	return words
}

// pieces picks n words of characters from pages.
func pieces(pages [][]byte, n int) (all []string) {
	var han []rune
	for _, r := range string(bytes.Join(pages, nil)) {
		if unicode.Is(unicode.Han, r) {
			han = append(han, r)
		}
	}
	r := rand.New(rand.NewPCG(1, 9))
	for seen := map[string]bool{}; len(all) < n; {
		key := make([]rune, 2+r.IntN(3))
		for i := range key {
			key[i] = han[r.IntN(len(han))]
		}
		if !seen[string(key)] {
			seen[string(key)] = true
			all = append(all, string(key))
		}
	}
	return all
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
