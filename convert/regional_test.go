package convert_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
)

// TestTheTableOfRegionalWords is the linter of the table: it is sorted, no word is there
// twice under one condition, every row is reached, none leads to another, those that say
// so lead back, and none changes text that is right in Taiwan already.
func TestTheTableOfRegionalWords(t *testing.T) {
	rows := convert.RegionalWords()
	domain := func(row convert.RegionalWord) string { // of which there may be several
		if row.When == "domain" {
			return "\t" + row.Domain
		}
		return ""
	}
	byKey := func(a, b convert.RegionalWord) int {
		return strings.Compare(a.Mainland+"\t"+a.When+domain(a), b.Mainland+"\t"+b.When+domain(b))
	}
	assert.True(t, slices.IsSortedFunc(rows, byKey), "it is sorted by the mainland's word and the condition")
	toTaiwan, again := native(t, convert.TW, convert.From(convert.CN)), native(t, convert.TW)
	back := native(t, convert.CN, convert.From(convert.TW))
	for i, row := range rows {
		if i > 0 {
			assert.NotEqual(t, 0, byKey(rows[i-1], row), "%s is there twice", row.Mainland)
		}
		if row.Mainland != row.Taiwan { // else the row says where the word stays
			assert.Equal(t, row.Taiwan, again.String(row.Taiwan), "%s: Taiwan's word is changed again", row.Mainland)
		}
		if row.When != "" {
			continue
		}
		assert.Equal(t, row.Taiwan, toTaiwan.String(row.Mainland), "%s is not reached", row.Mainland)
		if row.Both {
			assert.Equal(t, row.Mainland, back.String(row.Taiwan), "%s does not lead back", row.Taiwan)
		}
	}
}

// TestSentences converts sentences with words that are ambiguous between regions, ten for
// each of thirty, half of them in each sense. They were written before the rules.
func TestSentences(t *testing.T) {
	data, err := os.ReadFile("testdata/sentences.tsv")
	require.NoError(t, err)
	e := native(t, convert.TW, convert.From(convert.CN))
	wrong, n := 0, 0
	for line := range strings.Lines(string(data)) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		require.Len(t, fields, 3)
		n++
		if got := e.String(fields[1]); got != fields[2] {
			wrong++
			t.Logf("%s: %s\n\twant %s\n\tgot  %s", fields[0], fields[1], fields[2], got)
		}
	}
	require.Equal(t, 300, n)
	t.Logf("%d of %d are right", n-wrong, n)
	assert.LessOrEqual(t, wrong, n*sentencesWrong/100)
}

// sentencesWrong is how many in a hundred sentences may be wrong. The table of OpenCC
// gets 48 wrong.
const sentencesWrong = 5
