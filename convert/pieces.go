package convert

import "zhmd/convert/internal/words"

// AppendPieces converts text that is in pieces, which the cuts lie between, and appends
// the result to dst; for each cut it appends to ends where the piece before it ends in
// what is returned. The cuts are ascending offsets in bytes, inside of text and not
// inside of a character. It gives what [Engine.Edits] gives with the same cuts, faster,
// for text of which all is wanted; an edit that reaches over a cut keeps its number of
// characters. letters is as for [Engine.AppendLetters].
func (e *Engine) AppendPieces(dst, text []byte, cuts, ends []int) (out []byte, pieces []int, letters bool) {
	if e.words != nil {
		seen := e.seen
		return e.words.AppendPieces(dst, text, cuts, ends, &seen)
	}
	p := words.NewPieces(text, len(dst), cuts, ends)
	e.exact.Edits(text, cuts, func(start, end int, replacement string) {
		dst = p.Put(dst, start, end, replacement)
	})
	dst = p.Copy(dst, len(text))
	return dst, p.Ends(), false
}
