package convert_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
	"zhmd/convert/longbridge"
)

// cases run on every engine. Where the port gives something else, port says
// what and why.
var cases = []struct {
	to, from   convert.Variant
	text, want string
	port, why  string
}{
	{to: convert.Hans, text: "簡體中文與滑鼠", want: "简体中文与滑鼠"},
	{to: convert.Hant, text: "简体中文的软件", want: "簡體中文的軟件"},
	{to: convert.TW, text: "鼠标和软件", want: "滑鼠和軟體"},
	{to: convert.TW, text: "打印文件", want: "列印檔案"},
	{to: convert.CN, text: "滑鼠和軟體", want: "鼠标和软件"},
	{to: convert.CN, from: convert.TW, text: "列印軟體", want: "打印软件"},
	{to: convert.TW, from: convert.Hant, text: "裏面的軟件", want: "裡面的軟件"},
	{to: convert.Hans, from: convert.HK, text: "這裏", want: "这里"},
	{to: convert.Hant, text: "头发和发展", want: "頭髮和發展"},
	{to: convert.Hant, text: "头发头发", want: "頭髮頭髮"},
	{to: convert.Hant, text: "汉\xff语\x00", want: "漢\xff語\x00"},
	{to: convert.Hant, text: "汉\xed\xa0\x80语\xe6\xb1", want: "漢\xed\xa0\x80語\xe6\xb1"},
	{to: convert.TW, text: "", want: ""},
	{to: convert.TW, text: "plain ASCII\r\n", want: "plain ASCII\r\n"},
	{to: convert.Hant, text: "⿰亻汉", want: "⿰亻汉", port: "⿰亻漢", why: "it knows nothing of description sequences"},
	{to: convert.Hant, text: "\uf9d1", want: "六", port: "\uf9d1", why: "it does not normalise"},
	{to: convert.TW, text: "后处理器", want: "後處理器"},
	{to: convert.TW, text: "SQL注入攻击", want: "SQL隱碼攻擊"},
	{to: convert.TW, text: "市场营销", want: "市場行銷", port: "市場營銷", why: "its words are those of 2020"},
	{to: convert.TW, text: "范式转移", want: "範式轉移", port: "正規化轉移", why: "it does not cut the text into phrases first"},
	{to: convert.HK, text: "这里的线上软件", want: "這裏的線上軟件"},
}

func converters(t *testing.T, to, from convert.Variant) map[string]convert.Converter {
	native, err := convert.New(to, convert.From(from))
	require.NoError(t, err)
	all := map[string]convert.Converter{"native": native}
	if port, err := longbridge.New(to, from); err == nil {
		all["longbridge"] = port
	}
	return all
}

func TestCasesOnEveryEngine(t *testing.T) {
	for _, c := range cases {
		for name, engine := range converters(t, c.to, c.from) {
			want := c.want
			if name == "longbridge" && c.why != "" {
				want = c.port
			}
			edits := engine.Edits(nil, []byte(c.text), nil)
			assert.Equal(t, want, string(convert.Splice(nil, []byte(c.text), edits)), "%s: %v to %v: %q", name, c.from, c.to, c.text)
		}
	}
}
