package convert_test

import (
	"bytes"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"

	"zhmd/convert"
)

var (
	_ convert.DocumentConverter = (*convert.Engine)(nil)
	_ convert.Targeted          = (*convert.Engine)(nil)
)

func TestProfile(t *testing.T) {
	mainland := strings.Repeat("用這個軟件打印網絡上的數據。", 3)
	for text, want := range map[string][2]convert.Variant{
		"":                     {},
		"plain ASCII\xff":      {},
		"这个软件":                 {convert.Hans, 0},
		"這個軟件\n这个\xff這個":       {convert.Hant, 0},
		"這個軟件\xff这个\xff软件":     {convert.Hans, 0},
		mainland:               {convert.Hant, convert.CN},
		mainland + "\xff軟體，軟體": {convert.Hant, 0},
	} {
		p := convert.NewProfile(convert.ProfileInput{Text: []byte(text)})
		assert.Equal(t, want, [2]convert.Variant{p.Script(), p.Region()}, text)
	}
}

// Each part of what a document tells has its bearing on the texts of the document.
func TestForDocument(t *testing.T) {
	mainland := []byte(strings.Repeat("用這個軟件打印網絡上的數據。\n", 3))
	names := []byte("我和余海，還說了。在這裡。\n余海说了")
	for _, c := range []struct {
		name          string
		target        convert.Variant
		in            convert.ProfileInput
		text          string
		alone, inside string
	}{
		{"nothing", convert.TW, convert.ProfileInput{}, "去这里登陆", "去這裡登陸", "去這裡登陸"},
		{"source", convert.TW, convert.ProfileInput{Source: convert.Hant}, "皇后后里", "皇后後裡", "皇后后里"},
		{"topics", convert.TW, convert.ProfileInput{Topics: []string{"it"}}, "去这里登陆", "去這裡登陸", "去這裡登入"},
		{"topics of another converter", convert.TW, convert.ProfileInput{Topics: []string{"knitting"}}, "去这里登陆", "去這裡登陸", "去這裡登陸"},
		{"lead", convert.TW, convert.ProfileInput{Lead: []byte(strings.Repeat("网站的服务器、数据库和软件的接口\n", 5))}, "去这里登陆", "去這裡登陸", "去這裡登入"},
		{"title", convert.TW, convert.ProfileInput{Title: []byte("网站的服务器、数据库")}, "去这里登陆", "去這裡登陸", "去這裡登入"},
		{"code in blocks", convert.TW, convert.ProfileInput{CodeBlocks: true}, "去这里登陆", "去這裡登陸", "去這裡登入"},
		{"code in lines", convert.TW, convert.ProfileInput{CodeSpans: true}, "去这里登陆", "去這裡登陸", "去這裡登陸"},
		{"script", convert.TW, convert.ProfileInput{Text: mainland, CodeBlocks: true}, "去这里登陆", "去這裡登陸", "去這裡登陸"},
		{"region", convert.TW, convert.ProfileInput{Text: mainland}, "這個軟件", "這個軟件", "這個軟體"},
		{"region that is not asked for", convert.Hant, convert.ProfileInput{Text: mainland}, "這個軟件", "這個軟件", "這個軟件"},
		{"names", convert.Hant, convert.ProfileInput{Text: names}, "余海说了，在里面", "餘海說了，在裏面", "余海說了，在裡面"},
	} {
		e := native(t, c.target)
		assert.Equal(t, c.inside, inDocument(e, c.in).String(c.text), c.name)
		assert.Equal(t, c.alone, e.String(c.text), c.name)
	}
}

// What the text tells is found when it is asked for first, and once for all targets.
func TestProfileIsFoundOnce(t *testing.T) {
	hans, hant := []byte("这个软件。"), []byte("這個軟件。")
	text := bytes.Clone(hans)
	p := convert.NewProfile(convert.ProfileInput{Text: text})
	copy(text, hant)
	assert.Equal(t, convert.Hant, p.Script(), "not before it is asked for")
	copy(text, hans)
	assert.Equal(t, convert.Hant, p.Script(), "once")
}

// A profile is for engines of several goroutines. The race detector holds this.
func TestProfileOfTargetsAtOnce(t *testing.T) {
	text := strings.Repeat("用這個軟件打印網絡上的數據。\n", 3) + "于谦说"
	for range 20 {
		p := convert.NewProfile(convert.ProfileInput{Text: []byte(text), CodeBlocks: true})
		var all sync.WaitGroup
		for _, v := range convert.Variants() {
			e := native(t, v)
			all.Go(func() {
				want := inDocument(e, p.Input()).String(text)
				assert.Equal(t, want, e.ForDocument(p).(*convert.Engine).String(text))
			})
		}
		all.Wait()
	}
}

// What a document says does not matter to an engine of one of OpenCC's configurations.
func TestExactEnginesAreForAnyDocument(t *testing.T) {
	e := native(t, 0, convert.Config("s2twp"))
	assert.Same(t, e, inDocument(e, convert.ProfileInput{Source: convert.Hant, Topics: []string{"it"}, Text: []byte("這個")}))
}
