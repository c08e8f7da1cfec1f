package convert_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
)

func TestParseVariant(t *testing.T) {
	for tag, want := range map[string]convert.Variant{
		"zh-Hans":           convert.Hans,
		"zh-hans":           convert.Hans,
		"ZH-HANS":           convert.Hans,
		"zh_Hans":           convert.Hans,
		"zh-SG":             convert.Hans,
		"zh-MY":             convert.Hans,
		"zh-Hans-SG":        convert.Hans,
		"zh-Hans-HK":        convert.Hans,
		"zh-Hans-TW":        convert.Hans,
		"zh-Hant":           convert.Hant,
		"zh-Hant-MY":        convert.Hant,
		"zh-Hant-CN":        convert.Hant,
		"zh-Hant-US":        convert.Hant,
		"zh-TW":             convert.TW,
		"zh_TW":             convert.TW,
		"zh-tw":             convert.TW,
		"zh-Hant-TW":        convert.TW,
		"cmn-Hant-TW":       convert.TW,
		" zh-TW ":           convert.TW,
		"zh-TW-u-co-zhuyin": convert.TW,
		"zh-HK":             convert.HK,
		"zh-MO":             convert.HK,
		"zh-Hant-HK":        convert.HK,
		"zh-Hant-MO":        convert.HK,
		"zh-CN":             convert.CN,
		"zh-Hans-CN":        convert.CN,
	} {
		got, err := convert.ParseVariant(tag)
		if assert.NoError(t, err, tag) {
			assert.Equal(t, want, got, tag)
		}
	}
}

func TestParseVariantRefuses(t *testing.T) {
	for tag, reason := range map[string]string{
		"":             "not a BCP 47 tag",
		"zh-":          "not a BCP 47 tag",
		"traditional!": "not a BCP 47 tag",
		"zh":           "leaves open",
		"zh-US":        "leaves open",
		"zh-Latn":      "leaves open",
		"zh-Hani":      "leaves open",
		"zh-Bopo-TW":   "leaves open",
		"en":           "not Chinese",
		"ja-JP":        "not Chinese",
		"yue-HK":       "not Chinese",
		"tw":           "not Chinese", // a language of Ghana
		"und-Hant":     "not Chinese",
	} {
		_, err := convert.ParseVariant(tag)
		var unknown *convert.UnknownVariantError
		require.ErrorAs(t, err, &unknown, tag)
		assert.Equal(t, tag, unknown.Tag)
		assert.ErrorContains(t, err, reason, tag)
		assert.ErrorContains(t, err, "zh-Hans, zh-Hant, zh-TW, zh-HK, zh-CN", tag)
	}
}

func TestVariantString(t *testing.T) {
	for _, v := range convert.Variants() {
		again, err := convert.ParseVariant(v.String())
		require.NoError(t, err)
		assert.Equal(t, v, again)
	}
	assert.Empty(t, convert.Variant(0).String())
	assert.Empty(t, convert.Variant(99).String())
}

func TestSplice(t *testing.T) {
	edits := []convert.Edit{{Start: 0, End: 1, New: "xyz"}, {Start: 3, End: 3, New: "+"}, {Start: 4, End: 6}}
	assert.Equal(t, "> xyzbc+d", string(convert.Splice([]byte("> "), []byte("abcdef"), edits)))
	assert.Equal(t, "abcdef", string(convert.Splice(nil, []byte("abcdef"), nil)))
}
