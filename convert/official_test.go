package convert_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"zhmd/convert"
	"zhmd/convert/internal/npmtest"
)

// defaults are what an engine that goes by words is asked for where OpenCC is
// asked for a configuration. Japanese is not its business.
var defaults = map[string]struct {
	from, to convert.Variant
	words    convert.Vocabulary
}{
	"s2t": {convert.Hans, convert.Hant, convert.AutoWords}, "t2s": {convert.Hant, convert.Hans, convert.AutoWords},
	"s2tw": {convert.Hans, convert.TW, convert.NeverWords}, "tw2s": {convert.TW, convert.Hans, convert.AutoWords},
	"s2twp": {convert.CN, convert.TW, convert.AutoWords}, "tw2sp": {convert.TW, convert.CN, convert.AutoWords},
	"s2hk": {convert.Hans, convert.HK, convert.NeverWords}, "hk2s": {convert.HK, convert.Hans, convert.AutoWords},
	"s2hkp": {convert.CN, convert.HK, convert.AutoWords}, "hk2sp": {convert.HK, convert.CN, convert.AutoWords},
	"t2tw": {convert.Hant, convert.TW, convert.NeverWords}, "tw2t": {convert.TW, convert.Hant, convert.AutoWords},
	"t2hk": {convert.Hant, convert.HK, convert.NeverWords}, "hk2t": {convert.HK, convert.Hant, convert.AutoWords},
}

// otherwise lists the cases of OpenCC's own that the default answers otherwise than
// OpenCC, with the reason why that is right, or at least no worse.
var otherwise = []struct{ config, input, got, why string }{
	{"tw2sp", "畫素 畫素藉由 圖示 圖示覆蓋[sic]", "像素 像素借由 图标 图标覆盖[sic]",
		"OpenCC misses 像素 before 藉由 and 图标 before 覆蓋, and says so itself: regional words are found where words end"},
	{"s2hk", "恒生大学 恒生指数 观塘线 港岛线 恆生大學 恆生指數 觀塘線 港島線",
		"恒生大學 恒生指數 觀塘綫 港島綫 恆生大學 恆生指數 觀塘綫 港島綫",
		"the second half is Traditional text already, in which 恆 is a matter of taste"},
	{"s2twp", "现代无线通信技术可以通过无线信道进行高速传输，不受电缆束缚",
		"現代無線通訊技術可以透過無線通道進行高速傳輸，不受電纜束縛",
		"what is done by means of something is done 透過 it"},
}

func TestOfficialCasesByWords(t *testing.T) {
	n := 0
	for _, c := range npmtest.Cases(t) {
		d, ok := defaults[c.Config]
		if !ok {
			continue
		}
		n++
		want := c.Want
		for _, o := range otherwise {
			if o.config == c.Config && o.input == c.Input {
				want = o.got
				assert.NotEqual(t, c.Want, want, "it is as OpenCC's: take it off the list: %s", c.Input)
			}
		}
		e := native(t, d.to, convert.From(d.from), convert.Words(d.words))
		assert.Equal(t, want, e.String(c.Input), "%s %s", c.Config, c.Input)
	}
	assert.Less(t, len(otherwise)*100, 3*n, "at most three in a hundred")
}
