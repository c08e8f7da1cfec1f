package convert

// A Variant is a written form of Chinese: a script, or a region's standard for
// it. The zero Variant names none and stands for "not said".
type Variant uint8

// The variants, named after their BCP 47 tags.
const (
	Hans Variant = iota + 1 // zh-Hans: Simplified characters, words left as they are
	Hant                    // zh-Hant: Traditional characters, words left as they are
	TW                      // zh-TW: Taiwan's characters and words
	HK                      // zh-HK: Hong Kong's characters
	CN                      // zh-CN: the mainland's characters and words
)

var tags = [...]string{Hans: "zh-Hans", Hant: "zh-Hant", TW: "zh-TW", HK: "zh-HK", CN: "zh-CN"}

// Variants lists all variants in the order in which they are shown to people.
func Variants() []Variant { return []Variant{Hans, Hant, TW, HK, CN} }

// String gives the variant's BCP 47 tag, "" for the zero Variant.
func (v Variant) String() string {
	if int(v) < len(tags) {
		return tags[v]
	}
	return ""
}
