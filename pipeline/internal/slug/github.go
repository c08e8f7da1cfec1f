package slug

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/rangetable"
)

// github keeps what is a word character to Ruby (\p{Word}), hyphens and spaces,
// and makes hyphens of the spaces. Everything is in lower case. Nothing is
// trimmed. Full-width punctuation, such as 《》, and U+3000 are dropped.
func github(text string) string {
	return keep(text, isWord)
}

// docusaurus is github with the Unicode of github-slugger 2, whose characters
// are those of Unicode 13; later ones, such as the Han of extension H, are
// dropped.
func docusaurus(text string) string {
	return keep(text, func(r rune) bool { return isWord(r) && unicode.Is(unicode13(), r) })
}

var unicode13 = sync.OnceValue(func() *unicode.RangeTable { return rangetable.Assigned("13.0.0") })

// keep puts text in lower case, makes hyphens of its spaces and drops what is
// neither kept nor a hyphen.
func keep(text string, kept func(rune) bool) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '-':
			return '-'
		case kept(r):
			return r
		}
		return -1
	}, lower(text))
}

// isWord tells whether r is a word character as Unicode's annex on regular
// expressions defines it, without the joiners.
func isWord(r rune) bool {
	return isAlphabetic(r) || unicode.In(r, unicode.M, unicode.Nd, unicode.Pc)
}

// isAlphabetic tells whether r has Unicode's property Alphabetic.
func isAlphabetic(r rune) bool {
	return unicode.In(r, unicode.L, unicode.Nl, unicode.Other_Alphabetic)
}
