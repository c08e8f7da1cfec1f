package words

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhmd/convert/internal/engine"
)

// Some words of Simplified text do not look like it, and stand in text that is
// Traditional otherwise. They are kept where that is made Simplified.

// beforeMe is what stands before 么 where that is not 幺: most of it is the Simplified
// one, typed by people who write the rest in Traditional characters. In what behind some
// of these follows, it may be 幺 all the same: 要么兒 are 要 and 么兒.
const (
	beforeMe   = "什怎甚这這那多要好"
	behindYao  = "兒儿妹"
	neverOfYao = "什怎甚"
)

// keptWords are what is kept: 么, and words with a character that becomes another one in all
// other words.
var keptWords = [...]string{"么", "芸薹", "温昇豪"}

// firstOfKept gives the characters that what is kept begins with; ok is false if nothing
// is.
func (p *Program) firstOfKept() (first [len(keptWords)]Symbol, ok bool) {
	if p.native != inHans {
		return first, false
	}
	for i, word := range keptWords {
		r, _ := utf8.DecodeRuneInString(word)
		first[i] = p.lex.Symbols.Of(r)
	}
	return first, true
}

// keptEnd gives the end of what is kept at i, where a character of a size is; 0 if that is
// nothing, or if a word of the glossary begins in it.
func (p *Program) keptEnd(text []byte, i, size int, cuts []int) (end int) {
	for k, word := range keptWords {
		end = i + len(word)
		if end <= len(text) && string(text[i:end]) == word && (k > 0 || isMe(text, i)) {
			break
		}
		end = 0
	}
	for i += size; i < end; i += size {
		s, n := p.lex.symbolAt(text, i)
		if found, _ := p.ofUser(s, text, i, cuts); found > i {
			return 0
		}
		size = n
	}
	return end
}

// isMe tells whether the 么 at i is that of 什么.
func isMe(text []byte, i int) bool {
	before, _ := utf8.DecodeLastRune(text[:i])
	behind, _ := utf8.DecodeRune(text[i+3:])
	return strings.ContainsRune(neverOfYao, before) ||
		strings.ContainsRune(beforeMe, before) && !strings.ContainsRune(behindYao, behind)
}

// countKept counts the characters of what is kept, but for what tells of Traditional text
// elsewhere.
func (b *block) countKept(text []byte) {
	for i := 0; i < len(text); {
		s, size := b.lex.at(text, i)
		if b.lex.Flags[s]&OnlyHant == 0 {
			b.count(s)
		}
		i += size
	}
}

// onlyKept tells whether nothing of a block is fixed but what is kept.
func (b *block) onlyKept() bool {
	return !slices.ContainsFunc(b.fixed, func(f fixed) bool { return !f.kept })
}

// besides calls f for each part of a block between what is fixed, which has none, and for
// that.
func (b *block) besides(f func(start, end int, is *fixed)) {
	at := 0
	for i := range b.fixed {
		is := &b.fixed[i]
		start, end := b.start(is.at), b.ends[is.at]
		f(at, start, nil)
		f(start, end, is)
		at = end
	}
	f(at, len(b.text), nil)
}

// appendAround appends what by makes of a block, nil for nothing, around what is fixed.
// ok is false if a Traditional character is left where there should be none.
func (p *Program) appendAround(dst []byte, b *block, by *engine.Program) (out []byte, ok bool) {
	ok = true
	b.besides(func(start, end int, is *fixed) {
		n := len(dst)
		switch {
		case is != nil:
			dst = append(dst, is.value...)
		case by == nil:
			dst = append(dst, b.text[start:end]...)
		default:
			dst = by.Append(dst, b.text[start:end])
			ok = ok && !p.leftHant(dst[n:])
		}
	})
	return dst, ok
}

// editAround emits what changes of that, with cuts, which are offsets into the block.
func (b *block) editAround(cuts []int, by *engine.Program, emit func(start, end int, s string)) {
	b.besides(func(from, to int, is *fixed) {
		switch {
		case is != nil && is.value != string(b.text[from:to]):
			emit(from, to, is.value)
		case is == nil && by != nil:
			by.Edits(b.text[from:to], shifted(cuts, from, to-from), func(start, end int, s string) { emit(from+start, from+end, s) })
		}
	})
}
