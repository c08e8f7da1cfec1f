package convert

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"
)

// An UnknownVariantError says that a tag names no written form of Chinese, and
// which tags do.
type UnknownVariantError struct {
	Tag    string // as it was given
	Reason string // what is wrong with it
}

func (e *UnknownVariantError) Error() string {
	return fmt.Sprintf("unknown variant %q: %s; there is %s", e.Tag, e.Reason, list(Variants()))
}

// ParseVariant reads a BCP 47 tag. Case does not matter and _ counts as -.
//
// A tag is accepted where it says which variant is meant: by region (zh-TW,
// zh-Hant-TW; zh-MO reads as zh-HK, zh-SG and zh-MY as zh-Hans, the scripts
// that CLDR's likely subtags give these regions) or by script (zh-Hans-HK is
// Simplified, whatever the region). A tag from which one could only guess, zh
// or zh-US, is an [UnknownVariantError], and so is any other language.
// golang.org/x/text's Matcher is not asked: it finds a match for every tag,
// Traditional for zh-MY among them.
func ParseVariant(tag string) (Variant, error) {
	t, err := language.Parse(strings.ReplaceAll(strings.TrimSpace(tag), "_", "-"))
	if err != nil {
		return 0, &UnknownVariantError{tag, "it is not a BCP 47 tag"}
	}
	base, script, region := t.Raw()
	if b := base.String(); b != "zh" && b != "cmn" { // cmn is Mandarin, which zh means unless it says otherwise
		return 0, &UnknownVariantError{tag, "its language is not Chinese (zh)"}
	}
	if v := variantOf(script.String(), region.String()); v != 0 {
		return v, nil
	}
	return 0, &UnknownVariantError{tag, "it leaves open which script is meant"}
}

// unsaid are the values of a tag's parts that the tag does not have.
const (
	unsaidScript = "Zzzz"
	unsaidRegion = "ZZ"
)

func variantOf(script, region string) Variant {
	home := map[string]Variant{"TW": TW, "HK": HK, "MO": HK, "CN": CN, "SG": Hans, "MY": Hans}[region]
	switch {
	case script == unsaidScript:
		return home
	case script == "Hans" && home == CN, script == "Hant" && (home == TW || home == HK):
		return home
	case script == "Hans":
		return Hans
	case script == "Hant":
		return Hant
	}
	return 0
}

func list(vs []Variant) string {
	names := make([]string, len(vs))
	for i, v := range vs {
		names[i] = v.String()
	}
	return strings.Join(names, ", ")
}
