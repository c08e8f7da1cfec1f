package han

import "zhmd/convert/internal/trie"

// A Deep is a [Plain] that looks for many keys.
type Deep struct {
	BMP    *[1 << 16]trie.Symbol
	Outs   *[1 << 16]uint32
	Filter *trie.Deep
}

// Convert is [Plain.Convert]. It is written out once more because that loop has no time
// for a second look that only a glossary needs, nor a register to tell.
func (p *Deep) Convert(buf, src []byte, at *Place, end int) (key bool) {
	bmp, outs, rows, shift := p.BMP, p.Outs, p.Filter.Rows, p.Filter.Shift
	n, i, start, any := at.N, at.I, at.Start, at.Any
	_, _ = bmp[0], outs[0] // they are not nil
	for i <= end {
		word, symbol := Load32(src, i), trie.Symbol(start>>32)
		out := outs[symbol]
		some := any | out
		if symbol == 0 {
			out = word
		}
		pair := trie.Pair(start)
		row := Load64(rows, trie.Index(pair, start, shift))
		if out == 0 || trie.BeginsDeep(row, pair, start) {
			at.N, at.I, at.Start, at.Any = n, i, start, any
			return true
		}
		any = some
		Store32(buf, n, out)
		n += SizeOf(out)
		i += 3
		if word = Load32(src, i+6); !IsThree(word) {
			break
		}
		start = start<<16 | uint64(bmp[CodePoint(word)])
	}
	at.N, at.I, at.Start, at.Any = n, i, start, any
	return false
}
