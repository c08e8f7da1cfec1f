package pipeline

import (
	"strings"

	"zhmd/convert"
)

// forms are what a text is in several versions, by BCP 47 tag in lower case.
type forms struct {
	tags  []string // in the order in which they were given
	texts map[string]string
}

func (f *forms) set(tag, text string) {
	if f.texts == nil {
		f.texts = map[string]string{}
	}
	tag = strings.ToLower(tag)
	if _, ok := f.texts[tag]; !ok {
		f.tags = append(f.tags, tag)
	}
	f.texts[tag] = text
}

// exact gives the text for a variant, or for the script that it is written in.
func (f *forms) exact(v convert.Variant) (text string, ok bool) {
	if text, ok = f.texts[strings.ToLower(v.String())]; ok {
		return text, true
	}
	switch v {
	case convert.TW, convert.HK:
		text, ok = f.texts["zh-hant"]
	case convert.CN:
		text, ok = f.texts["zh-hans"]
	}
	return text, ok
}

// nearest gives the text for a variant or what MediaWiki takes in its place:
// that of the next variant in its list of fallbacks, else the first of all.
func (f *forms) nearest(v convert.Variant) string {
	for _, tag := range append(fallbacks[v], "zh") {
		if text, ok := f.texts[tag]; ok {
			return text
		}
	}
	return f.texts[f.tags[0]]
}

// fallbacks are those of MediaWiki's ZhConverter, each variant before them.
var fallbacks = map[convert.Variant][]string{
	convert.Hans: {"zh-hans", "zh-cn", "zh-sg", "zh-my"},
	convert.CN:   {"zh-cn", "zh-hans", "zh-sg", "zh-my"},
	convert.Hant: {"zh-hant", "zh-tw", "zh-hk", "zh-mo"},
	convert.TW:   {"zh-tw", "zh-hant", "zh-hk", "zh-mo"},
	convert.HK:   {"zh-hk", "zh-mo", "zh-hant", "zh-tw"},
}
