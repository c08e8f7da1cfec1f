package engine

import (
	"zhmd/convert/internal/trie"

	"zhmd/convert/internal/han"
)

// A short is a value of a glossary as it is written at once: the text and behind
// it its length. To find text elsewhere takes longer than to write it.
type short [16]byte

const (
	maxShort = len(short{}) - 1
	noShort  = 0xFF // stands for the length of a text that is longer
)

func newShort(text string) (s short) {
	if copy(s[:maxShort], text) < len(text) {
		s[maxShort] = noShort
	} else {
		s[maxShort] = byte(len(text))
	}
	return s
}

// appendWord writes the value of the word at i, where a character of three bytes
// is, and gives the word's end; 0 if there is none. start is its first symbols.
func (p *Program) appendWord(w *output, src []byte, i int, start uint64) (end int) {
	end, value := p.wordOf(&w.look, src, i, start)
	switch {
	case end == 0:
		return 0
	case alphanumeric(src[end-1]) && !wholeWord(src, i, end):
		end, text := p.gloss.match(p, src, i, nil)
		w.copyString(text)
		return end
	}
	s := &p.gloss.short[value-1]
	if s[maxShort] == noShort {
		w.copyString(p.gloss.values[value-1])
		return end
	}
	*(*short)(w.buf[w.n:]) = *s
	w.n += int(s[maxShort])
	return end
}

// wordOf gives the end of the longest word at i, in whatever text, and its value
// in the trie. Where the filter knows of no longer one, the node of a word of two
// characters is the only one that is looked at.
func (p *Program) wordOf(l *look, src []byte, i int, start uint64) (end int, value uint32) {
	symbol, next, third := trie.Symbol(start>>32), trie.Symbol(start>>16), trie.Symbol(start)
	n, ok := p.gloss.trie.Step(p.chars[symbol].gloss, next)
	if !ok {
		return 0, 0
	}
	if value = n.Value(); value != 0 && !l.all.HasLonger(symbol, next, third) {
		return i + 3 + han.Len(src[i+3]), value
	}
	return p.follow(p.gloss.trie.Nodes, src, i+3, n)
}

// mayReachOver tells whether a word may begin inside a phrase from i to end, of
// whose first symbols start is. That is certain only of characters of three bytes.
func (p *Program) mayReachOver(l *look, src []byte, i, end int, start uint64) bool {
	for j := i + 3; j < end; j += 3 {
		gloss := p.chars[trie.Symbol(start>>16)].gloss
		if gloss == 0 && j+3 == end {
			return false
		}
		if gloss&single != 0 || j+6+4 > len(src) {
			return true
		}
		word := han.Load32(src, j+6)
		if !han.IsThree(han.Load32(src, j)) || !han.IsThree(han.Load32(src, j+3)) || !han.IsThree(word) {
			return true
		}
		start = start<<16 | uint64(p.symbols.BMP[han.CodePoint(word)])
		if gloss != 0 && l.words.Begins(start) {
			return true
		}
	}
	return false
}
