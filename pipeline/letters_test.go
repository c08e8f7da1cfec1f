package pipeline

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"zhmd/convert"
)

// A case is a source in which what is in brackets is replaced.
func TestLettersForLetters(t *testing.T) {
	for _, c := range []struct {
		source, with string
		want         bool
	}{
		{"[头发]", "頭髮", true}, {"[头]", "頭髮髮", true}, {"[头，发]", "頭髮", false}, {"[头]", "頭。", false}, {"[头]", "", false}, {"[]头", "頭", false},
		{"[丁肝]", "D肝", false}, {"它[性价比]高。", "CP值", true}, {"它[性价比]。", "CP值", true}, {"它[性价比]。", "值CP", false}, {"[性价比]高", "CP值", false},
		{"把[U盘]拔出", "隨身碟", true}, {"把[U盘]ab", "隨身碟", true}, {"<[性价比]>", "CP值", false}, {"[a]", "頭", false}, {"[头]", "a", false},
		{"[头·发]", "頭·髮", false}, {"[é]", "è", true}, {"[头 ]", "頭", false}, {"[😀]", "頭", false},
	} {
		before, rest, _ := strings.Cut(c.source, "[")
		inside, behind, _ := strings.Cut(rest, "]")
		edit := convert.Edit{Start: len(before), End: len(before) + len(inside), New: c.with}
		assert.Equal(t, c.want, lettersForLetters([]byte(before+inside+behind), []convert.Edit{edit}), "%s %q", c.source, c.with)
	}
}

func TestAreLetters(t *testing.T) {
	for _, s := range []string{"汉", "頭髮", "𠀋", "あ", "é", "㈠", "〇", "㐀"} {
		assert.True(t, areLetters([]byte(s)), s)
	}
	for _, s := range []string{"", "a", "汉a", "汉，", "汉 ", "·", "\xff", "汉\xe6\xb1", "\xed\xa0\x80", "\xe0\x80\x80", "😀", "\u3000", "⿰", "\ufffd"} {
		assert.False(t, areLetters([]byte(s)), s)
	}
}
