package learn

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
	"zhmd/pipeline/batch/merge"
)

// TestPairs holds which words of two texts are taken for what became of which.
func TestPairs(t *testing.T) {
	for _, c := range []struct {
		old, new string
		want     []string
	}{
		{"用軟體工作", "用軟件工作", []string{"軟體>軟件"}},
		{"資料庫很大", "數據庫很大", []string{"資料庫>數據庫"}},
		{"這個記憶體很大", "這個內存很大", []string{"記憶體>內存"}},
		{"滑鼠記憶體", "鼠標內存", []string{"滑鼠>鼠標", "記憶體>內存"}},
		{"軟體，很好", "軟件、很好", []string{"軟體>軟件", "，>、"}},
		{"很好的軟體", "很好軟體", []string{"的>"}},
		{"軟體很好", "這軟體很好", []string{">這"}},
		{"用程式工作", "用應用工作", []string{"程式>應用"}},
		{"怎樣列印", "樣甲列印", []string{"怎樣>樣甲"}},
		{"用 App 工作", "用 Web 工作", []string{"App>Web"}},
		{"軟體", "軟體", nil},
	} {
		l, err := newLearner(Options{Target: convert.TW, Engine: func([]convert.Word) (*convert.Engine, error) { return convert.New(convert.TW) }})
		require.NoError(t, err)
		p := &page{old: c.old + "\n", new: c.new + "\n"}
		p.changes = merge.Changes([]byte(p.old), []byte(p.new))
		l.guess(p, Page{Old: []byte(c.old)})
		p.units = p.unitsBy(l.speller)
		x := corrector{learner: l, page: p, spelt: l.speller.spell(p.new)}
		var got []string
		for _, pair := range x.pairs() {
			if pair.verdict != same {
				got = append(got, pair.was+">"+pair.is)
			}
		}
		assert.Equal(t, c.want, got, c.old)
	}
}

func TestProject(t *testing.T) {
	tokens := []token{{0, 2, 0, 2}, {2, 4, 2, 4}, {4, 6, 4, 6}}
	for _, c := range []struct {
		name    string
		changes []merge.Change
		size    int
		want    []token
	}{
		{"nothing", nil, 6, tokens},
		{"a word", []merge.Change{{Lo: 2, Hi: 4, From: 2, To: 7}}, 9, []token{{0, 2, 0, 2}, {2, 4, 2, 7}, {4, 6, 7, 9}}},
		{"through two", []merge.Change{{Lo: 1, Hi: 3, From: 1, To: 2}}, 5, []token{{0, 4, 0, 3}, {4, 6, 3, 5}}},
		{"put in between", []merge.Change{{Lo: 2, Hi: 2, From: 2, To: 3}}, 7, []token{{0, 2, 0, 2}, {2, 4, 2, 5}, {4, 6, 5, 7}}},
		{"put in at the end", []merge.Change{{Lo: 6, Hi: 6, From: 6, To: 8}}, 8, []token{{0, 2, 0, 2}, {2, 4, 2, 4}, {4, 6, 4, 8}}},
		{"taken out", []merge.Change{{Lo: 2, Hi: 4, From: 2, To: 2}}, 4, []token{{0, 2, 0, 2}, {2, 4, 2, 2}, {4, 6, 2, 4}}},
	} {
		assert.Equal(t, c.want, project(tokens, c.changes, c.size), c.name)
	}
	assert.Equal(t, []token{{to: 3}}, project(nil, nil, 3))
}
