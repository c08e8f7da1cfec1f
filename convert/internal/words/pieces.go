package words

import "unicode/utf8"

// AppendPieces converts text, whose pieces lie between cuts, which are ascending offsets,
// and appends the result to dst, and where the pieces before the cuts end in the result
// to ends. A word that reaches over a cut keeps its number of characters, and so they
// stay in their pieces. letters is as for [Program.AppendLetters].
func (p *Program) AppendPieces(dst, text []byte, cuts, ends []int, seen *Seen) (out []byte, pieceEnds []int, letters bool) {
	pieces := Pieces{text: text, out: len(dst), cuts: cuts, ends: ends}
	if p.Stays(seen) {
		out = pieces.Copy(dst, len(text))
		return out, pieces.ends, true
	}
	f := p.fast(text)
	b := blocks.Get().(*block)
	defer blocks.Put(b)
	c, odd := cutter{src: text}, false
	for at := 0; at < len(text); {
		end := c.end(at)
		out, any, ok := dst, uint32(0), false
		if f != nil && seen.Names == nil {
			out, any, ok = p.piecesFast(f, dst, at, end, &pieces, seen)
		}
		switch {
		case ok:
			dst, odd = out, odd || any&isOdd != 0
		case p.stays(text[at:end], seen):
			dst = pieces.Copy(dst, end)
		default:
			dst, odd = p.piecesBlock(dst, end, b, &pieces, seen), true
		}
		at = end
	}
	return dst, pieces.ends, !odd
}

// piecesFast does it for a block of Simplified text. ok is false if it is not such text,
// or if a word reaches over a cut that may not. any is as in writer.
func (p *Program) piecesFast(f *fast, dst []byte, begin, end int, pieces *Pieces, seen *Seen) (out []byte, any uint32, ok bool) {
	w := writers.Get().(*writer)
	defer writers.Put(w)
	w.Program, w.fast = p, f
	if out, ok = w.tracked(dst, pieces.text, begin, end, pieces.cuts, seen); !ok {
		return dst, 0, false
	}
	for _, u := range w.uneven {
		pieces.even(u.start)
		pieces.uneven(u.end, out[u.outStart:u.outEnd])
	}
	pieces.even(end)
	return out, w.any, true
}

// piecesBlock does it for any block, which ends at end.
func (p *Program) piecesBlock(dst []byte, end int, b *block, pieces *Pieces, seen *Seen) []byte {
	base := pieces.at
	p.editBlock(pieces.text[base:end], pieces.cuts, base, b, seen, func(start, end int, replacement string) {
		dst = pieces.Put(dst, start, end, replacement)
	})
	return pieces.Copy(dst, end)
}

// Pieces keeps account of where the pieces of a text end in what it becomes.
type Pieces struct {
	text    []byte
	at, out int   // up to where in text it is known, and in what that becomes
	cuts    []int // that are not yet come to
	ends    []int
}

// NewPieces gives those of a text between cuts; what it becomes begins at out, and ends
// is what is appended to.
func NewPieces(text []byte, out int, cuts, ends []int) Pieces {
	return Pieces{text: text, out: out, cuts: cuts, ends: ends}
}

// Copy appends the text up to the offset end as it is.
func (p *Pieces) Copy(dst []byte, end int) []byte {
	dst = append(dst, p.text[p.at:end]...)
	p.even(end)
	return dst
}

// Put appends the text up to start and what is written for that from start to end, which
// stays as it is if it reaches over a cut and has another number of characters.
func (p *Pieces) Put(dst []byte, start, end int, written string) []byte {
	dst = p.Copy(dst, start)
	if len(p.cuts) > 0 && p.cuts[0] < end && utf8.RuneCount(p.text[start:end]) != utf8.RuneCountInString(written) {
		return dst
	}
	n := len(dst)
	dst = append(dst, written...)
	p.uneven(end, dst[n:])
	return dst
}

// even notes that what is written up to the offset end has the bytes of the text in the
// same places.
func (p *Pieces) even(end int) {
	for len(p.cuts) > 0 && p.cuts[0] <= end {
		p.ends = append(p.ends, p.out+p.cuts[0]-p.at)
		p.cuts = p.cuts[1:]
	}
	p.out, p.at = p.out+end-p.at, end
}

// uneven notes what is written for the text up to end: as many characters if there is a
// cut in it.
func (p *Pieces) uneven(end int, written []byte) {
	for len(p.cuts) > 0 && p.cuts[0] < end {
		p.ends = append(p.ends, p.out+lenOf(written, utf8.RuneCount(p.text[p.at:p.cuts[0]])))
		p.cuts = p.cuts[1:]
	}
	p.out, p.at = p.out+len(written), end
}

// lenOf is how many bytes the first n characters take.
func lenOf(text []byte, n int) int {
	at := 0
	for ; n > 0 && at < len(text); n-- {
		_, size := utf8.DecodeRune(text[at:])
		at += size
	}
	return at
}

// Ends gives where the pieces before the cuts end, when all of the text has been written.
func (p *Pieces) Ends() []int { return p.ends }
