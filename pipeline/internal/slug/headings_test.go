package slug

import (
	"math/rand/v2"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/rangetable"
)

// A heading is a text and, where it is not nil, an explicit id.
type heading struct {
	text string
	id   *string
}

// handPicked are one page.
var handPicked = []string{
	"综述", "綜述", "综述", "1. 安装", "１．安装", "3D 打印", "C++", "C#", "C++ 与 C#", "C", "c",
	"什么是“引用”？", "「引號」與『書名』", "《红楼梦》——曹雪芹", "A·B", "甲·乙", "时间：12:30", "（可选）参数", "参数（可选）",
	"你好，世界！", "等等……", "前后　全角空格　", "不间断\u00a0空格", "a\tb", "两  格", "-", "--", "——", "", " ", "。", "，",
	"安装 🚀", "🚀", "👩‍👩‍👧 家庭", "❤️", "1️⃣ 第一", "café", "cafe\u0301", "Ünïcödé", "İstanbul", "ΟΔΟΣ", "ΟΔΟΣ 甲", "ǅ",
	"𠮷野家", "𬺰", "㐀", "々〆ヶ", "日本語のガイド", "か\u3099", "ﾊﾝｶｸ", "한국어", "〇", "〡", "①②", "Ⅷ", "²", "½", "㎡", "ⓐ",
	"foo_bar", "_foo_", "__init__", "a.b.c", "v1.2.3", "a/b", "a & b", "<T>", "100%", "$x$", "a=b", "~~", "[x]", "don't", "don’t",
	"foo", "foo", "foo-1", "foo", "foo-1", "foo 1", "foo-1-1", "constructor", "hasOwnProperty", "constructor",
	"零\u200b宽", "连\u200d字", "\ufeff头", "软\u00ad连字", "a\u0085b", "行\u2028分", "ﬁ", "ß", "ẞ", "Å", "é\u0323", "葛󠄀",
}

// someRunes are what random headings are drawn from, besides Han.
var someRunes = []rune("aaBbCÉéİΣσς12３_-- 　、。，：《》·—…“”？！!?.,:;()[]{}<>&%$*+/\\'\"`~^@|=\u0301\u0303\u3099\u200d\ufe0fがﾊ각①Ⅷ²ⓐ🚀👩𠮷𬺰")

// fixed is the explicit id of one heading of each page. VitePress refuses one
// that is taken, so only headings behind it can have it as their text.
var fixed = "固定-1"

// randomPages are pages of headings that repeat.
func randomPages(r *rand.Rand, pages, headings int) [][]heading {
	all := make([][]heading, pages)
	for i := range all {
		at := r.IntN(headings)
		for j := range headings {
			h := heading{text: randomText(r, all[i])}
			switch {
			case j == at:
				h.id = &fixed
			case j > at && r.IntN(5) == 0:
				h.text = fixed[:len("固定")+2*r.IntN(2)]
			}
			all[i] = append(all[i], h)
		}
	}
	return all
}

// randomText is the text of a heading before, a plain one or characters of all
// kinds.
func randomText(r *rand.Rand, before []heading) string {
	switch n := r.IntN(8); {
	case n == 0 && len(before) > 0:
		return before[r.IntN(len(before))].text
	case n == 1:
		return "综述"
	case n == 2:
		return "综述-" + string(rune('1'+r.IntN(3)))
	}
	var b strings.Builder
	for range 1 + r.IntN(10) {
		b.WriteRune(randomRune(r))
	}
	return b.String()
}

func randomRune(r *rand.Rand) rune {
	if r.IntN(3) == 0 {
		return '一' + rune(r.IntN(0x5000))
	}
	return someRunes[r.IntN(len(someRunes))]
}

// everyRune gives texts which together hold all characters of a version of
// Unicode, but for control characters.
func everyRune(version string) []string {
	var texts []string
	var runes []string
	rangetable.Visit(rangetable.Assigned(version), func(r rune) {
		if unicode.In(r, unicode.Cc, unicode.Cs) {
			return
		}
		if runes = append(runes, string(r)); len(runes) == 200 {
			texts = append(texts, "x"+strings.Join(runes, " x")+"x")
			runes = nil
		}
	})
	return append(texts, "x"+strings.Join(runes, " x")+"x")
}
