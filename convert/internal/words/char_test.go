package words

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zhmd/convert/internal/table"
)

// What a character becomes by itself is what the configurations make of it, if no word of
// the lexicon says otherwise; for a Simplified target that is always so.
func TestChars(t *testing.T) {
	words := 0
	for n, p := range programs(t) {
		if p.native != inHans {
			continue
		}
		for s, r := range p.lex.Runes {
			if Symbol(s) == table.Unknown || p.lex.Flags[s]&Odd != 0 {
				continue
			}
			w, c, got := p.worker(), p.char(Symbol(s)), string(r)
			if c.changes(inHant) {
				got = w.becomes(Symbol(s), c, inHant)
			}
			require.Equal(t, string(p.foreign.Append(nil, []byte(string(r)))), got, "program %d: %c", n, r)
			if len(got) > len(string(r)) {
				words++
			}
			w.release()
		}
	}
	require.Positive(t, words) // 埠 is 端口
}
