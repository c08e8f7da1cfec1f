package words

import (
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

// keptWords are words with a character that becomes another one in all other words.
var keptWords = []string{"芸薹", "温昇豪"}

// keeps gives the end of what is kept at i, where a character is; 0 if that is nothing.
func (p *Program) keeps(text []byte, i int) (end int) {
	if p.native != inHans || i+3 > len(text) {
		return 0
	}
	switch string(text[i : i+3]) {
	case "么":
		if isMe(text, i) {
			return i + 3
		}
	case "芸", "温":
		for _, word := range keptWords {
			if strings.HasPrefix(string(text[i:min(len(text), i+len(word))]), word) {
				return i + len(word)
			}
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
