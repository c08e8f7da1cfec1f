package pipeline

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"zhmd/pipeline/internal/markdown"
)

// What is here finds names in text, by which other places lead there: they stay.

// citationEnd returns where the key of a citation or a cross reference ends whose @ is at i,
// by Pandoc's rules: @fig-软件, [@软件2020, 第 3 页]. It is i if there is none: the @ of an
// address stands behind a letter. Only in brackets does a key go on in Han right behind
// ASCII, as text does behind the name of a package or a person.
func (c *collector) citationEnd(i, limit int) int {
	before, _ := utf8.DecodeLastRune(c.source[:i])
	if i > 0 && isLetterOrDigit(before) {
		return i
	}
	last, mixed := '-', before == '[' || bytes.HasSuffix(c.source[:i], []byte("[-"))
	end := i
	for at := i + 1; at < limit; {
		r, size := utf8.DecodeRune(c.source[at:limit])
		letter := isLetterOrDigit(r) || r == '_'
		if !letter && (end == i || !strings.ContainsRune(":.#$%&-+?~/", r)) || !mixed && r >= utf8.RuneSelf && last < utf8.RuneSelf && isLetterOrDigit(last) {
			break
		}
		at, last = at+size, r
		if letter {
			end = at // punctuation is in a key only before a letter
		}
	}
	return end
}

// isLetterOrDigit reports whether r is a letter or a digit, which no byte is that is not UTF-8.
func isLetterOrDigit(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// blockIDEnd returns where Obsidian's id of a block ends whose ^ is at i: it stands behind
// white space and ends the line. It is i if there is none.
func (c *collector) blockIDEnd(i, limit int) int {
	if c.syntax&markdown.Wikilinks == 0 || i > 0 && bytes.IndexByte([]byte(" \t\n"), c.source[i-1]) < 0 {
		return i
	}
	end := i + 1
	for end < limit {
		r, size := utf8.DecodeRune(c.source[end:])
		if !isLetterOrDigit(r) && r != '-' && r != '_' {
			break
		}
		end += size
	}
	behind := bytes.TrimLeft(c.source[end:], " \t\r")
	if end == i+1 || len(behind) > 0 && behind[0] != '\n' {
		return i
	}
	return end
}

// maxLead is how far in bytes the beginning of a line is looked for.
const maxLead = 90

// lead returns what stands before an offset in its line; ok is false if that is long.
func (c *collector) lead(offset int) (text []byte, ok bool) {
	text = c.source[max(0, offset-maxLead):offset]
	n := bytes.LastIndexByte(text, '\n')
	return text[n+1:], n >= 0 || offset <= maxLead
}

// optionEnd returns where an option of MyST's ends that is a name and whose first colon is
// at i: a line :name: 软件. It is i if there is none.
func (c *collector) optionEnd(i, limit int) int {
	for _, key := range []string{":name: ", ":class: ", ":target: "} {
		if !bytes.HasPrefix(c.source[i:limit], []byte(key)) {
			continue
		}
		if lead, ok := c.lead(i); ok && len(bytes.TrimLeft(lead, " \t>")) == 0 {
			return i + len(lineFrom(c.source[:limit], i))
		}
	}
	return i
}

// fieldStart returns where the key of a field of Dataview's begins whose :: is at colon, in
// a line of its own or in brackets: 类别:: 书. It is colon if there is none.
func (c *collector) fieldStart(colon int) int {
	behind := c.source[colon+len("::"):]
	if c.syntax&markdown.Wikilinks == 0 || len(behind) > 0 && bytes.IndexByte([]byte(" \t\r\n"), behind[0]) < 0 {
		return colon
	}
	key, ok := c.lead(colon)
	if n := bytes.LastIndexAny(key, "[("); n >= 0 {
		key, ok = key[n+1:], true
	}
	key = bytes.TrimLeft(key, " \t>-*+]_.)0123456789")
	if !ok || bytes.ContainsFunc(key, func(r rune) bool { return !isLetterOrDigit(r) && !strings.ContainsRune(" -_*", r) }) {
		return colon
	}
	return colon - len(key)
}

// dropFrom leaves out what the run that is being built has from an offset on.
func (c *collector) dropFrom(offset int) {
	for n := len(c.spans); n > 0 && c.spans[n-1].end > offset; n-- {
		c.spans[n-1].end = max(c.spans[n-1].start, offset)
		if c.spans[n-1].start == c.spans[n-1].end {
			c.spans = c.spans[:n-1]
		}
	}
}

// lineFrom returns the rest of the line at an offset.
func lineFrom(source []byte, offset int) []byte {
	line, _, _ := bytes.Cut(source[offset:], []byte("\n"))
	return line
}
