package learn

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// sentences are where the sentences of a text end, and how many characters there are in
// each and how many of them are in changes.
type sentences struct {
	ends          []int
	size, changed []int
}

// ending are the characters that end a sentence.
const ending = "\n。！？；!?;…"

func sentencesOf(text string) *sentences {
	s := &sentences{}
	n := 0
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		at += size
		n++
		if at == len(text) || strings.ContainsRune(ending, r) {
			s.ends, s.size, n = append(s.ends, at), append(s.size, n), 0
		}
	}
	s.changed = make([]int, len(s.ends))
	return s
}

// at gives the sentence at a position; the last for the end of the text.
func (s *sentences) at(pos int) int {
	return min(sort.SearchInts(s.ends, pos+1), len(s.ends)-1)
}

// change notes that a part of the text is in a change.
func (s *sentences) change(text string, lo, hi int) {
	for lo < hi {
		i := s.at(lo)
		end := min(hi, s.ends[i])
		s.changed[i] += utf8.RuneCountInString(text[lo:end])
		lo = end
	}
}

// same tells whether a sentence is mostly as it was: half of it at least.
func (s *sentences) same(i int) bool { return 2*s.changed[i] <= s.size[i] }
