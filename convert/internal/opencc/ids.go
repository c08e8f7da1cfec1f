package opencc

// MaxIDS is the length in characters up to which an ideographic description
// sequence is looked for. OpenCC has no bound; no real one comes near, and
// without it a text of nothing but ⿰ would take time quadratic in its length.
const MaxIDS = 64

// Arity is the number of parts that an ideographic description character
// joins, 0 for every other character.
func Arity(r rune) int {
	switch {
	case r < 0x2FF0 || r > 0x2FFF:
		return 0
	case r == 0x2FF2 || r == 0x2FF3:
		return 3
	}
	return 2
}

// IDS gives the length of the ideographic description sequence that text
// begins with, 0 if there is none. As in OpenCC a part that begins a sequence
// and does not complete it counts as a single character.
func IDS(text []rune) int {
	if len(text) == 0 || Arity(text[0]) == 0 {
		return 0
	}
	text = text[:min(len(text), MaxIDS)]
	var ends [MaxIDS]int // of the sequence that begins at each place, 0 for none
	for i := len(text) - 1; i >= 0; i-- {
		ends[i] = idsEnd(text, ends[:], i)
	}
	return ends[0]
}

// idsEnd is where the sequence at i ends when those behind i are known.
func idsEnd(text []rune, ends []int, i int) int {
	end := i + 1
	for range Arity(text[i]) {
		switch {
		case end >= len(text):
			return 0
		case ends[end] > 0:
			end = ends[end]
		default:
			end++
		}
	}
	if end == i+1 {
		return 0
	}
	return end
}
