package engine

// EditsByOps is what [Program.Edits] has to give the same result as.
func (p *Program) EditsByOps(text []byte, cuts []int, emit func(start, end int, replacement string)) {
	p.editsByOps(text, 0, cuts, emit)
}
