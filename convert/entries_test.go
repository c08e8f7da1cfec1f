package convert_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"

	"zhmd/convert/internal/table"
)

// isLetters reports whether s is not empty and nothing but letters, marks and numbers
// that are not ASCII.
func isLetters(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool {
		return r <= unicode.MaxASCII || !unicode.In(r, unicode.L, unicode.M, unicode.N)
	})
}

// TestEntriesExchangeLetters walks all entries of all dictionaries: each puts
// letters in the place of letters but for 41 that hold ASCII (SQL注入, A型肝炎,
// 伯克希尔-哈撒韦) or a middle dot (沃恩·威廉斯). Package pipeline relies on it for speed:
// a document in which letters take the place of letters is read as before.
func TestEntriesExchangeLetters(t *testing.T) {
	entries, others := 0, map[string]string{}
	for _, c := range table.Source() {
		groups := append(c.Chain, c.Normalize...)
		if c.Segment != nil {
			groups = append(groups, c.Segment)
		}
		for _, g := range groups {
			for _, d := range g.Dicts() {
				for key, values := range d.Entries {
					entries++
					if key != values[0] && !(isLetters(key) && isLetters(values[0])) {
						others[key] = values[0]
					}
				}
			}
		}
	}
	t.Logf("%d entries; other than letters for letters: %v", entries, others)
	assert.Len(t, others, 41)
	for key, value := range others {
		assert.Regexp(t, "[A-Z·-]", key+value)
	}
}
