package convert_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"zhmd/convert"
	"zhmd/convert/internal/table"
)

func TestLetters(t *testing.T) {
	for _, s := range []string{"汉", "頭髮", "𠀋", "あ", "é", "㈠", "〇"} {
		assert.True(t, convert.Letters(s), s)
	}
	for _, s := range []string{"", "a", "汉a", "汉，", "汉 ", "·", "\xff", "汉\xe6\xb1", "\xed\xa0\x80", "\xe0\x80\x80", "😀", "\u3000", "⿰"} {
		assert.False(t, convert.Letters(s), s)
		assert.False(t, convert.Letters([]byte(s)), s)
	}
}

// TestEntriesExchangeLetters walks all entries of all dictionaries: each puts
// letters in the place of letters but for 41 that hold ASCII (SQL注入, A型肝炎,
// 伯克希尔-哈撒韦) or a middle dot (沃恩·威廉斯).
func TestEntriesExchangeLetters(t *testing.T) {
	entries, others := 0, map[string]string{}
	for _, c := range table.Source() {
		groups := append(c.Chain, c.Normalize...)
		if c.Segment != nil {
			groups = append(groups, c.Segment)
		}
		for _, g := range groups {
			for _, d := range g.Dicts() {
				for key, values := range d.Entries {
					entries++
					if key != values[0] && !(convert.Letters(key) && convert.Letters(values[0])) {
						others[key] = values[0]
					}
				}
			}
		}
	}
	t.Logf("%d entries; other than letters for letters: %v", entries, others)
	assert.Len(t, others, 41)
	for key, value := range others {
		assert.Regexp(t, "[A-Z·-]", key+value)
	}
}
