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
	if near := nearest(tag, names); near != "" {
		return fmt.Sprintf("did you mean %s?", near)
	}
	return ""
}

// nearest gives the name that takes the fewest letters to change into word, at
// most a third of its own. Case, zh and separators do not count, so that tw
// means zh-TW.
func nearest(word string, names []string) string {
	best, distance := "", len(word)
	for _, name := range names {
		a, b := bare(word), bare(name)
		if d := levenshtein.ComputeDistance(a, b); d < distance && 3*d <= len(b)+2 {
			best, distance = name, d
		}
	}
	return best
}

func bare(name string) string {
	name = strings.ToLower(name)
	return strings.TrimPrefix(strings.NewReplacer("-", "", "_", "", " ", "").Replace(name), "zh")
}
