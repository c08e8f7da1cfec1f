package words

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// Some of what Simplified text is written with tells of Traditional, or of no script:
// 么 stands for 幺 in Traditional text, as in 老么, but most of it is the Simplified
// one, typed by people who write the rest in Traditional characters.

// beforeMe is what stands before 么 where that is not 幺.
const beforeMe = "什怎這这那多要甚好"

// kept are words of Simplified text with a character that becomes another one in all
// other words.
var kept = [][]byte{[]byte("芸薹"), []byte("温昇豪")}

// mixed tells whether a text has words of Simplified text that do not look like it.
func mixed(text []byte) bool {
	for _, word := range kept {
		if bytes.Contains(text, word) {
			return true
		}
	}
	return hasMe(text)
}

// hasMe tells whether a text has words with the Simplified 么.
func hasMe(text []byte) bool {
	me := []byte("么")
	for {
		i := bytes.Index(text, me)
		if i < 0 {
			return false
		}
		if r, _ := utf8.DecodeLastRune(text[:i]); strings.ContainsRune(beforeMe, r) {
			return true
		}
		text = text[i+len(me):]
	}
}
