package words

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zhmd/convert/internal/engine"
	"zhmd/convert/internal/table"
)

func program(t *testing.T, target, regional int, foreign, shapes string, glossary ...engine.Word) *Program {
	tab := table.Default()
	o := Options{Target: target, Regional: regional, Foreign: engine.New(tab, tab.Config(foreign)), Words: glossary}
	if len(glossary) > 0 {
		compiled, err := engine.NewGlossary(tab, glossary)
		require.NoError(t, err)
		o.Glossary = o.Foreign.WithGlossary(compiled)
	}
	if shapes != "" {
		o.Shapes = engine.New(tab, tab.Config(shapes))
	}
	return New(Default(), o)
}

// pages returns the lines of the project's own pages and sentences, and those of the real
// pages beside the checkout, if they are there.
func pages(t *testing.T) (lines []string) {
	for _, pattern := range []string{
		"README*.md", "testdata/golden/*.md", "convert/testdata/sentences.tsv",
		"../shared/data/vue-docs-zh-cn/src/*.md", "../shared/data/vue-docs-zh-cn/src/*/*.md", "../shared/data/pages/*.md",
		"../shared/data/haskell-mixed/*/*.md", "../shared/data/haskell-mixed/*.md",
	} {
		files, err := filepath.Glob("../../../" + pattern)
		require.NoError(t, err)
		for _, f := range files {
			data, err := os.ReadFile(f)
			require.NoError(t, err)
			lines = append(lines, strings.Split(string(data), "\n")...)
		}
	}
	return lines
}

// The fast way gives what looking for all words gives.
func TestFastWay(t *testing.T) {
	texts := pages(t)
	words := []engine.Word{{Key: "组件", Value: "元件"}, {Key: "件的", Value: "<>"}, {Key: "Vue", Value: "V"}, {Key: "面", Value: "麵"}, {Key: "，可", Value: "，"}, {Key: "。如", Value: "；"}, {Key: "示例", Value: "範例範例"}}
	r := rand.New(rand.NewPCG(5, 9))
	for _, p := range []*Program{
		program(t, Hant, -1, "s2t", ""), program(t, TW, TWP, "s2tw", "t2tw"), program(t, HK, HKP, "s2hk", "t2hk"),
		program(t, TW, TWP, "s2tw", "t2tw", words...), program(t, Hans, -1, "t2s", "", words...),
	} {
		f := p.newFast()
		n, diff := 0, 0
		for i, text := range texts {
			var a, b Seen
			w := &writer{Program: p, fast: f, src: []byte(text + "\n" + texts[(i+1)%len(texts)])}
			got, ok := w.block(nil, 0, len(text), &a)
			if !ok {
				continue
			}
			n++
			want := p.appendBlock(nil, []byte(text), new(block), &b)
			if string(want) != string(got) {
				if diff++; diff < 5 {
					t.Errorf("%s\nwant %s\ngot  %s", text, want, got)
				}
			}
			require.Equal(t, b, a, text)
			sameEdits(t, p, f, text, r)
		}
		t.Logf("%d texts, %d differences", n, diff)
		require.Greater(t, n, 250)
		for _, between := range []string{"\n", "\xff", "\n\n", "，"} {
			sameBlocks(t, p, f, strings.Join(texts, between))
		}
	}
}

// sameEdits compares the edits that both ways find, with random cuts.
func sameEdits(t *testing.T, p *Program, f *fast, text string, r *rand.Rand) {
	var cuts []int
	for i := range text {
		if i > 0 && r.IntN(12) == 0 {
			cuts = append(cuts, i)
		}
	}
	for _, cuts := range [][]int{nil, cuts} {
		var seen Seen
		var got, want []byte
		at := 0
		if !p.editFast(f, []byte(text), 0, len(text), cuts, &seen, splicer(&got, text, &at)) {
			continue
		}
		got = append(got, text[at:]...)
		at = 0
		p.editBlock([]byte(text), cuts, 0, new(block), &Seen{}, splicer(&want, text, &at))
		want = append(want, text[at:]...)
		require.Equal(t, string(want), string(got), "%s %v", text, cuts)
	}
}

func splicer(out *[]byte, text string, at *int) func(start, end int, replacement string) {
	return func(start, end int, replacement string) {
		*out = append(append(*out, text[*at:start]...), replacement...)
		*at = end
	}
}

// sameBlocks converts blocks of both scripts in both ways.
func sameBlocks(t *testing.T, p *Program, f *fast, text string) {
	var a, b Seen
	var want []byte
	for text := range blocksOf([]byte(text)) {
		want = p.appendBlock(want, text, new(block), &b)
	}
	got, _ := p.appendFast(f, []byte("before"), []byte(text), &a)
	require.Equal(t, "before", string(got[:6]))
	got = got[6:]
	for i := range want {
		if i >= len(got) || got[i] != want[i] {
			t.Fatalf("want %q\ngot  %q", want[max(0, i-60):min(len(want), i+60)], got[max(0, min(i, len(got))-60):min(len(got), i+60)])
		}
	}
	require.Len(t, got, len(want))
	require.Equal(t, b, a)
}
