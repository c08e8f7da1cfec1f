package pipeline

import (
	"math/rand/v2"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"zhmd/convert/converttest"
)

func TestValid(t *testing.T) {
	parts := []string{"a", "abcdefgh", "头", "头发", "é", "😀", "\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xe5\xa4", "\xf8", "\xff", "\uFFFD", "\xe0\xa0\x80"}
	r := rand.New(rand.NewPCG(1, 1))
	for range converttest.Trials(100_000) {
		var p []byte
		for range r.IntN(8) {
			p = append(p, parts[r.IntN(len(parts))]...)
		}
		require.Equal(t, utf8.Valid(p), valid(p), "%q", p)
	}
}
