package words

import (
	"slices"
	"strings"
	"unicode/utf8"
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

// keptEnd returns the end of what is kept at i, where a character of a size is; 0 if that is
// nothing, or if a word of the glossary begins in it.
func (p *Program) keptEnd(text []byte, i, size int, cuts []int) (end int) {
	if p.native != inHans {
		return 0
	}
	for k, word := range keptWords {
		end = i + len(word)
		if end <= len(text) && string(text[i:end]) == word && (k > 0 || isMe(text, i)) {
			break
		}
		end = 0
	}
	for i += size; i < end; i += size {
		if found, _ := p.ofUser(text, i, cuts); found > i {
			return 0
		}
		_, size = utf8.DecodeRune(text[i:])
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

// keptFlags returns the flags of the characters of what is kept, but for what tells of
// Traditional text elsewhere.
func (l *Lexicon) keptFlags(text string) (all Flag) {
	for _, r := range text {
		if f := l.Flags[l.Symbols.Of(r)]; f&OnlyHant == 0 {
			all |= f
		}
	}
	return all
}

// onlyKept reports whether nothing of a block is pinned but what is kept.
func (b *block) onlyKept() bool {
	return !slices.ContainsFunc(b.pins, func(p pin) bool { return p.kind == pinGlossary })
}
