package words

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zhmd/convert/internal/engine"
	"zhmd/convert/internal/table"
)

func program(target, regional int, foreign, shapes string) *Program {
	t := table.Default()
	o := Options{Target: target, Regional: regional, Foreign: engine.New(t, t.Config(foreign))}
	if shapes != "" {
		o.Shapes = engine.New(t, t.Config(shapes))
	}
	return New(Default(), o)
}

// The fast way gives what looking for all words gives.
func TestFastWay(t *testing.T) {
	var texts []string
	for _, pattern := range []string{"vue-docs-zh-cn/src/*.md", "vue-docs-zh-cn/src/*/*.md", "pages/*.md", "haskell-mixed/*/*.md", "haskell-mixed/*.md"} {
		files, _ := filepath.Glob("../../../../shared/data/" + pattern)
		for _, f := range files {
			data, err := os.ReadFile(f)
			require.NoError(t, err)
			texts = append(texts, strings.Split(string(data), "\n")...)
		}
	}
	for _, p := range []*Program{program(Hant, -1, "s2t", ""), program(TW, TWP, "s2tw", "t2tw"), program(HK, HKP, "s2hk", "t2hk")} {
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
		}
		t.Log(n, diff)
	}
}
