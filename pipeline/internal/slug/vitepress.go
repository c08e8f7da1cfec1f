package slug

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// vitepress decomposes text (NFKD), which makes ASCII of full-width forms,
// drops the accents and makes one hyphen of each run of spaces and ASCII
// punctuation. It keeps all the rest: 。、《》·— and emoji. A digit in front gets
// an underscore.
func vitepress(text string) string {
	words := strings.FieldsFunc(strings.Map(dropMarks, norm.NFKD.String(text)), separates)
	id := strings.Join(words, "-")
	if id != "" && '0' <= id[0] && id[0] <= '9' {
		id = "_" + id
	}
	return lower(id)
}

// dropMarks drops the block of combining accents and control characters, tabs
// and line breaks among them. Marks elsewhere, as of が, stay.
func dropMarks(r rune) rune {
	if r < ' ' || 0x0300 <= r && r <= 0x036F {
		return -1
	}
	return r
}

// separates tells whether r parts words: the white space of JavaScript, which
// is Unicode's with U+FEFF for U+0085, ASCII punctuation and curly quotes.
func separates(r rune) bool {
	switch {
	case r <= unicode.MaxASCII:
		return r != 0x7F && !isASCIIWord(r)
	case r == 0x85:
		return false
	case r == 0xFEFF:
		return true
	}
	return unicode.IsSpace(r) || strings.ContainsRune("“”‘’", r)
}

func isASCIIWord(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
}
