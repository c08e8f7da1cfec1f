package engine

// Edits calls emit for each part of text that is changed, in order, with its
// offsets and what is written in its place. cuts are ascending offsets that
// phrases reach over under the rule of [Program.allowed] alone.
func (p *Program) Edits(text []byte, cuts []int, emit func(start, end int, replacement string)) {
	var f flow
	for i := 0; i < len(text); {
		cuts = behind(cuts, i)
		o := p.op(text, i, cuts, &f)
		if !o.keep && string(text[i:o.end]) != o.text {
			emit(i, o.end, o.text)
		}
		i = o.end
	}
}
