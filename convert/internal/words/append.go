package words

// Append converts src and appends the result to dst. seen is what has come before
// in the same document; it is brought up to date.
func (p *Program) Append(dst, src []byte, seen *Seen) []byte {
	w := p.worker()
	defer w.release()
	for text := range blocksOf(src) {
		w.convert(text, nil, seen)
		at := 0
		for i := range w.edits {
			e := &w.edits[i]
			if at < e.start {
				dst = append(dst, text[at:e.start]...)
			}
			if at = e.end; len(e.text) == 3 { // as nearly all characters have
				dst = append(dst, e.text[0], e.text[1], e.text[2])
			} else {
				dst = append(dst, e.text...)
			}
		}
		dst = append(dst, text[at:]...)
	}
	return dst
}
