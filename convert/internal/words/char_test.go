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
			w := p.worker()
			w.reset(p.lex, []byte(string(r)))
			w.edits = w.edits[:0]
			w.renderChar(0, len(w.text), Symbol(s), p.char(Symbol(s)), inHant)
			require.Equal(t, string(p.foreign.Append(nil, w.text)), w.spliced(0, len(w.text), 0), "program %d: %c", n, r)
			if p.char(Symbol(s)).isWord() {
				words++
			}
			w.release()
		}
	}
	require.Positive(t, words) // 埠 is 端口
}
