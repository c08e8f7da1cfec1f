package markdown

import (
	"regexp"
	"sync"
)

// textArguments matches a shortcode with an argument that is shown to readers: a term of
// Kubernetes' glossary.
var textArguments = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\{\{[<%]\s*glossary_tooltip\s(?:[^>]*\s)?text="([^"\\` + "`" + `<>{}\n]+)"`)
})

// Texts returns the parts of a shortcode that are prose, as offsets into it.
func Texts(shortcode []byte) []Mask {
	if len(shortcode) < 3 || shortcode[0] != '{' || shortcode[2] != '<' && shortcode[2] != '%' {
		return nil
	}
	if m := textArguments().FindSubmatchIndex(shortcode); m != nil {
		return []Mask{{m[2], m[3]}}
	}
	return nil
}

// withoutTexts returns the parts of a shortcode that are no prose, as offsets into it.
func withoutTexts(shortcode []byte) (all []Mask) {
	at := 0
	for _, t := range Texts(shortcode) {
		all = append(all, Mask{at, t.Start})
		at = t.End
	}
	return append(all, Mask{at, len(shortcode)})
}
