package slug

import (
	"strings"
	"unicode"
)

// mdbook keeps what is alphabetic or a number of any kind, underscores and
// hyphens, makes a hyphen of each white space, U+3000 included, and trims white
// space around the text. Most combining accents are dropped.
//
// mdBook 0.4 differs in three ways: only ASCII is put in lower case, a trailing
// number can give an id that is taken, and # and entities are dropped.
func mdbook(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '_' || r == '-' || isAlphabetic(r) || unicode.Is(unicode.N, r):
			return r
		case unicode.IsSpace(r):
			return '-'
		}
		return -1
	}, lower(strings.TrimSpace(text)))
}
