package engine

import "zhmd/convert/internal/han"

// Nine phrases in ten of OpenCC's become what their characters become. They are
// there to say where words end: 发展 keeps 展 from beginning another phrase. So
// the fast way converts character by character and looks only for the keys
// that make a difference, one in a hundred characters. Where it has found one,
// alignedAt says whether going from phrase to phrase comes there.

// alignedAt gives the last place up to i at which an op begins, i itself if one
// does, with the cuts; if sparse is not set all phrases were looked for. One begins at from. Between the two are characters of three
// bytes and nothing but phrases that make no difference.
func (p *Program) alignedAt(src []byte, from, i int, cuts []int, sparse bool) int {
	if !sparse || from == i {
		return i // all phrases are looked for, or there is nothing between
	}
	at := p.clearBefore(src, from, i)
	for at < i {
		end := at + 3
		if p.chars[p.symbols.BMP[han.CodePoint(han.Load32(src, at))]].main != 0 {
			if e, _ := p.phrase(src, at, behind(cuts, at)); e > 0 {
				end = e
			}
		}
		if end > i {
			return at
		}
		at = end
	}
	return at
}

// clearBefore gives a place up to i that no phrase reaches over, from if there
// is none behind it: an op begins there.
func (p *Program) clearBefore(src []byte, from, i int) int {
	bmp := p.symbols.BMP
	next, size := p.at(src, i)
	third, _ := p.at(src, i+size)
	clear := i
	for at := i - 3; at >= from; at -= 3 {
		s := bmp[han.CodePoint(han.Load32(src, at))]
		if !p.neighbours.Has(s, next) {
			break
		}
		if p.every().phrases.Has(s, next, third) {
			if end, _ := p.longestMain(src, at, len(src)); end > clear {
				clear = at
			}
		}
		next, third = s, next
	}
	return clear
}
