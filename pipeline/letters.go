package pipeline

import (
	"bytes"
	"encoding/binary"
	"unicode/utf8"

	"zhmd/convert"
)

// sameButLetters tells whether two texts are the same but for letters that are
// not ASCII, and have these in the same places; ASCII's may be among these, see wordLen.
func sameButLetters(a, b []byte) bool {
	if bytes.Equal(a, b) {
		return true
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		if n := alike(a[i:], b[j:]); n > 0 {
			i, j = i+n, j+n
			continue
		}
		m, n := lettersLen(a[i:]), lettersLen(b[j:])
		if p, q := wordLen(a, i), wordLen(b, j); (m == 0 || n == 0) && p > 0 && q > 0 {
			i, j = i+p, j+q
			continue
		}
		if (m == 0 || n == 0) && !(m+n > 0 && behindLetter(a[:i]) && behindLetter(b[:j])) {
			if m > 0 || n > 0 || !sameCharacter(a[i:], b[j:], &m) {
				return false
			}
			n = m
		}
		i, j = i+m, j+n
	}
	return lettersLen(a[i:]) == len(a)-i && lettersLen(b[j:]) == len(b)-j && (i == len(a) && j == len(b) || behindLetter(a[:i]) && behindLetter(b[:j]))
}

// alike is how far a and b are of the same bytes of ASCII, of dividers, of Han
// characters, or of others of three bytes that are the same: nearly all of a text.
func alike(a, b []byte) int {
	size := min(len(a), len(b))
	a, b = a[:size], b[:size]
	i := 0
	for i+4 <= size {
		x, y := binary.BigEndian.Uint32(a[i:]), binary.BigEndian.Uint32(b[i:])
		switch {
		case isHan(x) && isHan(y):
			i += 3
		case x == y && x&0x80808080 == 0:
			i += 4
		case (a[i] < utf8.RuneSelf || a[i] == divider) && a[i] == b[i]:
			i++
		case x>>28 == 0xE && x>>8 == y>>8:
			i += 3
		default:
			return i
		}
	}
	for i < size && a[i] == b[i] && (a[i] < utf8.RuneSelf || a[i] == divider) {
		i++
	}
	return i
}

// isHan tells whether the upper three bytes of w are a Han character from U+4E00 to
// U+9FFF, as nearly all are.
func isHan(w uint32) bool {
	const first, last = 0xE4B880, 0xE9BFBF
	return w>>8-first <= last-first && w&0xC0C000 == 0x808000
}

// behindLetter tells whether b ends with a letter.
func behindLetter(b []byte) bool {
	_, size := utf8.DecodeLastRune(b)
	return size > 0 && convert.Letters(b[len(b)-size:])
}

// beforeLetter tells whether b begins with a letter.
func beforeLetter(b []byte) bool {
	_, size := utf8.DecodeRune(b)
	return size > 0 && convert.Letters(b[:size])
}

// wordLen is the length of letters and ASCII's letters and digits at i, between letters
// and up to the last of them. Inside such a word those of ASCII are no markup either: all
// that Markdown makes of them is told by what is no letter beside them. 性价比 becomes
// CP值.
func wordLen(b []byte, i int) int {
	if !behindLetter(b[:i]) {
		return 0
	}
	last := i
	for at := i; at < len(b); {
		if n := lettersLen(b[at:]); n > 0 {
			at += n
			last = at
		} else if isAlphanumeric(b[at]) {
			at++
		} else {
			break
		}
	}
	return last - i
}

// sameCharacter tells whether a and b begin with the same character, or byte,
// and gives its length.
func sameCharacter(a, b []byte, size *int) bool {
	_, n := utf8.DecodeRune(a)
	*size = n
	return len(b) >= n && bytes.Equal(a[:n], b[:n])
}

// lettersLen is the length of the letters, see [convert.Letters], that b begins
// with.
func lettersLen(b []byte) int {
	i := 0
	for i < len(b) && b[i] >= utf8.RuneSelf {
		if i+4 <= len(b) && isHan(binary.BigEndian.Uint32(b[i:])) {
			i += 3
			continue
		}
		_, size := utf8.DecodeRune(b[i:])
		if !convert.Letters(b[i : i+size]) {
			break
		}
		i += size
	}
	return i
}
