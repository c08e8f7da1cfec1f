package words

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// What a bit says of a word, the search over a block of that word alone says too.
func TestWholeIsTheLikeliestWay(t *testing.T) {
	l := Default()
	p := program(t, TW, TWP, "s2tw", "t2tw")
	found := 0
	for e := range int32(len(l.Spelt)) {
		hans := l.hansOf(e)
		if !l.first(e) || len(hans) < 2 || !standForThemselves(l, hans) {
			continue
		}
		b := new(block)
		b.read(p, []byte(l.Word(int(e), false)))
		steps := b.search(maskHans, l.Switch)
		want := int32(none)
		if len(steps) == 1 {
			want = steps[0].entry
			found++
		}
		require.Equal(t, want, l.wholeOf(e), "%s", l.Word(int(e), false))
	}
	require.Greater(t, found, 10000)
}

func standForThemselves(l *Lexicon, all []Symbol) bool {
	for _, s := range all {
		if l.Class[s] != s {
			return false
		}
	}
	return true
}
