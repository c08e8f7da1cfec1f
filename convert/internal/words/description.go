package words

import "bytes"

// described is describedLen at i of what is being written.
func (w *writer) described(i int) int {
	if w.src[i] != 0xE2 {
		return 0
	}
	end := w.end
	if line := bytes.IndexByte(w.src[i:end], '\n'); line >= 0 {
		end = i + line
	}
	return w.describedLen(w.src[:end], i)
}

// describedLen is the length of the ideographic description sequence at i, whose
// characters stay; 0 if there is none. An invalid byte is in none; text has no line break.
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
