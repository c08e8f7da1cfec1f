package converttest

import (
	"math/rand/v2"
	"unicode/utf8"
)

// Invalid are sequences with bytes that are not UTF-8: truncated characters, lone
// continuation bytes, overlong forms, surrogates, code points beyond Unicode, and bytes
// that no encoding has.
var Invalid = []string{
	"\xe4", "\xe4\xba", "\xe8\xbd", "\xf0\xa0\xae", "\xc3", "\x8b", "\x8c\x83\xa8", "\x80", "\xbf\xbf", "\xc0\x80", "\xc1\xbf",
	"\xe0\x80\x80", "\xe0\x81\x95", "\xf0\x80\x80\x80", "\xed\xa0\x80", "\xed\xbf\xbf", "\xf4\x90\x80\x80", "\xff", "\xfe", "\xff\xff",
}

// Damaged returns text with a few invalid sequences put in or bytes taken away, inside
// and outside of words and characters.
func Damaged(r *rand.Rand, text string) string {
	for range 1 + r.IntN(4) {
		i := r.IntN(len(text) + 1)
		if i < len(text) && r.IntN(4) == 0 {
			text = text[:i] + text[i+1:]
			continue
		}
		for r.IntN(2) == 0 && i < len(text) && !utf8.RuneStart(text[i]) {
			i++
		}
		text = text[:i] + Invalid[r.IntN(len(Invalid))] + text[i:]
	}
	return text
}
