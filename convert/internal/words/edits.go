package words

import "slices"

// Edits calls emit for each part of text that is changed, in order, with its
// offsets and what is written in its place. A word that reaches over one of the
// cuts, which are ascending offsets, keeps its number of characters.
func (p *Program) Edits(text []byte, cuts []int, seen *Seen, emit func(start, end int, replacement string)) {
	w := p.worker()
	defer w.release()
	for c, at := (cutter{src: text}), 0; at < len(text); {
		end := c.end(at)
		block := w.convert(text[at:end], shifted(cuts, at, end-at), seen)
		for i := range w.edits {
			e := &w.edits[i]
			emit(at+e.start, at+e.end, e.text)
		}
		at += len(block)
	}
}

// shifted returns the cuts inside the n bytes from base on, counted from there.
func shifted(cuts []int, base, n int) []int {
	if len(cuts) == 0 {
		return nil
	}
	from, _ := slices.BinarySearch(cuts, base+1)
	to, _ := slices.BinarySearch(cuts, base+n)
	if from >= to {
		return nil
	}
	all := slices.Clone(cuts[from:to])
	for i := range all {
		all[i] -= base
	}
	return all
}
