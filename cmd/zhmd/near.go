package main

import (
	"fmt"
	"strings"

	"github.com/agnivade/levenshtein"

	"zhmd/convert"
)

// nearVariant says which variant a misspelt tag may mean; "" if it is like none.
func nearVariant(tag string) string {
	var names []string
	for _, v := range convert.Variants() {
		names = append(names, v.String())
	}
	return didYouMean(tag, names)
}

// didYouMean names the one of names that word may mean; "" if it is like none.
func didYouMean(word string, names []string) string {
	if near := nearest(word, names); near != "" {
		return fmt.Sprintf("did you mean %s?", near)
	}
	return ""
}

// nearest gives the name that takes the fewest letters to change into word, about
// a third of them at most. Case, zh and separators do not count, so that tw
// means zh-TW.
func nearest(word string, names []string) string {
	best, distance := "", len(word)
	for _, name := range names {
		a, b := bare(word), bare(name)
		if d := levenshtein.ComputeDistance(a, b); d < distance && 3*d <= len(a)+2 && (d == 0 || len(a) > 2) {
			best, distance = name, d
		}
	}
	return best
}

func bare(name string) string {
	name = strings.ToLower(name)
	return strings.TrimPrefix(strings.NewReplacer("-", "", "_", "", " ", "").Replace(name), "zh")
}
