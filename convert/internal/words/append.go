package words

// Append converts src and appends the result to dst. seen is what has come before
// in the same document; it is brought up to date.
func (p *Program) Append(dst, src []byte, seen *Seen) []byte {
	w := p.worker()
	defer w.release()
	for c, at := (cutter{src: src}), 0; at < len(src); {
		text := w.convert(src[at:c.end(at)], nil, seen)
		dst = w.append(dst)
		at += len(text)
	}
	return dst
}

// appendBlock appends what becomes of the block that text begins with, and returns how
// long that is.
func (p *Program) appendBlock(dst, text []byte, seen *Seen) ([]byte, int) {
	w := p.worker()
	defer w.release()
	text = w.convert(text, nil, seen)
	return w.append(dst), len(text)
}

// append appends the block with its edits.
func (w *worker) append(dst []byte) []byte {
	at := 0
	for i := range w.edits {
		e := &w.edits[i]
		if at < e.start {
			dst = append(dst, w.text[at:e.start]...)
		}
		if at = e.end; len(e.text) == 3 { // as nearly all characters have
			dst = append(dst, e.text[0], e.text[1], e.text[2])
		} else {
			dst = append(dst, e.text...)
		}
	}
	return append(dst, w.text[at:]...)
}
