package longbridge_test

import (
	"fmt"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
	"zhmd/convert/longbridge"
)

func engine(t testing.TB, to, from convert.Variant) *longbridge.Engine {
	e, err := longbridge.New(to, from)
	require.NoError(t, err)
	return e
}

func run(e *longbridge.Engine, text string, cuts ...int) string {
	return string(convert.Splice(nil, []byte(text), e.Edits(nil, []byte(text), cuts)))
}

func TestConversion(t *testing.T) {
	for _, c := range []struct {
		to, from   convert.Variant
		text, want string
	}{
		{convert.Hans, 0, "簡體中文與滑鼠", "简体中文与滑鼠"},
		{convert.Hant, 0, "简体中文的软件", "簡體中文的軟件"},
		{convert.TW, 0, "鼠标和软件", "滑鼠和軟體"},
		{convert.HK, 0, "这里的软件", "這裏的軟件"},
		{convert.CN, 0, "滑鼠和軟體", "鼠标和软件"},
		{convert.TW, convert.Hant, "裏面的軟件", "裡面的軟件"},
		{convert.CN, convert.TW, "列印軟體", "打印软件"},
		{convert.Hans, convert.HK, "這裏", "这里"},
		{convert.TW, 0, "", ""},
		{convert.TW, 0, "plain ASCII\r\n", "plain ASCII\r\n"},
	} {
		assert.Equal(t, c.want, run(engine(t, c.to, c.from), c.text), "%v to %v: %s", c.from, c.to, c.text)
	}
}

func TestNewRefusesWhatThePortLacks(t *testing.T) {
	_, err := longbridge.New(convert.Hant, convert.TW)
	assert.ErrorContains(t, err, "zh-TW to zh-Hant")
}

// The port replaces each byte that is not UTF-8 by U+FFFD.
func TestBytesThatAreNotUTF8Stay(t *testing.T) {
	e := engine(t, convert.Hant, 0)
	for text, want := range map[string]string{
		"汉\xff语":              "漢\xff語",
		"\xe6\xb1汉":           "\xe6\xb1漢",
		"汉\xed\xa0\x80语":      "漢\xed\xa0\x80語", // a lone surrogate
		"汉\x00语":              "漢\x00語",
		"汉\uFFFD语":            "漢\uFFFD語",
		"\xff":                "\xff",
		"汉\xe6\xb1":           "漢\xe6\xb1",
		"汉\xc0\x80语\xf8\xff汉": "漢\xc0\x80語\xf8\xff漢",
	} {
		assert.Equal(t, want, run(e, text), "%q", text)
	}
}

func TestEditsAreSmallAndInOrder(t *testing.T) {
	e := engine(t, convert.TW, 0)
	text := "用软件\n打印U盘的文件"
	edits := e.Edits(nil, []byte(text), nil)
	assert.Equal(t, []convert.Edit{
		{Start: 3, End: 9, New: "軟體"},
		{Start: 10, End: 29, New: "列印隨身碟的檔案"},
	}, edits)
}

func TestNoPhraseCrossesACut(t *testing.T) {
	e := engine(t, convert.Hant, 0)
	assert.Equal(t, "頭髮", run(e, "头发"))
	assert.Equal(t, "頭發", run(e, "头发", 3))
	assert.Equal(t, "頭髮頭髮", run(e, "头发头发", 6))
}

func TestEditsAppends(t *testing.T) {
	e := engine(t, convert.Hant, 0)
	first := convert.Edit{Start: 1, End: 2, New: "x"}
	assert.Equal(t, first, e.Edits([]convert.Edit{first}, []byte("汉"), nil)[0])
}

func TestManyGoroutines(t *testing.T) {
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			e, err := longbridge.New(convert.Variants()[i%5], 0)
			assert.NoError(t, err)
			assert.NotEmpty(t, run(e, fmt.Sprintf("汉语漢語 %d", i)))
		})
	}
	wg.Wait()
}
