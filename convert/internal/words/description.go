package words

// described is describedLen at i of what is being written.
func (w *writer) described(i int) int {
	if w.src[i] != 0xE2 {
		return 0
	}
	c := cutter{src: w.src[:w.end]}
	return w.describedLen(withoutEnd(w.src[:c.end(i)]), i)
}

// withoutEnd gives a block without what ends it, which no description has in it.
func withoutEnd(text []byte) []byte {
	if last := text[len(text)-1]; last == '\n' || last == divider {
		return text[:len(text)-1]
	}
	return text
}

// describedLen is the length of the ideographic description sequence at i, whose
// characters stay; 0 if there is none.
func (p *Program) describedLen(text []byte, i int) int {
	if len(text)-i < 3 || text[i] != 0xE2 || text[i+1] != 0xBF {
		return 0
	}
	if p.glossary != nil {
		return p.glossary.Description(text, i)
	}
	if p.foreign == nil {
		return 0
	}
	return p.foreign.Description(text, i)
}
