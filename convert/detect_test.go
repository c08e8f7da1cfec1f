package convert_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"zhmd/convert"
)

func ExampleDetect() {
	d := convert.Detect("這個軟體有些檔案，再把檔案存到隨身碟裡")
	fmt.Println(d.Script, d.Region)
	for _, r := range d.Reasons[:2] {
		fmt.Println(r)
	}
	// Output:
	// zh-Hant zh-TW
	// 檔 is zh-Hant (2)
	// 檔案 is zh-TW (2)
}

func TestDetect(t *testing.T) {
	for text, want := range map[string][2]convert.Variant{
		"":            {},
		"plain ASCII": {},
		"山水":          {},
		"这个软件":        {convert.Hans, 0},
		"這個軟件":        {convert.Hant, 0},
		strings.Repeat("用這個軟件打印網絡上的數據，", 3): {convert.Hant, convert.CN},
		strings.Repeat("用这个软件打印网络上的数据，", 3): {convert.Hans, convert.CN},
		"用這個軟體列印網路上的檔案":                     {convert.Hant, convert.TW},
	} {
		d := convert.Detect(text)
		assert.Equal(t, want, [2]convert.Variant{d.Script, d.Region}, text)
	}
}

// A document in Traditional characters with the mainland's words gets Taiwan's; one
// with Taiwan's words keeps what it has of the mainland's.
func TestWordsOfTheTargetsOwnScript(t *testing.T) {
	line := "用這個軟件打印網絡上的數據。"
	for more, want := range map[string]string{
		"":                      "用這個軟件打印網絡上的數據。",
		strings.Repeat(line, 3): "用這個軟體列印網路上的資料。",
		strings.Repeat(line, 3) + "軟體，軟體": "用這個軟件打印網絡上的數據。",
	} {
		e := inDocument(native(t, convert.TW), convert.ProfileInput{Text: []byte(line + more)})
		assert.Equal(t, want, e.String(line), more)
	}
}

// A word that Taiwan writes as Simplified text does, and other Traditional text does
// not, is the mainland's only where the text is.
func TestWordInTaiwansShape(t *testing.T) {
	e := native(t, convert.TW)
	assert.Equal(t, "老年性痴呆症", e.String("老年性癡呆症"))
	assert.Equal(t, "老年性痴呆症", e.String("老年性痴呆症"))
	assert.Equal(t, "這是老年失智症", e.String("这是老年性痴呆症"))
}

// What one engine is told that a text is about is not told to others.
func TestAboutIsForOneEngine(t *testing.T) {
	e := native(t, convert.TW)
	it, science := inDocument(e, convert.ProfileInput{Topics: []string{"it"}}), inDocument(e, convert.ProfileInput{Topics: []string{"science"}})
	for engine, want := range map[*convert.Engine]string{e: "去這裡登陸，激素", it: "去這裡登入，激素", science: "去這裡登陸，荷爾蒙"} {
		assert.Equal(t, want, engine.String("去这里登陆，激素"))
	}
}
