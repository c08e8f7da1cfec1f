package learn

import (
	"strings"

	"zhmd/convert"
)

// A tally is what became of a word of the source wherever it stands.
type tally struct {
	corrected map[string]int // by what it was corrected to
	alone     map[string]int // left alone, by what it is
}

// count counts a word in all pages.
func (l *learner) count(key string) tally {
	t := tally{map[string]int{}, map[string]int{}}
	for _, p := range l.pages {
		for at := range occurrences(p.source, key) {
			text, state, whole := p.wanted(at, at+len(key))
			switch {
			case !whole && state == left:
				t.alone[""]++ // a part of another word
			case whole && state == corrected:
				t.corrected[text]++
			case state == left:
				t.alone[text]++
			}
		}
	}
	return t
}

// occurrences gives where a word is in a text, as a glossary finds it.
func occurrences(text, key string) func(func(int) bool) {
	return func(yield func(int) bool) {
		for at := 0; ; {
			i := strings.Index(text[at:], key)
			if i < 0 {
				return
			}
			at += i
			end := at + len(key)
			if !inASCII(text, at) && !inASCII(text, end) && !yield(at) {
				return
			}
			at = end
		}
	}
}

// against counts what speaks against a value: where the word was left alone and is
// something else, and where it was corrected to something else.
func (t tally) against(value string) (alone, other int) {
	for text, n := range t.alone {
		if text != value {
			alone += n
		}
	}
	for text, n := range t.corrected {
		if text != value {
			other += n
		}
	}
	return alone, other
}

func word(key, value string, target convert.Variant) convert.Word {
	return convert.Word{Key: key, Value: value, Targets: []convert.Variant{target}}
}
