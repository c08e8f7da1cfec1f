package han

import "zhmd/convert/internal/trie"

// An Even is what characters are converted by if each of them becomes one of three
// bytes too, so that what is written has the places of what is read. It goes by code
// points, not by symbols: there is one table less to look at.
type Even struct {
	// Outs gives, by code point, the bytes that are written, from the lowest on, and
	// what [Stretch.Any] tells above them; 0 for what is not plain.
	Outs   *[1 << 16]uint32
	Filter *trie.Deep // by code points
}

// A Stretch is how far [Even.Convert] has come.
type Stretch struct {
	N     int    // bytes, in the source and in the output
	Start uint64 // the code points of the three characters there, see [trie.Start]
	Any   uint32 // all of Outs that was taken, by or
}

// Convert converts the characters of src, up to the offset end, as [Plain.Convert] does;
// s says what its first three characters are, and how far it came. There is room in dst.
//
// Three bytes that are no character but look like one need an item of Outs too.
func (e *Even) Convert(dst, src []byte, s *Stretch, end int) (key bool) {
	outs, rows, shift := e.Outs, e.Filter.Rows, e.Filter.Shift
	n, start, any := 0, s.Start, s.Any
	_ = outs[0] // it is not nil
	for n <= end {
		out := outs[uint16(start>>32)]
		pair := trie.Pair(start)
		row := Load64(rows, trie.Index(pair, start, shift))
		if out == 0 || trie.BeginsDeep(row, pair, start) {
			key = true
			break
		}
		any |= out
		Store32(dst, n, out)
		word := Load32(src, n+9)
		if n += 3; !IsThree(word) {
			break
		}
		start = start<<16 | uint64(CodePoint(word))
	}
	s.N, s.Start, s.Any = n, start, any
	return key
}
