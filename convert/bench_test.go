package convert_test

import (
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/longbridgeapp/opencc"

	"zhmd/convert"
	"zhmd/convert/internal/table"
)

// The texts are files that the environment variable ZHMD_CORPUS names, between
// commas; .ci/measure makes them and sets it. s2t and s2twp are what zh-Hant and
// zh-TW run.
func corpora(b *testing.B) map[string][]byte {
	files := os.Getenv("ZHMD_CORPUS")
	if files == "" {
		b.Skip("ZHMD_CORPUS names no files; .ci/measure sets it")
	}
	all := map[string][]byte{}
	for file := range strings.SplitSeq(files, ",") {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		all[strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))] = data
	}
	return all
}

func BenchmarkNative(b *testing.B) {
	for name, text := range corpora(b) {
		for _, config := range []string{"s2t", "s2twp", "t2s", "tw2sp"} {
			b.Run(name+"/"+config, func(b *testing.B) {
				e := native(b, 0, convert.Config(config))
				dst := e.Append(nil, text)
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					dst = e.Append(dst[:0], text)
				}
			})
		}
	}
}

// BenchmarkWords converts by words, as engines do that were not made by a
// configuration's name; the configurations are what BenchmarkNative has beside it.
func BenchmarkWords(b *testing.B) {
	targets := []struct {
		config string
		to     convert.Variant
	}{{"s2t", convert.Hant}, {"s2twp", convert.TW}, {"t2s", convert.Hans}, {"tw2sp", convert.CN}}
	for name, text := range corpora(b) {
		for _, target := range targets {
			b.Run(name+"/"+target.config, func(b *testing.B) {
				e := native(b, target.to)
				dst := e.Append(nil, text)
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					dst = e.Append(dst[:0], text)
				}
			})
		}
	}
}

func BenchmarkLongbridge(b *testing.B) {
	for name, text := range corpora(b) {
		for _, config := range []string{"s2t", "s2twp"} {
			b.Run(name+"/"+config, func(b *testing.B) {
				c, err := opencc.New(config)
				if err != nil {
					b.Fatal(err)
				}
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					if _, err := c.Convert(string(text)); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// wordList makes n words, from the i-th on of OpenCC's own phrases, which texts
// are full of, and behind the last of them each two of them together.
func wordList(i, n int) []convert.Word {
	keys := slices.Sorted(maps.Keys(table.Source()[0].Chain[0].Dicts()[0].Entries))
	var words []convert.Word
	seen := map[string]bool{}
	for ; len(words) < n; i++ {
		key := keys[i*7919%len(keys)]
		if i >= len(keys) {
			key += keys[(i+i/len(keys)*31)%len(keys)]
		}
		if !seen[key] {
			seen[key] = true
			words = append(words, convert.Word{Key: key, Value: key})
		}
	}
	return words
}

// randomList makes n words of two to four characters, picked at random from a text.
func randomList(text string, n int) []convert.Word {
	var han []rune
	for _, r := range text[:min(len(text), 1<<20)] {
		if unicode.Is(unicode.Han, r) {
			han = append(han, r)
		}
	}
	r := rand.New(rand.NewPCG(1, 9))
	seen := map[string]bool{}
	var words []convert.Word
	for len(words) < n && len(han) > 0 {
		var key []rune
		for range 2 + r.IntN(3) {
			key = append(key, han[r.IntN(len(han))])
		}
		if !seen[string(key)] {
			seen[string(key)] = true
			words = append(words, convert.Word{Key: string(key), Value: string(key)})
		}
	}
	return words
}

// asciiWords begin with ASCII, as the names of programs do.
var asciiWords = []convert.Word{{Key: "Vuex", Value: "Pinia"}, {Key: "API文档", Value: "API 文件"}}

// BenchmarkGlossary converts with the words of a glossary as well: few, many that
// hardly occur in the text, many that the text is full of, many of characters picked from
// it at random, some that begin with ASCII.
func BenchmarkGlossary(b *testing.B) { withGlossaries(b, convert.TW) }

// BenchmarkGlossarySimplified does it for a target in which nothing else of the text
// changes.
func BenchmarkGlossarySimplified(b *testing.B) { withGlossaries(b, convert.Hans) }

func withGlossaries(b *testing.B, target convert.Variant) {
	for name, text := range corpora(b) {
		for _, g := range []struct {
			name  string
			words []convert.Word
		}{
			{"none", nil}, {"10", wordList(0, 10)}, {"100000", wordList(50000, 100000)}, {"common", wordList(0, 100000)},
			{"ascii", asciiWords}, {"random", randomList(string(text), 100000)},
		} {
			b.Run(name+"/"+g.name, func(b *testing.B) {
				e := native(b, target, convert.Glossary(g.words))
				dst := e.Append(nil, text)
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					dst = e.Append(dst[:0], text)
				}
			})
		}
	}
}

// BenchmarkNewGlossary makes an engine that knows 100,000 words, from the words on.
func BenchmarkNewGlossary(b *testing.B) {
	words := wordList(0, 100000)
	for b.Loop() {
		native(b, convert.TW, convert.Glossary(words))
	}
}

// BenchmarkNewAgain makes an engine whose configuration is ready.
func BenchmarkNewAgain(b *testing.B) {
	native(b, convert.TW)
	for b.Loop() {
		native(b, convert.TW)
	}
}
