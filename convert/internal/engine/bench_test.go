package engine_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// corpus gives the Chinese Vue documentation if it lies beside the checkout.
func corpus(b *testing.B) []byte {
	var all []byte
	err := filepath.WalkDir("../../../../shared/data/vue-docs-zh-cn", func(path string, _ fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(path) == ".md" {
			var data []byte
			data, err = os.ReadFile(path)
			all = append(all, data...)
		}
		return err
	})
	if err != nil {
		b.Skip(err)
	}
	return all
}

func dense(b *testing.B) []byte {
	var out []byte
	for _, r := range string(corpus(b)) {
		if r > 0x2E80 || len(out)%40 == 0 {
			out = append(out, string(r)...)
		}
	}
	return out
}

func BenchmarkAppend(b *testing.B) {
	for _, kind := range []string{"vue", "dense"} {
		for _, name := range []string{"s2t", "s2twp", "t2s", "tw2sp"} {
			b.Run(kind+"/"+name, func(b *testing.B) {
				text := corpus(b)
				if kind == "dense" {
					text = dense(b)
				}
				p := programs()[name]
				dst := p.Append(nil, text)
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					dst = p.Append(dst[:0], text)
				}
			})
		}
	}
}

func BenchmarkEdits(b *testing.B) {
	for _, name := range []string{"s2t", "s2twp", "tw2sp"} {
		b.Run(name, func(b *testing.B) {
			text, p := corpus(b), programs()[name]
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				p.Edits(text, nil, func(start, end int, replacement string) {})
			}
		})
	}
}
