package convert_test

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
)

// What is made of many words is made once for all engines that have the same option, and
// for those that an engine gives for what a document says of itself.
func TestEnginesShareWhatIsMadeOfAGlossary(t *testing.T) {
	list := wordList(0, 3000)
	own := convert.Glossary(list)
	e := native(t, convert.TW, own)
	for name, again := range map[string]func() (*convert.Engine, error){
		"source": func() (*convert.Engine, error) {
			return inDocument(e, convert.ProfileInput{Source: convert.Hans}), nil
		},
		"topics": func() (*convert.Engine, error) {
			return inDocument(e, convert.ProfileInput{Topics: []string{"it"}}), nil
		},
		"target": func() (*convert.Engine, error) { return convert.New(convert.HK, own) },
		"config": func() (*convert.Engine, error) { return convert.New(0, convert.Config("s2t"), own) },
	} {
		allocations := testing.AllocsPerRun(5, func() {
			engine, err := again()
			require.NoError(t, err)
			require.Equal(t, list[7].Value, engine.String(list[7].Key))
		})
		assert.Less(t, allocations, 1000.0, name)
	}
}

// Words that count for some targets alone are compiled apart, whoever asks first.
func TestWordsOfTargetsThatShareAGlossary(t *testing.T) {
	own := convert.Glossary([]convert.Word{
		{Key: "服务器", Value: "伺服", Targets: []convert.Variant{convert.TW}},
		{Key: "服务器", Value: "服務機", Targets: []convert.Variant{convert.HK}},
		{Key: "网站", Value: "站點"},
	})
	assert.Equal(t, "伺服器的站點", native(t, 0, convert.Config("s2twp"), own).String("服务器的网站"), "words of targets do not count where there is none")
	want := map[convert.Variant]string{convert.TW: "伺服的站點", convert.HK: "服務機的站點", convert.Hant: "服務器的站點", convert.Hans: "服务器的站點"}
	var all sync.WaitGroup
	for range 4 {
		for target, want := range want {
			all.Go(func() {
				e, err := convert.New(target, own)
				assert.NoError(t, err)
				assert.Equal(t, want, e.String("服务器的网站"))
			})
		}
	}
	all.Wait()
	more := native(t, convert.TW, own, convert.Glossary([]convert.Word{{Key: "网页", Value: "頁"}}))
	assert.Equal(t, "伺服的站點的頁", more.String("服务器的网站的网页"))
	_, err := convert.New(convert.TW, own, convert.Glossary([]convert.Word{{Key: "网站", Value: "x"}}))
	assert.Error(t, err)
	assert.Equal(t, "伺服", native(t, convert.TW, own).String("服务器"))
	assert.Equal(t, "伺服器", native(t, 0, convert.Config("s2twp"), own).String("服务器"))
}

// The words are as they were when the option was made.
func TestGlossaryKeepsItsWords(t *testing.T) {
	list := []convert.Word{{Key: "服务器", Value: "伺服"}, {Key: "网站", Value: "站點"}}
	e := native(t, convert.TW, convert.Glossary(list))
	list[1] = list[0]
	again := inDocument(e, convert.ProfileInput{Source: convert.Hans})
	assert.Equal(t, "伺服的站點", again.String("服务器的网站"))
}
