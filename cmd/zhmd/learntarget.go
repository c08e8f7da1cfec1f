package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"zhmd/cmd/zhmd/internal/config"
	"zhmd/convert"
	"zhmd/pipeline/batch/learn"
)

// target gives the variant of the pages and what tells it.
func (x *learner) target(said bool, path string, pages []learn.Page) (convert.Variant, string, error) {
	var variants []convert.Variant
	if len(x.to) > 0 {
		var err error
		if variants, err = x.variants(); err != nil {
			return 0, "", err
		}
	}
	switch {
	case said && len(variants) > 1:
		return 0, "", refuse("name one with -t", "learn takes one target")
	case said:
		return variants[0], "as -t says", nil
	}
	if v, err := x.inPath(path); v != 0 || err != nil {
		return v, "as its path says", err
	}
	if len(variants) == 1 {
		return variants[0], "as " + config.Name + " says", nil
	}
	return detected(pages)
}

// inPath gives the variant that a path names: zh-TW/a.md, a.zh-TW.md, or as the
// configuration spells it; 0 if it names none.
func (x *learner) inPath(path string) (convert.Variant, error) {
	spelt := map[convert.Variant]string{}
	if x.file != nil {
		var err error
		if spelt, err = x.spellings(); err != nil {
			return 0, err
		}
	}
	parts := strings.FieldsFunc(filepath.ToSlash(path), func(r rune) bool { return r == '/' || r == '.' })
	for _, part := range slices.Backward(parts) {
		for v, name := range spelt {
			if strings.EqualFold(part, name) {
				return v, nil
			}
		}
		if v, err := convert.ParseVariant(part); err == nil {
			return v, nil
		}
	}
	return 0, nil
}

// detected gives what the pages tell of themselves.
func detected(pages []learn.Page) (convert.Variant, string, error) {
	var text strings.Builder
	for _, p := range pages {
		text.Write(p.New)
	}
	d := convert.Detect(text.String())
	v := d.Script
	if d.Region != 0 && (d.Region == convert.CN) == (d.Script == convert.Hans) {
		v = d.Region
	}
	if v == 0 {
		return 0, "", refuse("name it with -t: zh-Hans, zh-Hant, zh-TW, zh-HK or zh-CN", "no character of the pages tells their variant")
	}
	var why []string
	for _, r := range d.Reasons {
		if (r.For == v || r.For == d.Script && d.Region == 0) && len(why) < 3 {
			why = append(why, r.String())
		}
	}
	return v, "as its words tell: " + strings.Join(why, ", "), nil
}

// note says where a glossary is from.
func (x *learner) note(target convert.Variant, why string, pages []learn.Page) string {
	guessed := 0
	for _, p := range pages {
		if p.Source == nil {
			guessed++
		}
	}
	from := "Their sources are in " + x.sources
	switch {
	case guessed == len(pages):
		from = "They were converted back to " + x.sourceForm(target)
	case guessed > 0:
		from += fmt.Sprintf("; %d have none there and were converted back to %s", guessed, x.sourceForm(target))
	}
	return fmt.Sprintf("Corrections in %d pages in %v, %s.\n%s. Look at the words before you use them.", len(pages), target, why, from)
}

// sourceForm names the form of the sources.
func (x *learner) sourceForm(target convert.Variant) string {
	if from, err := x.source(); err == nil && from != 0 {
		return from.String()
	}
	return learn.Source(target).String()
}
