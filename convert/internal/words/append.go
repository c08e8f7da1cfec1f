package words

import (
	"bytes"
	"sync"
	"unicode/utf8"

	"zhmd/convert/internal/engine"
)

// Append converts src and appends the result to dst. seen is what has come before
// in the same document; it is brought up to date.
func (p *Program) Append(dst, src []byte, seen *Seen) []byte {
	if f := p.fast(len(src)); f != nil && seen.Names == nil {
		return p.appendFast(f, dst, src, seen)
	}
	b := blocks.Get().(*block)
	defer blocks.Put(b)
	for len(src) > 0 {
		end := blockEnd(src)
		if p.stays(src[:end], seen) {
			dst = append(dst, src[:end]...)
		} else {
			dst = p.appendBlock(dst, src[:end], b, seen)
		}
		src = src[end:]
	}
	return dst
}

var blocks = sync.Pool{New: func() any { return new(block) }}

// maxBlock bounds a block, in bytes: what is longer is divided.
const maxBlock = 16 << 10

// divider ends a block too: a byte that no text has, by which a caller can convert
// several at once.
const divider = 0xFF

// blockEnd is where the first block of src ends: behind a line break or a divider,
// or what is no letter if there is none for long. It looks at maxBlock bytes.
func blockEnd(src []byte) int {
	head := src[:min(len(src), maxBlock)]
	if i := bytes.IndexByte(head, '\n'); i >= 0 {
		head = head[:i+1]
	}
	if i := bytes.IndexByte(head, divider); i >= 0 {
		return i + 1
	}
	if n := len(head); n > 0 && head[n-1] == '\n' {
		return n
	}
	if len(head) < maxBlock {
		return len(head)
	}
	end := len(head)
	for i := len(head); i > len(head)/2; {
		r, size := utf8.DecodeLastRune(head[:i])
		if r == utf8.RuneError && size == 1 && i == end && i > len(head)-utf8.UTFMax {
			end-- // perhaps a part of a character
		} else if r < utf8.RuneSelf && !alphanumeric(head, i-size) || r >= 0x3000 && r < 0x3040 || r >= 0xFF00 && r < 0xFF10 {
			return i
		}
		i -= size
	}
	return end
}

func (p *Program) appendBlock(dst, src []byte, b *block, seen *Seen) []byte {
	b.read(p, src)
	seen.note(b)
	if p.leaves(b) {
		return append(dst, src...)
	}
	allowed, change := p.judge(b, seen)
	if by, ok := p.whole(allowed); ok && len(b.fixed) == 0 {
		if by == nil {
			return append(dst, src...)
		}
		n := len(dst)
		if dst = by.Append(dst, src); !p.leftHant(dst[n:]) {
			return dst
		}
		dst = dst[:n]
	}
	steps := b.search(allowed, change)
	b.settle(steps)
	if p.native == inHans {
		return p.appendParts(dst, b, steps, change)
	}
	for _, s := range steps {
		dst = p.write(dst, b, s, change, false)
	}
	return dst
}

// whole tells whether a block in these scripts can be converted without looking
// for words, and by what: nil for by nothing.
func (p *Program) whole(allowed mask) (by *engine.Program, ok bool) {
	switch {
	case allowed == maskHant && p.native == inHans && !p.byWord:
		return p.foreign, true
	case allowed == 1<<p.native && !p.always:
		return p.shapes, true
	}
	return nil, false
}

// leftHant tells whether text that was made Simplified as a whole has Traditional
// characters left. That is right for some names, and a word divided in the wrong
// place otherwise.
func (p *Program) leftHant(text []byte) bool {
	if p.native != inHans {
		return false
	}
	for i := 0; i < len(text); {
		s, size := p.lex.at(text, i)
		if p.lex.Flags[s]&OnlyHant != 0 {
			return true
		}
		i += size
	}
	return false
}
