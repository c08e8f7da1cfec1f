package convert_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"zhmd/convert"
	"zhmd/convert/internal/words"
)

// People who write Traditional characters type 什么 for 什麼, and 么 for 幺.
func TestSimplifiedMe(t *testing.T) {
	for _, from := range []convert.Variant{0, convert.TW} {
		e := native(t, convert.Hans, convert.From(from))
		for text, want := range map[string]string{
			"你說什么？為什么這么急。": "你说什么？为什么这么急。",
			"カレー什么時來":      "カレー什么时来",
			"要么現在走，要么留下。":  "要么现在走，要么留下。",
			"他是老么，也是么兒。":   "他是老幺，也是幺儿。",
			"買個乾淨的，乾隆是什么？": "买个干净的，乾隆是什么？",
		} {
			assert.Equal(t, want, e.String(text))
		}
	}
}

// All words, in both scripts, by themselves: what has been converted stays.
func TestWordsStay(t *testing.T) {
	for _, v := range []convert.Variant{convert.Hans, convert.CN, convert.Hant} {
		e := native(t, v)
		for _, text := range allWords() {
			once := e.String(text)
			assert.Equal(t, once, e.String(once), "%v: %s", v, text)
		}
	}
}

func TestWordsOfWeeksAndClowns(t *testing.T) {
	e := native(t, convert.TW)
	for text, want := range map[string]string{
		"这周复习，那周开会，若干周后。": "這週複習，那週開會，若干週後。",
		"这周围和那周边，周围这周。":   "這周圍和那周邊，周圍這週。",
		"几十周，多少周？":        "幾十週，多少週？",
		"小丑丫鬟":            "小丑丫鬟",
		"互联网络":            "網際網路",
		"老挝人民民主共和国":       "寮人民民主共和國",
	} {
		assert.Equal(t, want, e.String(text))
	}
	assert.Equal(t, "干断食", native(t, convert.Hans).String("乾斷食"))
}

// allWords gives the words that there are, in both scripts.
func allWords() (all []string) {
	lex := words.Default()
	for i := range lex.Costs {
		all = append(all, lex.Word(i, false), lex.Word(i, true))
	}
	return all
}
