package engine

import (
	"unicode/utf8"

	"zhmd/convert/internal/opencc"
	"zhmd/convert/internal/table"
	"zhmd/convert/internal/trie"
)

// An op is what is done with one part of a text.
type op struct {
	end  int
	keep bool   // the part is copied
	text string // what is written in its place otherwise
}

// op gives what is done at i. cuts are those behind i: a phrase reaches over a
// cut only under the rule of [Program.allowed]. The ops of a text depend on
// what is behind them alone, so a text can be divided between any two. f saves
// work from one op to the next; it may be nil.
func (p *Program) op(src []byte, i int, cuts []int, f *flow) op {
	symbol, size := p.at(src, i)
	c := &p.chars[symbol]
	if c.gloss != 0 {
		if end, v := p.gloss.match(p, src, i, cuts); end > 0 {
			return op{end: end, text: v}
		}
	}
	if c.main != 0 {
		if end, ref := p.phrase(src, i, cuts); end > 0 {
			return op{end: end, text: p.text(ref)}
		}
	}
	switch {
	case p.chain != nil && (c.between != 0 || table.Describes(symbol)):
		return p.chained(src, i, cuts, f)
	case table.Describes(symbol):
		return op{end: i + p.description(src, i), keep: true}
	case c.between != 0:
		if end, ref := p.phraseBetween(src, i, cuts); end > 0 {
			return op{end: end, text: p.text(ref)}
		}
	}
	return p.alone(src, i, symbol, size)
}

// alone gives what is done with a character that no phrase begins with.
func (p *Program) alone(src []byte, i int, symbol trie.Symbol, size int) op {
	switch {
	case src[i] < utf8.RuneSelf && p.refs[symbol] == 0:
		return op{end: p.plainASCII(src, i), keep: true}
	case symbol == table.Unknown:
		return op{end: i + size, keep: true}
	case p.refs[symbol] != 0:
		return op{end: i + size, text: p.text(p.refs[symbol])}
	}
	if r, _ := utf8.DecodeRune(src[i:]); r != p.runes[symbol] {
		return op{end: i + size, text: string(p.runes[symbol])}
	}
	return op{end: i + size, keep: true}
}

// phrase gives the end of the longest phrase of the main search at i that may
// be taken, and what becomes of it; 0 if there is none.
func (p *Program) phrase(src []byte, i int, cuts []int) (end int, ref table.Ref) {
	return p.best(src, i, cuts, (*Program).longestMain)
}

// phraseBetween is the same for what is between segments.
func (p *Program) phraseBetween(src []byte, i int, cuts []int) (end int, ref table.Ref) {
	return p.best(src, i, cuts, (*Program).longestBetween)
}

type longestFunc func(p *Program, src []byte, i, limit int) (end int, ref table.Ref)

// best tries the matches at i from the longest to the shortest. None may reach
// over the beginning of a word of the glossary.
func (p *Program) best(src []byte, i int, cuts []int, longest longestFunc) (end int, ref table.Ref) {
	for limit := len(src); ; {
		end, ref = longest(p, src, i, limit)
		if end == 0 {
			return 0, 0
		}
		if next := p.gloss.next(p, src, i, end, cuts); next < end {
			limit = next
		} else if p.allowed(src, i, end, p.text(ref), cuts) {
			return end, ref
		} else {
			limit = end - 1
		}
	}
}

// allowed tells whether a phrase may be matched from i to end. It may reach over
// cuts if what becomes of it has a character for each of its own, and unless a
// word begins at one of the cuts that goes on beyond the end: with a cut in
// 头|发展 it is 头 and 发展, not 头发 and 展.
func (p *Program) allowed(src []byte, i, end int, text string, cuts []int) bool {
	over := false
	for _, cut := range cuts {
		if cut >= end {
			break
		}
		over = true
		if p.wordEnd(src, cut) > end {
			return false
		}
	}
	return !over || utf8.RuneCount(src[i:end]) == utf8.RuneCountInString(text)
}

// wordEnd is where the longest phrase at i ends, of whatever search.
func (p *Program) wordEnd(src []byte, i int) int {
	end, _ := p.longestMain(src, i, len(src))
	if p.between != nil {
		e, _ := p.longestBetween(src, i, len(src))
		end = max(end, e)
	}
	for _, stage := range p.chain {
		end = max(end, stage.wordEnd(src, i))
	}
	return end
}

// longestMain gives the longest match of the main search at i that ends at
// limit at the latest.
func (p *Program) longestMain(src []byte, i, limit int) (end int, ref table.Ref) {
	symbol, size := p.at(src, i)
	base := p.chars[symbol].main
	for j := i + size; base != 0 && j < limit; {
		symbol, size = p.at(src, j)
		n, ok := p.main.trie.Step(base, symbol)
		if j += size; !ok || j > limit {
			break
		}
		if v := n.Value(); v != 0 {
			end, ref = j, p.main.refs[v-1]
		}
		base = n.Base()
	}
	return end, ref
}

// longestBetween gives the longest match of the second stage between segments;
// it ends where the next segment begins.
func (p *Program) longestBetween(src []byte, i, limit int) (end int, ref table.Ref) {
	symbol, size := p.at(src, i)
	base := p.chars[symbol].between
	for j := i + size; base != 0 && j < limit; {
		symbol, size = p.at(src, j)
		n, ok := p.between.trie.Step(base, p.between.as[symbol])
		if !ok || p.segmentAt(src, j) {
			break
		}
		if j += size; j > limit {
			break
		}
		if v := n.Value(); v != 0 {
			end, ref = j, p.between.refs[v-1]
		}
		base = n.Base()
	}
	return end, ref
}

// segmentAt tells whether a segment begins at i.
func (p *Program) segmentAt(src []byte, i int) bool {
	symbol, _ := p.at(src, i)
	if p.chars[symbol].main == 0 {
		return false
	}
	end, _ := p.phrase(src, i, nil)
	return end > 0
}

// description gives the length of the ideographic description sequence at i,
// or that of its first character if there is none. The beginning of a word of
// the glossary ends the text for it.
func (p *Program) description(src []byte, i int) int {
	end := min(len(src), i+utf8.UTFMax*opencc.MaxIDS)
	return descriptionLen(src[i:p.gloss.next(p, src, i, end, nil)])
}

// descriptionLen is the same without a glossary, for the beginning of text.
func descriptionLen(text []byte) int {
	var runes [opencc.MaxIDS]rune
	var ends [opencc.MaxIDS]int
	n := 0
	for at := 0; n < len(runes) && at < len(text); n++ {
		r, size := utf8.DecodeRune(text[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
		runes[n], ends[n] = r, at
	}
	return ends[max(1, opencc.IDS(runes[:n]))-1]
}
