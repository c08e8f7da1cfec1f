package words

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"

	"zhmd/convert/internal/table"
)

// ascii copies ASCII from i on and gives where it ends, or where the words end that
// go on over its end.
func (w *writer) ascii(i int) int {
	if w.gloss != nil && w.gloss.low != (lows{}) {
		return w.glossedASCII(i)
	}
	src, buf, n, end, start, breaks := w.src, w.buf, w.n, w.end, i, uint64(0)
	for i+8 <= end && n+8 <= len(buf) {
		eight := binary.LittleEndian.Uint64(src[i:])
		binary.LittleEndian.PutUint64(buf[n:], eight)
		k := bits.TrailingZeros64(eight&highs) / 8
		breaks |= lineBreaks(eight)
		i, n = i+k, n+k
		if k < 8 {
			break
		}
	}
	for i < end && n < len(buf) && src[i] < utf8.RuneSelf {
		breaks |= lineBreaks(uint64(src[i]) | highs&^0xFF)
		buf[n] = src[i]
		i, n = i+1, n+1
	}
	w.n = n
	if w.lines != nil && breaks != 0 {
		w.lines.inASCII(start, i)
	}
	return w.behindASCII(i)
}

const highs = 0x8080808080808080

// lineBreaks is not 0 if there is a line break in the eight bytes.
func lineBreaks(eight uint64) uint64 {
	x := eight ^ 0x0A0A0A0A0A0A0A0A
	return (x - 0x0101010101010101) &^ x & highs
}

// behindASCII gives i, where ASCII ends, or where the words end that go on over it.
func (w *writer) behindASCII(i int) int {
	if i < w.end && w.src[i] >= utf8.RuneSelf && w.lex.Symbols.Low[w.src[i-1]] != table.Unknown && w.joined(i) && !w.stops(i) {
		return w.decide(i)
	}
	return i
}
