package engine

import (
	"zhmd/convert/internal/han"
	"zhmd/convert/internal/table"
	"zhmd/convert/internal/trie"
)

// phraseOf gives the end of the phrase at i, where a character of three bytes is,
// and what becomes of it; 0 if there is none. start is its first symbols, l what
// is looked for.
func (p *Program) phraseOf(l *look, src []byte, i int, start uint64) (end int, ref table.Ref) {
	c, next := &p.chars[trie.Symbol(start>>32)], trie.Symbol(start>>16)
	if c.main != 0 {
		if end, ref = p.mainAfter(src, i, c.main, next); p.gloss != nil && p.mayReachOver(l, src, i, end, start) {
			end, ref = p.phrase(src, i, nil)
		}
	}
	if end == 0 && c.between != 0 {
		if end, ref = p.betweenAfter(src, i, c.between, next); p.gloss != nil && p.mayReachOver(l, src, i, end, start) {
			end, ref = p.phraseBetween(src, i, nil)
		}
	}
	return end, ref
}

// mainAfter is longestMain for a character of three bytes whose base is known and
// behind which next stands: most often no phrase goes on with that.
func (p *Program) mainAfter(src []byte, i int, base uint32, next trie.Symbol) (end int, ref table.Ref) {
	if n, ok := p.main.trie.Step(base, next); ok {
		if end, value := p.follow(p.main.trie.Nodes, src, i+3, n); end != 0 {
			return end, p.main.refs[value-1]
		}
	}
	return 0, 0
}

// follow gives the end of the longest key at a place whose second character is
// at j and led to node n, and its value; 0 if there is none.
func (p *Program) follow(nodes []trie.Node, src []byte, j int, n trie.Node) (end int, value uint32) {
	bmp := p.symbols.BMP
	j += han.Len(src[j])
	for {
		if v := n.Value(); v != 0 {
			end, value = j, v
		}
		base := n.Base()
		if base == 0 {
			break
		}
		var s trie.Symbol
		size := 3
		if word := uint32(0); j+4 <= len(src) {
			word = han.Load32(src, j)
			if han.IsThree(word) {
				s = bmp[han.CodePoint(word)]
			} else {
				s, size = p.at(src, j)
			}
		} else if j < len(src) {
			s, size = p.at(src, j)
		}
		at := int(base + uint32(s))
		if at >= len(nodes) || s == 0 {
			break
		}
		if n = nodes[at]; n.Symbol() != s {
			break
		}
		j += size
	}
	return end, value
}

// betweenAfter is longestBetween for a character whose base is known and behind
// which next stands: most often no phrase goes on with that.
func (p *Program) betweenAfter(src []byte, i int, base uint32, next trie.Symbol) (end int, ref table.Ref) {
	if _, ok := p.between.trie.Step(base, p.between.as[next]); !ok {
		return 0, 0
	}
	return p.longestBetween(src, i, len(src))
}

// put writes what ref refers to into buf, which has room for any value.
func (p *Program) put(buf []byte, ref table.Ref) int {
	from, to := ref.Bounds()
	if to-from <= 16 && from+16 <= len(p.bytes) {
		*(*[16]byte)(buf) = *(*[16]byte)(p.bytes[from:])
		return to - from
	}
	return copy(buf, p.values[from:to])
}
