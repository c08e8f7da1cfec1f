package pipeline

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSameButLetters(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"", "", true}, {"头发", "頭髮", true}, {"a头b发，", "a頭b髮，", true}, {"头", "頭髮髮", true}, {"头发发a", "頭a", true},
		{"头a", "a頭", false}, {"头", "", false}, {"", "頭", false}, {"a", "a頭", false}, {"头a", "a", false}, {"头", "a", false},
		{"头", "頭。", false}, {"丁肝", "D肝", false}, {"头a发", "頭b髮", true}, {"它性价比高。", "它CP值高。", true}, {"它性价比。", "它CP值。", true},
		{"性价比高", "CP值高", false}, {"把U盘拔出", "把隨身碟拔出", true}, {"把U盘ab", "把隨身碟ab", true}, {"把U盘ab", "把隨身碟cd", false}, {"<性价比>", "<CP值>", false},
		{"它<性价比>", "它<CP值>", false}, {"头a", "頭b", false}, {"头，发", "頭髮", false}, {"头·发", "頭·髮髮", true},
		{"\xff头", "\xff頭", true}, {"\xff头", "\xfe頭", false}, {"头\xff", "頭", false}, {"𠀀头。", "头𠀀𠀀。", true}, {"é头", "è頭", true},
		{"头 ", "頭  ", false}, {"头\n\n发", "頭\n髮", false}, {"头😀发", "頭😀髮", true}, {"头😀发", "頭😁髮", false},
	} {
		assert.Equal(t, c.want, sameButLetters([]byte(c.a), []byte(c.b)), "%q %q", c.a, c.b)
	}
}
