package learn_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
	"zhmd/convert/converttest"
	"zhmd/pipeline"
	"zhmd/pipeline/batch/learn"
)

// TestRandomCorrections makes a glossary of some words of a golden page, takes for the
// corrected page what that makes of the source, and learns. Converted with what was
// learnt, the source has to be the corrected page, unless something is said to be missing.
func TestRandomCorrections(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 1))
	for _, target := range []convert.Variant{convert.TW, convert.HK, convert.Hant} {
		for _, given := range []bool{true, false} {
			var sum score
			for range converttest.Trials(10) {
				for _, name := range []string{"site", "markup", "crlf"} {
					sum.add(t, r, name, target, given)
				}
			}
			t.Logf("%v, source given %v: %v", target, given, sum)
			assert.GreaterOrEqual(t, sum.learnt*100, sum.corrections*97)
			assert.Zero(t, sum.damaged)
		}
	}
}

// A score sums what was learnt.
type score struct{ pages, equal, complete, corrections, learnt, damaged, words int }

func (s score) String() string {
	return fmt.Sprintf("%d of %d pages equal, nothing missing in %d, %d of %d corrections learnt by %d words", s.equal, s.pages, s.complete, s.learnt, s.corrections, s.words)
}

func (s *score) add(t *testing.T, r *rand.Rand, name string, target convert.Variant, given bool) {
	source, err := os.ReadFile(filepath.Join("../../../testdata/golden", name+".md"))
	require.NoError(t, err)
	doc := pipeline.Parse(source)
	old := with(t, doc, target, nil)
	own := someWords(t, r, doc, target)
	page := learn.Page{Name: name, Old: []byte(old), New: []byte(with(t, doc, target, own))}
	if given {
		page.Source = source
	}
	got := learnFrom(t, target, nil, page)
	var words []convert.Word
	for _, e := range got.Entries {
		words = append(words, e.Word)
	}
	readable(t, got)
	s.pages++
	s.words += len(words)
	s.corrections += got.Corrections
	s.learnt += got.Learnt
	s.damaged += got.Damaged
	made := with(t, doc, target, words)
	if made == string(page.New) {
		s.equal++
	}
	if given && got.Rewritten+got.Reworded == 0 && got.Learnt == got.Corrections {
		s.complete++
		require.Equal(t, string(page.New), made, "%s %v %s", name, own, got.YAML(""))
	}
}

// with converts a document with a glossary.
func with(t *testing.T, doc *pipeline.Document, target convert.Variant, words []convert.Word) string {
	engine, err := convert.New(target, convert.Glossary(words))
	require.NoError(t, err)
	return string(doc.Convert(engine).Output)
}

// someWords gives a glossary of some words of a document that become something else: the
// form of another target, what stays as it is, or a made-up word.
func someWords(t *testing.T, r *rand.Rand, doc *pipeline.Document, target convert.Variant) []convert.Word {
	engine, err := convert.New(target)
	require.NoError(t, err)
	var words []convert.Word
	seen := map[string]bool{}
	for _, x := range doc.Explain(engine) {
		if len([]rune(x.Source)) < 2 || len(x.Steps) == 0 || seen[x.Source] || r.IntN(12) > 0 {
			continue
		}
		seen[x.Source] = true
		value := [...]string{x.Source, engine.String(x.Source[3:]) + "甲", strings.Repeat("乙", len([]rune(x.Source)))}[r.IntN(3)]
		words = append(words, convert.Word{Key: x.Source, Value: value})
	}
	return words
}
