package convert_test

import (
	"math/rand/v2"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
)

func TestAppendPieces(t *testing.T) {
	for _, c := range []struct {
		name, text string
		cuts       []int
		want       []string
	}{
		{"a word over a cut", "头发", []int{3}, []string{"頭", "髮"}},
		{"a word over a cut that would become shorter", "自定义", []int{3}, []string{"自", "定義"}},
		{"a shorter word in a piece", "的自定义，头发", []int{3, 15}, []string{"的", "自訂，", "頭髮"}},
		{"an empty piece", "软件", []int{6}, []string{"軟體", ""}},
		{"no cut", "软件\n网络", nil, []string{"軟體\n網路"}},
		{"Traditional text", "這隻貓的头发", []int{15}, []string{"這隻貓的頭", "髮"}},
	} {
		out, ends, _ := native(t, convert.TW).AppendPieces([]byte("a"), []byte(c.text), c.cuts, nil)
		var got []string
		at := 1
		for _, end := range append(ends, len(out)) {
			got = append(got, string(out[at:end]))
			at = end
		}
		assert.Equal(t, c.want, got, c.name)
	}
}

// TestAppendPiecesIsEdits compares with the edits that the same cuts lead to.
func TestAppendPiecesIsEdits(t *testing.T) {
	engines := byWords(t)
	for _, name := range []string{"s2t", "s2twp", "t2s", "tw2sp"} {
		e, err := convert.New(0, convert.Config(name))
		require.NoError(t, err)
		engines = append(engines, e)
	}
	r := rand.New(rand.NewPCG(1, 9))
	for _, text := range sentences(3000, 9) {
		cuts := randomCuts(r, text)
		for _, e := range engines {
			out, ends, _ := e.AppendPieces(nil, []byte(text), cuts, nil)
			edits := e.Edits(nil, []byte(text), cuts)
			require.Equal(t, string(convert.Splice(nil, []byte(text), edits)), string(out), "%v: %s %v", e.Target(), text, cuts)
			require.Equal(t, endsOf(text, cuts, edits), append([]int{}, ends...), "%v: %s %v", e.Target(), text, cuts)
		}
	}
}

// randomCuts gives some of the places between characters.
func randomCuts(r *rand.Rand, text string) []int {
	var cuts []int
	for i := range text {
		if i > 0 && r.IntN(4) == 0 {
			cuts = append(cuts, i)
		}
	}
	return cuts
}

// endsOf gives where the cuts come to lie: in an edit, character by character.
func endsOf(text string, cuts []int, edits []convert.Edit) []int {
	ends := []int{}
	for _, cut := range cuts {
		at := cut
		for _, e := range edits {
			switch {
			case e.End <= cut:
				at += len(e.New) - (e.End - e.Start)
			case e.Start < cut:
				at += len(string([]rune(e.New)[:utf8.RuneCountInString(text[e.Start:cut])])) - (cut - e.Start)
			}
		}
		ends = append(ends, at)
	}
	return ends
}
