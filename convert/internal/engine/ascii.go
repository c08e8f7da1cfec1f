package engine

import (
	"math/bits"
	"unicode/utf8"

	"zhmd/convert/internal/trie"
)

// asciiKeys tells what keys that begin with ASCII there are: a few, SQL注入 and
// U盘, and none that is nothing but ASCII unless a glossary has it. So ASCII is
// passed over eight bytes at a time, and looked back at where it ends.
type asciiKeys struct {
	begin  [utf8.RuneSelf]bool // a key begins with this one
	last   [utf8.RuneSelf]bool // it is the last before one that is not ASCII
	gloss  [utf8.RuneSelf]bool // a key of a glossary begins with this one
	within bool                // one of those does
}

// maxPrefix is how many ASCII characters OpenCC's keys begin with at most.
const maxPrefix = 8

func (p *Program) findASCIIKeys() {
	for b := range byte(utf8.RuneSelf) {
		p.ascii.begin[b] = p.beginsKey(b)
		if s := p.symbols.Low[b]; s != 0 {
			p.noteLast(b, p.main.trie, p.chars[s].main)
			if p.between != nil {
				p.noteLast(b, p.between.trie, p.chars[s].between)
			}
		}
	}
	for _, stage := range p.chain {
		for b := range byte(utf8.RuneSelf) {
			p.ascii.last[b] = p.ascii.last[b] || stage.ascii.last[b]
		}
	}
}

// noteLast notes b, and the ASCII characters below the base of what follows it.
// That b may be the last is all that matters; one too many costs a look.
func (p *Program) noteLast(b byte, t *trie.Trie, base uint32) {
	if base == 0 {
		return
	}
	p.ascii.last[b] = true
	for next := range byte(utf8.RuneSelf) {
		if s := p.symbols.Low[next]; s != 0 {
			if n, ok := t.Step(base, s); ok {
				p.noteLast(next, t, n.Base())
			}
		}
	}
}

func (p *Program) beginsKey(b byte) bool {
	s := p.symbols.Low[b]
	if s == 0 {
		return false
	}
	c := &p.chars[s]
	return c.main != 0 || c.between != 0 || c.gloss != 0 || p.refs[s] != 0
}

// plainASCII gives the end, behind i, of the ASCII at i in which no key can
// begin. The byte at i has been looked at.
func (p *Program) plainASCII(src []byte, i int) int {
	for i++; i < len(src) && src[i] < utf8.RuneSelf && !p.ascii.begin[src[i]]; i++ {
	}
	return i
}

// asciiRun gives the end of the ASCII at i up to which nothing changes, looking
// at each byte with which a word of a glossary may begin. Inside a word of ASCII
// none begins, and the dictionaries' keys that begin with ASCII are looked for
// where it ends.
func (p *Program) asciiRun(src []byte, i int) int {
	start := i
	for ; i < len(src) && src[i] < utf8.RuneSelf; i++ {
		if !p.ascii.gloss[src[i]] {
			continue
		}
		if inWord := i > 0 && alphanumeric(src[i-1]) && alphanumeric(src[i]); !inWord && !p.op(src, i, nil, nil).keep {
			return p.keyBefore(src, start, i)
		}
	}
	if i < len(src) && i > start && p.ascii.last[src[i-1]] {
		return p.keyBefore(src, start, i)
	}
	return i
}

// keyBefore gives the first place from start on at which a key begins that goes
// on over the end of the ASCII there; end if there is none.
func (p *Program) keyBefore(src []byte, start, end int) int {
	for k := max(start, end-maxPrefix); k < end; k++ {
		if p.ascii.begin[src[k]] && !p.op(src, k, nil, nil).keep {
			return k
		}
	}
	return end
}

// asciiPrefix is the number of ASCII bytes that the eight begin with, the
// lowest first.
func asciiPrefix(eight uint64) int {
	return bits.TrailingZeros64(eight&0x8080808080808080) / 8
}
