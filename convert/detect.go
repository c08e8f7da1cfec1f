package convert

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"zhmd/convert/internal/words"
)

// A Detection is what a text tells of the form it is written in.
type Detection struct {
	Script  Variant // Hans or Hant; 0 if no character tells
	Region  Variant // CN, TW or HK; 0 if no word tells
	Reasons []Reason
}

// A Reason is a character that one script alone has, or a word of one region, as it
// stands in the text.
type Reason struct {
	Text  string
	For   Variant
	Count int
}

// String says it to a person.
func (r Reason) String() string { return fmt.Sprintf("%s is %v (%d)", r.Text, r.For, r.Count) }

// Detect tells which form a text is written in, and why: the reasons are all that
// were found, those that occur most often first.
func Detect(text string) Detection {
	counts := map[Reason]int{}
	for _, r := range text {
		if v := scriptOfChar(r); v != 0 {
			counts[Reason{Text: string(r), For: v}]++
		}
	}
	words.Default().Regional([]byte(text), func(word string, at words.Regions) {
		for v, n := range map[Variant]int{CN: at.Mainland, TW: at.Taiwan, HK: at.HongKong} {
			if n > 0 {
				counts[Reason{Text: word, For: v}]++
			}
		}
	})
	p := NewProfile(ProfileInput{Text: []byte(text)})
	return Detection{p.Script(), p.Region(), sorted(counts)}
}

func scriptOfChar(r rune) Variant {
	switch hans, hant := words.Default().Script(r); {
	case hans:
		return Hans
	case hant:
		return Hant
	}
	return 0
}

func sorted(counts map[Reason]int) []Reason {
	var all []Reason
	for r := range maps.Keys(counts) {
		r.Count = counts[r]
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b Reason) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Text, b.Text)) })
	return all
}
