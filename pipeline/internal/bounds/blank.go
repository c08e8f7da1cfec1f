package bounds

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark/util"
)

// maxBlank is how many blank lines may follow each other. goldmark goes through
// all open lists for each of them, and keeps a note for each of these.
const maxBlank = 32

// stretch is how long the parts of a body are that are looked at: more than maxBlank blank
// lines have at least one whole part of white space in them.
const stretch = maxBlank / 2

// Tame gives the source that goldmark is to parse in the place of body, which
// is of the same length and the same document: one long blank line stands where
// there are very many. It gives body itself where there are not.
func Tame(body []byte) []byte {
	tame := body
	if !mayBeBlank(body) {
		return body
	}
	for at := 0; at < len(body); {
		next, lines := blankLines(body, at)
		if lines > maxBlank {
			if &tame[0] == &body[0] {
				tame = bytes.Clone(body)
			}
			fill(tame[at : next-1])
		}
		at = lineEnd(body, next)
	}
	return tame
}

// mayBeBlank tells whether there may be very many blank lines, after a look at one byte in
// stretch for the most part.
func mayBeBlank(body []byte) bool {
	for ; len(body) >= stretch; body = body[stretch:] {
		if !slices.ContainsFunc(body[:stretch], func(b byte) bool { return !util.IsSpace(b) }) {
			return true
		}
	}
	return false
}

// blankLines gives the end of the blank lines that begin at the offset at, and
// their number.
func blankLines(body []byte, at int) (end, lines int) {
	for i := at; i < len(body) && util.IsSpace(body[i]); i++ {
		if body[i] == '\n' {
			at = i + 1
			lines++
		}
	}
	return at, lines
}

// lineEnd gives the offset behind the end of the line at the offset at.
func lineEnd(body []byte, at int) int {
	if n := bytes.IndexByte(body[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(body)
}

func fill(b []byte) {
	for i := range b {
		b[i] = ' '
	}
}
