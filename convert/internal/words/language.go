package words

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// letters counts the letters of a block by what they tell of its language.
type letters struct{ kana, hangul, han, chinese int }

// note counts a character that is in no word, and begins with the bytes of text.
func (l *letters) note(text []byte) {
	switch {
	case len(text) < 3:
	case text[0] == 0xE3 && text[1] >= 0x81 && text[1] <= 0x83:
		if r, _ := utf8.DecodeRune(text); unicode.In(r, unicode.Hiragana, unicode.Katakana) {
			l.kana++
		}
	case text[0] >= 0xEA && text[0] <= 0xED:
		if r, _ := utf8.DecodeRune(text); unicode.Is(unicode.Hangul, r) {
			l.hangul++
		}
	}
}

// notChinese tells whether the block is Japanese or Korean: mostly in their own
// letters, or with some kana among characters none of which only Chinese has.
func (l *letters) notChinese() bool {
	return l.hangul > 0 && l.hangul >= l.han || l.kana > l.han || l.kana > 0 && l.kana*4 >= l.han && l.chinese == 0
}

// A switch between the versions of a page names each language in itself. These
// names stay as they are where a block is nothing else.
var ownNames = [][]byte{
	[]byte("简体中文"), []byte("繁體中文"), []byte("正體中文"), []byte("中文简体"), []byte("中文繁體"),
	[]byte("简体"), []byte("繁體"), []byte("正體"), []byte("中文"), []byte("日本語"), []byte("粵語"), []byte("廣東話"), []byte("臺語"), []byte("台語"),
	[]byte("中国"), []byte("臺灣"), []byte("台灣"), []byte("香港"), []byte("澳門"), []byte("新加坡"), []byte("马来西亚"),
}

// named is how many of ownNames, from the first, make a block a switch.
const named = 8

// maxSwitch is how long a switch is at most, in bytes.
const maxSwitch = 120

// isSwitch reports whether a block is names of languages, each written in itself, and
// what stands between such.
func isSwitch(text []byte) bool {
	if len(text) > maxSwitch {
		return false
	}
	found := false
	for i := asciiLen(text); i < len(text); i += asciiLen(text[i:]) {
		n, counts := ownName(text[i:])
		if found = found || counts; n > 0 {
			i += n
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) {
			return false
		}
		i += size
	}
	return found
}

// ownName gives the length of the name that text begins with, 0 if there is none,
// and whether it makes a switch.
func ownName(text []byte) (n int, counts bool) {
	for i, name := range ownNames {
		if bytes.HasPrefix(text, name) {
			return len(name), i < named
		}
	}
	return 0, false
}
