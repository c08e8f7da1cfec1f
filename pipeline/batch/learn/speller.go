package learn

import (
	"strings"
	"unicode/utf8"

	"zhmd/convert"
)

// A speller knows how texts are divided into words, and writes them as a source does.
type speller struct {
	back  *convert.Engine // to the source's form
	plain *convert.Engine // to Simplified, a character at a time
	words *convert.Engine // divides Simplified text
	chars map[rune]rune
}

func newSpeller(from, target convert.Variant) (s *speller, err error) {
	s = &speller{chars: map[rune]rune{}}
	if s.back, err = convert.New(from, convert.From(target)); err != nil {
		return nil, err
	}
	if s.plain, err = convert.New(convert.Hans, convert.Config("t2s")); err != nil {
		return nil, err
	}
	s.words, err = convert.New(convert.TW, convert.From(convert.CN))
	return s, err
}

// simplified gives a text with as many characters, each as it is in Simplified.
func (s *speller) simplified(text string) string {
	var b strings.Builder
	for _, r := range text {
		b.WriteRune(s.simple(r))
	}
	return b.String()
}

func (s *speller) simple(r rune) rune {
	if r < utf8.RuneSelf {
		return r
	}
	to, ok := s.chars[r]
	if !ok {
		to, _ = utf8.DecodeRuneInString(s.plain.String(string(r)))
		s.chars[r] = to
	}
	return to
}

// divide gives the words of a text, in whichever form it is. The text is UTF-8.
func (s *speller) divide(text string) []token {
	plain := s.simplified(text)
	var all []token
	at, next := 0, 0 // in text, and where the token begins
	for _, x := range s.words.Explain(plain) {
		for range utf8.RuneCountInString(x.Source) {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
			if len(x.Steps) == 0 && !inASCII(text, at) {
				all, next = append(all, token{next, at, next, at}), at
			}
		}
		if at > next && !inASCII(text, at) {
			all, next = append(all, token{next, at, next, at}), at
		}
	}
	return all
}

// inASCII tells whether there are letters or digits of ASCII on both sides.
func inASCII(text string, at int) bool {
	return at > 0 && at < len(text) && alphanumeric(rune(text[at-1])) && alphanumeric(rune(text[at]))
}

func alphanumeric(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}

// A spelt is a text as a source would have it.
type spelt struct {
	text  string
	words []token // of it, in the text that it is of
}

// spell writes a text as a source does.
func (s *speller) spell(text string) spelt {
	edits := s.back.Edits(nil, []byte(text), nil)
	source := string(convert.Splice(nil, []byte(text), edits))
	return spelt{source, project(s.divide(source), inverse(changesOf(edits)), len(text))}
}
