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

// keptEnd gives the end of what is kept at i, where a character is; 0 if that is nothing.
func keptEnd(text []byte, i int) (end int) {
	for k, word := range keptWords {
		end = i + len(word)
		if end <= len(text) && string(text[i:end]) == word && (k > 0 || isMe(text, i)) {
			return end
		}
	}
	return 0
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

// besides calls f for each part of a block between what is kept, and for that.
func (b *block) besides(f func(start, end int, kept bool)) {
	at := 0
	for _, k := range b.fixed {
		start, end := b.start(k.at), b.ends[k.at]
		f(at, start, false)
		f(start, end, true)
		at = end
	}
	f(at, len(b.text), false)
}

// appendAround appends what by makes of a block, but for what is kept.
func (b *block) appendAround(dst []byte, by *engine.Program) []byte {
	b.besides(func(start, end int, kept bool) {
		if kept {
			dst = append(dst, b.text[start:end]...)
		} else {
			dst = by.Append(dst, b.text[start:end])
		}
	})
	return dst
}
