package slug

import (
	"strings"
	"unicode"
)

// hugo keeps letters, decimal digits and underscores, each in its lower case
// alone, and makes hyphens of spaces. Space around the text is trimmed, U+3000
// included. Marks are dropped: of é in two characters e remains. A heading of
// which nothing remains is "heading".
func hugo(source string) string {
	id := strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '-':
			return '-'
		case r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return -1
	}, strings.TrimSpace(source))
	if id == "" {
		return "heading"
	}
	return id
}
