package frontmatter

import (
	"bytes"
	"slices"
)

// settings tells whether a YAML mapping, in the lines between two fences, is one of keys
// and plain values that are words of ASCII in one line each, and none of them prose: the
// front matter of most pages. That is YAML, whatever it makes of such a value, and to ask
// the library would take a tenth of the time that the page does.
func (c *collector) settings(lines []byte) bool {
	for len(lines) > 0 {
		line, rest := cutLine(lines)
		key, value, ok := bytes.Cut(bytes.TrimSuffix(line, []byte("\n")), []byte(": "))
		if !ok || !word(key) || !word(value) || c.keys[string(key)] {
			return false
		}
		lines = rest
	}
	return true
}

// maxWord is how many bytes such a key or value has at most: YAML allows a key no more
// than 1024.
const maxWord = 100

// word tells whether s is letters and digits of ASCII that begin with a letter, not many.
func word(s []byte) bool {
	return len(s) > 0 && len(s) <= maxWord && letter(s[0]) && !slices.ContainsFunc(s, func(b byte) bool { return !letter(b) && (b < '0' || b > '9') })
}

func letter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }
