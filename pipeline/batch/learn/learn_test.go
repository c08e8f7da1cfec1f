package learn_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
	"zhmd/convert/glossary"
	"zhmd/pipeline/batch/learn"
)

// learnFrom learns from pages that zhmd wrote in Taiwan's form.
func learnFrom(t *testing.T, target convert.Variant, known []convert.Word, pages ...learn.Page) *learn.Result {
	t.Helper()
	r, err := learn.Learn(pages, learn.Options{Target: target, Known: known, Engine: func(words []convert.Word) (*convert.Engine, error) {
		return convert.New(target, convert.Glossary(words))
	}})
	require.NoError(t, err)
	return r
}

// entries gives what is proposed as lines of a glossary without the target.
func entries(r *learn.Result) (all []string) {
	for _, e := range r.Entries {
		all = append(all, e.Key+"="+e.Value)
	}
	return all
}

func doubts(r *learn.Result) (all []string) {
	for _, d := range r.Doubts {
		all = append(all, d.Key+"="+d.Value+": "+d.Reason)
	}
	return all
}

func TestLearn(t *testing.T) {
	for _, c := range []struct {
		name, old, new string
		entries        []string
		doubts         []string
	}{
		{"a word", "這個軟體很好用。", "這個軟件很好用。", []string{"软件=軟件"}, nil},
		{"a character of a word", "請重新啟動這個資料庫。", "請重新啟動這個數據庫。", []string{"数据库=數據庫"}, nil},
		{"words beside each other", "這裡是滑鼠記憶體的說明。", "這裡是鼠標內存的說明。", []string{"鼠标=鼠標", "内存=內存"}, nil},
		{"a longer word", "這個記憶體很大。", "這個內存很大。", []string{"内存=內存"}, nil},
		{"through markup", "這個**軟**體很好用。", "這個**軟**件很好用。", []string{"软件=軟件"}, nil},
		{"not in code", "這個軟體 `軟體` 很好。", "這個軟體 `軟件` 很好。", nil, nil},
		{"a heading", "# 記憶體\n\n這是文字。", "# 內存\n\n這是文字。", []string{"内存=內存"}, nil},
		{"a cell", "| 名稱 | 記憶體 |\n|---|---|\n| 甲 | 乙 |", "| 名稱 | 內存 |\n|---|---|\n| 甲 | 乙 |", []string{"内存=內存"}, nil},
		{"front matter", "---\ntitle: 關於這個軟體的說明\n---\n", "---\ntitle: 關於這個軟件的說明\n---\n", []string{"软件=軟件"}, nil},
		{"punctuation", "這個軟體，很好用。", "這個軟體、很好用。", nil, nil},
		{"with punctuation", "這個軟體，很好用。", "這個軟件、很好用。", []string{"软件=軟件"}, nil},
		{"a word that came", "這個軟體很好用。", "這個軟體真的很好用。", nil, nil},
		{"a word that went", "這個軟體真的很好用。", "這個軟體很好用。", nil, nil},
		{"another sentence", "這個軟體很好用。", "明天天氣會比今天好。", nil, nil},
		{"ambiguous", "這個軟體，那個軟體。軟體、軟體。", "這個軟件，那個軟體。軟體、軟體。", nil, []string{"软件=軟件: 3 left alone; 这个软件 would be sure"}},
		{"left alone", "用軟體。\n\n用軟體。\n\n用軟體。", "用軟件。\n\n用軟體。\n\n用軟體。", nil, []string{"软件=軟件: 2 left alone"}},
		{"in context", "買軟體的人。\n\n買軟體的人。\n\n用軟體。\n\n用軟體。", "買軟件的人。\n\n買軟件的人。\n\n用軟體。\n\n用軟體。", []string{"买软件=買軟件"}, []string{"软件=軟件: 2 left alone; see 买软件"}},
		{"overlooked once", strings.Repeat("買軟體。\n\n", 11), strings.Repeat("買軟件。\n\n", 10) + "買軟體。", []string{"软件=軟件"}, nil},
		{"evidence for others", "寫程式碼的程式。\n\n寫程式碼的程式。\n\n新的程式碼。", "寫代碼的程式。\n\n寫代碼的程式。\n\n新的程式碼。", nil, []string{"写程序代码=寫代碼: 2 left alone that it would change"}},
		{"contradictory", "用軟體。\n\n用軟體。", "用軟件。\n\n用程式。", nil, []string{"软件=程式: 1 corrected otherwise", "软件=軟件: 1 corrected otherwise"}},
		{"the commoner", "用軟體。\n\n用軟體。\n\n用軟體。\n\n用軟體。", "用軟件。\n\n用軟件。\n\n用軟件。\n\n用程式。", []string{"软件=軟件"}, []string{"软件=程式: 3 corrected otherwise"}},
		{"stays as it is", "讀頭條新聞。", "讀头条新聞。", []string{"头条=头条"}, nil},
		{"an added line", "第一行。\n\n用軟體的人。", "第一行。\n\n新的一行文字。\n\n用軟件的人。", []string{"软件=軟件"}, nil},
		{"nothing", "這個軟體。", "這個軟體。", nil, nil},
		{"empty", "", "", nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := learnFrom(t, convert.TW, nil, learn.Page{Name: "a.md", Old: []byte(c.old), New: []byte(c.new)})
			assert.Equal(t, c.entries, entries(r))
			assert.ElementsMatch(t, c.doubts, doubts(r))
			assert.Equal(t, strings.HasPrefix(c.name, "overlooked"), r.Damaged > 0)
			readable(t, r)
		})
	}
}

// readable holds that both forms of what was learnt are read as it.
func readable(t *testing.T, r *learn.Result) {
	t.Helper()
	var want []convert.Word
	for _, e := range r.Entries {
		want = append(want, e.Word)
	}
	for name, data := range map[string][]byte{"a.yaml": r.YAML("a note"), "a.tsv": r.Lines("a note")} {
		words, err := glossary.Parse(name, data)
		require.NoError(t, err)
		assert.ElementsMatch(t, want, words)
	}
}

// TestSource takes the words from the source where it is given: 預設 was 缺省, which
// nothing else tells.
func TestSource(t *testing.T) {
	page := learn.Page{Name: "a.md", Old: []byte("這個**預**設和說明。\n\n另一個預設。"), New: []byte("這個**默**認和說明。\n\n另一個預設。")}
	r := learnFrom(t, convert.TW, nil, page)
	assert.Empty(t, entries(r))
	assert.Equal(t, []string{"预设=默認: 1 left alone; 这个预设 would be sure"}, doubts(r))

	page.Source = []byte("这个**缺**省和说明。\n\n另一个预设。")
	r = learnFrom(t, convert.TW, nil, page)
	assert.Equal(t, []string{"缺省=默認"}, entries(r))
	assert.Empty(t, r.Strayed)

	page.Source = []byte("这个**缺**省和说明。\n\n另一新个预设。")
	r = learnFrom(t, convert.TW, nil, page)
	assert.Equal(t, []string{"缺省=默認"}, entries(r))
	assert.Equal(t, []string{"a.md"}, r.Strayed)

	page.Source = []byte("完全不同的另一页，和它没有关系。")
	r = learnFrom(t, convert.TW, nil, page)
	assert.Empty(t, entries(r))
	assert.Equal(t, []string{"预设=默認: 1 left alone; 这个预设 would be sure"}, doubts(r))
	assert.Equal(t, []string{"a.md"}, r.Strayed)
}

func TestKnown(t *testing.T) {
	page := learn.Page{Old: []byte("這個軟體用滑鼠。"), New: []byte("這個軟件用鼠標。")}
	known := []convert.Word{{Key: "软件", Value: "軟件"}}
	r := learnFrom(t, convert.TW, known, page)
	assert.Equal(t, []string{"鼠标=鼠標"}, entries(r), "the page was written without the glossary")
	assert.Equal(t, 2, r.Learnt)

	known = []convert.Word{{Key: "软件", Value: "軟體"}}
	r = learnFrom(t, convert.TW, known, page)
	assert.Equal(t, []string{"鼠标=鼠標"}, entries(r))
	assert.Equal(t, []string{"软件=軟件: your glossary has 軟體 for it"}, doubts(r))
	assert.Equal(t, 1, r.Learnt)
}
