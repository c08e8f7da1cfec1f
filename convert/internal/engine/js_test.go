package engine_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zhmd/convert/converttest"
	"zhmd/convert/internal/npmtest"
	"zhmd/convert/internal/opencc"
	"zhmd/convert/internal/table"
)

// TestAgainstOpenCCJS compares with opencc-js, another implementation with the
// same data, on random texts.
//
// Where the results differ the difference has to be one of those that are known,
// and to be all that is different: the plain implementation changed in just that
// respect has to give what opencc-js gives.
func TestAgainstOpenCCJS(t *testing.T) {
	n := converttest.Trials(2000)
	explained := map[string]int{}
	for i, c := range table.Source() {
		s := newSamples(c, uint64(1000+i), false)
		var texts []string
		for range n {
			texts = append(texts, s.text())
		}
		for k, theirs := range openccJS(t, c.Name, texts) {
			ours := string(programs()[c.Name].Append(nil, []byte(texts[k])))
			if ours != theirs {
				why := explain(c, texts[k], theirs)
				require.NotEmpty(t, why, "%s %q\nours   %q\ntheirs %q", c.Name, texts[k], ours, theirs)
				explained[why]++
			}
		}
	}
	t.Logf("%d texts for each of %d configurations; differences explained: %v", n, len(table.Source()), explained)
}

// knownDifferences are the respects in which opencc-js departs from OpenCC. (It
// also takes the longest match of all dictionaries of a group, where OpenCC
// takes that of the first which has one; with these dictionaries that comes to
// the same.)
var knownDifferences = []struct {
	name   string
	change func(g *opencc.Group) *opencc.Group
}{
	{"opencc-js lacks TSCharactersExt", withoutExt},
}

func explain(c *opencc.Config, text, theirs string) string {
	for _, d := range knownDifferences {
		changed := *c
		changed.Chain = nil
		for _, g := range c.Chain {
			changed.Chain = append(changed.Chain, d.change(g))
		}
		if changed.Convert(text) == theirs {
			return d.name
		}
	}
	return ""
}

func withoutExt(g *opencc.Group) *opencc.Group {
	if g.Dict != nil {
		return g
	}
	changed := &opencc.Group{Union: g.Union}
	for _, part := range g.Parts {
		if part.Dict == nil || part.Dict.Name != "TSCharactersExt" {
			changed.Parts = append(changed.Parts, withoutExt(part))
		}
	}
	return changed
}

func openccJS(t *testing.T, config string, texts []string) []string {
	var inputs [][]string
	for _, text := range texts {
		inputs = append(inputs, []string{config, text})
	}
	return converttest.Node[string](t, "testdata/opencc-js.mjs", npmtest.Dir(t, "opencc-js"), inputs)
}
