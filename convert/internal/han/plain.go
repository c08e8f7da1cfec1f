package han

import "zhmd/convert/internal/trie"

// A Plain is what characters are converted by that need nothing but a look for
// keys.
type Plain struct {
	BMP *[1 << 16]trie.Symbol
	// Outs gives, by symbol, the bytes that are written, from the lowest on; 0 for what
	// is not plain.
	Outs   *[1 << 16]uint32
	Filter *trie.Filter
}

// Window is how much of the source is looked at at once: three characters, and a
// fourth with the byte behind it. Loads and stores rely on that much of the source
// and room in the output being there.
const Window = 4*3 + 1

// A Place is where [Plain.Convert] is.
type Place struct {
	N, I  int    // in the output and in the source
	Start uint64 // the symbols of the three characters at I, see [trie.Start]
}

// Convert converts the characters at a place up to end, of which it is known that
// the three there take three bytes each. There is room for them in buf. This is
// where nearly all the time goes that a Han text takes, so it has in registers all
// that it needs. key tells that it stopped before a character with which a key may
// begin or that is not plain; else one that is no character of three bytes is near, or
// the end.
//
// A character that is no symbol is copied, and so are three bytes that are no
// character but look like one.
func (p *Plain) Convert(buf, src []byte, at *Place, end int) (key bool) {
	bmp, outs, rows, shift := p.BMP, p.Outs, p.Filter.Rows, p.Filter.Shift
	n, i, start := at.N, at.I, at.Start
	_, _ = bmp[0], outs[0] // they are not nil
	for i <= end {
		window, symbol := src[i:i+Window], trie.Symbol(start>>32)
		out := outs[symbol]
		if symbol == 0 {
			out = Load32(window, 0)
		}
		pair := trie.Pair(start)
		row := Load64(rows, trie.Index(pair, start, shift))
		if out == 0 || trie.Begins(row, pair, start) {
			at.N, at.I, at.Start = n, i, start
			return true
		}
		Store32(buf, n, out)
		n += SizeOf(out)
		i += 3
		word := Load32(window, 9)
		if !IsThree(word) {
			break
		}
		start = start<<16 | uint64(bmp[CodePoint(word)])
	}
	at.N, at.I, at.Start = n, i, start
	return false
}
