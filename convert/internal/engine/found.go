package engine

import (
	"zhmd/convert/internal/table"
	"zhmd/convert/internal/trie"
)

// match gives the end of the longest word at i that may be taken, and its
// value; 0 if there is none.
func (g *Glossary) match(p *Program, src []byte, i int, cuts []int) (end int, text string) {
	for limit := len(src); ; limit = end - 1 {
		end, text = g.longest(p, src, i, limit)
		if end == 0 || wholeWord(src, i, end) && p.allowed(src, i, end, text, cuts) {
			return end, text
		}
	}
}

func (g *Glossary) longest(p *Program, src []byte, i, limit int) (end int, text string) {
	s, size := p.at(src, i)
	at := p.chars[s].gloss
	j := i + size
	if at&single != 0 && j <= limit {
		end, text = j, g.single[s]
	}
	for base := at &^ single; base != 0 && j < limit; {
		s, size = p.at(src, j)
		n, ok := g.trie.Step(base, s)
		if j += size; !ok || j > limit {
			break
		}
		if v := n.Value(); v != 0 {
			end, text = j, g.values[v-1]
		}
		base = n.Base()
	}
	return end, text
}

// wholeWord tells whether a match from i to end does not begin or end inside
// of a word of ASCII letters and digits: the key IT is not in WITH.
func wholeWord(src []byte, i, end int) bool {
	return !(i > 0 && alphanumeric(src[i-1]) && alphanumeric(src[i])) &&
		!(end < len(src) && alphanumeric(src[end-1]) && alphanumeric(src[end]))
}

func alphanumeric(b byte) bool {
	return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= '0' && b <= '9'
}

// next gives the first place between i, exclusive, and limit at which a word is
// matched; limit if there is none.
func (g *Glossary) next(p *Program, src []byte, i, limit int, cuts []int) int {
	if g == nil {
		return limit
	}
	_, size := p.at(src, i)
	for j := i + size; j < limit; j += size {
		var s trie.Symbol
		if s, size = p.at(src, j); p.chars[s].gloss == 0 {
			continue
		}
		if end, _ := g.match(p, src, j, behind(cuts, j)); end > 0 {
			return j
		}
	}
	return limit
}

// A Found is a word of the glossary that was found in a text, by byte offsets.
type Found struct {
	Start, End int
	Value      string
}

// Words gives the words of the glossary in text, in order.
func (p *Program) Words(text string) []Found {
	if p.gloss == nil {
		return nil
	}
	src := []byte(text)
	var all []Found
	for i := 0; i < len(src); {
		if end, value := p.gloss.match(p, src, i, nil); end > 0 {
			all = append(all, Found{i, end, value})
			i = end
			continue
		}
		_, size := p.at(src, i)
		i += size
	}
	return all
}

// Word gives the end of the word of the glossary at i, and what becomes of it; 0
// if there is none.
func (p *Program) Word(src []byte, i int) (end int, text string) {
	s, size := p.at(src, i)
	base := p.chars[s].gloss
	if base == 0 {
		return 0, ""
	}
	if base&single != 0 || i+size >= len(src) {
		return p.gloss.match(p, src, i, nil)
	}
	next, more := p.at(src, i+size)
	third := trie.Symbol(table.Unknown)
	if j := i + size + more; j < len(src) {
		third, _ = p.at(src, j)
	}
	if !p.gloss.filter.Begins(trie.Start(s, next, third)) {
		return 0, ""
	}
	n, ok := p.gloss.trie.Step(base, next)
	if !ok {
		return 0, ""
	}
	end, v := p.follow(p.gloss.trie.Nodes, src, i+size, n)
	switch {
	case end == 0:
		return 0, ""
	case !wholeWord(src, i, end):
		return p.gloss.match(p, src, i, nil)
	}
	return end, p.gloss.values[v-1]
}

// WordAround is [Program.Word] in a text with cuts, see [Program.Edits].
func (p *Program) WordAround(src []byte, i int, cuts []int) (end int, value string) {
	return p.gloss.match(p, src, i, behind(cuts, i))
}
