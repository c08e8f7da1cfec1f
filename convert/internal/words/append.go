package words

import (
	"sync"

	"zhmd/convert/internal/engine"
)

// Append converts src and appends the result to dst. seen is what has come before
// in the same document; it is brought up to date.
func (p *Program) Append(dst, src []byte, seen *Seen) []byte {
	dst, _ = p.append(dst, src, seen)
	return dst
}

// AppendLetters does it too. letters tells that nothing has changed but letters to
// letters; it is false where that is not known. If seen is of a whole document, src is
// one of its texts: it is not looked at where that says that all stays.
func (p *Program) AppendLetters(dst, src []byte, seen *Seen) (out []byte, letters bool) {
	if p.Stays(seen) {
		return append(dst, src...), true
	}
	return p.append(dst, src, seen)
}

func (p *Program) append(dst, src []byte, seen *Seen) (out []byte, letters bool) {
	if f := p.fast(src); f != nil && seen.Names == nil {
		return p.appendFast(f, dst, src, seen)
	}
	b := blocks.Get().(*block)
	defer blocks.Put(b)
	for text := range blocksOf(src) {
		if p.stays(text, seen) {
			dst = append(dst, text...)
		} else {
			dst = p.appendBlock(dst, text, b, seen)
		}
	}
	return dst, false
}

var blocks = sync.Pool{New: func() any { return new(block) }}

func (p *Program) appendBlock(dst, src []byte, b *block, seen *Seen) []byte {
	b.read(p, src)
	seen.note(b)
	if p.leaves(b) {
		return append(dst, src...)
	}
	allowed, change := p.judge(b, seen)
	if by, ok := p.whole(allowed); ok {
		if out, ok := p.appendAround(dst, b, by); ok {
			return out
		}
	}
	steps := p.divide(b, allowed, change)
	if p.native == inHans {
		return p.appendParts(dst, b, steps, change)
	}
	for _, s := range steps {
		dst = p.write(dst, b, s, change, false)
	}
	seen.count(&b.hits)
	return dst
}

// divide finds the words of a block, and what they tell of it.
func (p *Program) divide(b *block, allowed mask, change int) []step {
	steps := b.search(allowed, change)
	b.settle(steps)
	p.weigh(b, steps)
	return steps
}

// whole tells whether a block in these scripts can be converted without looking
// for words but those of the glossary, and by what: nil for by nothing.
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
