package convert_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
)

// sinkTexts are texts of each kind: of one script and of both, of no script that shows, with
// what is not in words, and long ones.
var sinkTexts = []string{
	"", "a", "\n", "头发", "这个软件的网络接口很好，里面有数据库。", "這個軟體的網路介面很好，裡面有資料庫。",
	"这個软體的网路接口很好，裡面有数据库。", "朝鮮战争後，各國签署了和平协议。\n运河的疏浚與闸门", "文件系統", "中文和日文", "简体中文 | 繁體中文",
	"カレー什么时来", "한국어 头发", "⿰亻言和⿰\n画板", "父\uF934老和资\uF9BE", "SQL注入和U盘，CP值，性价比 if语句", "a头b发c", "头\xff发\xe4\xb8里面", "𠮷野家的牛肉饭",
	"温昇豪与芸薹，什么都干。", "埠和通訊埠，存取檔案", "他姓于，在於此。于谦与范蠡", strings.Repeat("伪类", 60), strings.Repeat("这里很好，", 1200), strings.Repeat("甲乙", 3000) + "面里",
}

// Whatever is wanted of what an engine makes of a text, it is the same: a string, bytes
// behind others, a stream, edits, explanations; and the edits at cuts are its, but for words
// with another number of characters that reach over one.
func TestSinksAgree(t *testing.T) {
	words := convert.Glossary([]convert.Word{{Key: "软件", Value: "程序集"}, {Key: "里面", Value: "裏頭"}, {Key: "SQL", Value: "結構化查詢"}, {Key: "頭", Value: "头"}})
	var engines []*convert.Engine
	for _, v := range convert.Variants() {
		for _, opts := range [][]convert.Option{nil, {words}, {convert.From(convert.CN)}, {convert.Words(convert.NeverWords)}} {
			engines = append(engines, native(t, v, opts...))
		}
	}
	for _, config := range convert.Configs() {
		engines = append(engines, native(t, 0, convert.Config(config)), native(t, 0, convert.Config(config), words))
	}
	for i, e := range engines {
		for _, text := range sinkTexts {
			plain, _ := ways(t, e, text, nil)
			plain["append"] = strings.TrimPrefix(string(e.Append([]byte("before "), []byte(text))), "before ")
			for sink, got := range plain {
				require.Equal(t, plain["text"], got, "engine %d, to %v, %s: %.200q", i, e.Target(), sink, text)
			}
			for name, cuts := range map[string][]int{"none": nil, "everywhere": cutsOf(text, 1), "here and there": cutsOf(text, 5)} {
				atCuts(t, e, text, cuts, name)
			}
		}
	}
}

// cutsOf returns the offsets of every n-th character but the first.
func cutsOf(text string, n int) (cuts []int) {
	k := 0
	for i := range text {
		if k++; i > 0 && k%n == 0 {
			cuts = append(cuts, i)
		}
	}
	return cuts
}

// atCuts holds that edits at cuts are in order, apart and of whole characters, as many on both
// sides where there is a cut in one.
func atCuts(t *testing.T, e *convert.Engine, text string, cuts []int, name string) {
	t.Helper()
	edits := e.Edits(nil, []byte(text), cuts)
	at := 0
	for _, x := range edits {
		require.True(t, at <= x.Start && x.Start <= x.End && x.End <= len(text), "%v, cuts %s: %.200q %v", e.Target(), name, text, x)
		old := text[x.Start:x.End]
		require.True(t, utf8.ValidString(old) && utf8.ValidString(x.New) && old != x.New, "%v, cuts %s: %.200q %v", e.Target(), name, text, x)
		if reaches(cuts, x) {
			require.Equal(t, utf8.RuneCountInString(old), utf8.RuneCountInString(x.New), "%v, cuts %s: %.200q %v", e.Target(), name, text, x)
		}
		at = x.End
	}
	if len(cuts) == 0 {
		assert.Equal(t, e.String(text), string(convert.Splice(nil, []byte(text), edits)))
	}
}

func reaches(cuts []int, x convert.Edit) bool {
	i, _ := slices.BinarySearch(cuts, x.Start+1)
	return i < len(cuts) && cuts[i] < x.End
}
