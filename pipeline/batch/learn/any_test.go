package learn_test

import (
	"math/rand/v2"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"zhmd/convert"
	"zhmd/convert/converttest"
	"zhmd/pipeline/batch/learn"
)

// TestAnyPages learns from pages that have little to do with each other, and are not all
// UTF-8: whatever comes out can be read.
func TestAnyPages(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 2))
	source, err := os.ReadFile("../../../testdata/golden/crlf.md")
	require.NoError(t, err)
	made, err := os.ReadFile("../../../testdata/golden/crlf.zh-TW.md")
	require.NoError(t, err)
	for range converttest.Trials(60) {
		page := learn.Page{Name: "a.md", Old: torn(r, made), New: torn(r, made)}
		if r.IntN(2) == 0 {
			page.Source = torn(r, source)
		}
		target := convert.Variants()[r.IntN(5)]
		got := learnFrom(t, target, nil, page, learn.Page{Old: torn(r, source), New: nil}, learn.Page{New: made, Source: []byte{}})
		require.LessOrEqual(t, got.Learnt, got.Corrections)
		readable(t, got)
	}
}

// torn gives a text with some of its bytes changed, taken out, or there again.
func torn(r *rand.Rand, text []byte) []byte {
	text = append([]byte{}, text...)
	for range r.IntN(6) {
		if len(text) == 0 {
			break
		}
		i := r.IntN(len(text))
		j := min(len(text), i+1+r.IntN(30))
		switch r.IntN(3) {
		case 0:
			text[i] = byte(r.IntN(256))
		case 1:
			text = append(text[:i:i], text[j:]...)
		default:
			text = append(text[:j:j], text[i:]...)
		}
	}
	return text
}
