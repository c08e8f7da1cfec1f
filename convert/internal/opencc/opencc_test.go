package opencc

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseDict(t *testing.T) {
	d, err := ParseDict("X", strings.NewReader("# note\n\n头\t頭\n发\t發 髮\n"))
	require.NoError(t, err)
	assert.Equal(t, map[string][]string{"头": {"頭"}, "发": {"發", "髮"}}, d.Entries)
	for text, message := range map[string]string{
		"头頭\n":              "X.txt:1: not a key",
		"头\t頭\n\t發\n":       "X.txt:2: not a key",
		"头\t\n":             "X.txt:1: not a key",
		"# a\n头\t頭\n头\t投\n": "X.txt:3: the key \"头\" is there twice",
	} {
		_, err := ParseDict("X", strings.NewReader(text))
		assert.ErrorContains(t, err, message)
	}
}

func TestIDS(t *testing.T) {
	for text, want := range map[string]int{
		"":         0,
		"汉":        0,
		"⿰汉":       0,
		"⿰汉语":      3,
		"⿰汉语言":     3,
		"⿲汉语言":     4,
		"⿰⿱汉语言":    5,
		"⿰汉⿱语言":    5,
		"⿰汉⿱语":     3, // the second part is no sequence, so a character
		"⿰⿰汉":      3, // so is the first
		"⿿汉语":      3,
		"⿳⿰汉语⿱言字漢": 8,
		"⿰" + strings.Repeat("⿰汉", 40) + "语":  0,
		"⿰" + strings.Repeat("⿰汉", 20) + "语字": 43,
	} {
		assert.Equal(t, want, IDS([]rune(text)), text)
	}
}

func dict(name string, pairs ...string) *Group {
	d := &Dict{Name: name, Entries: map[string][]string{}}
	for i := 0; i < len(pairs); i += 2 {
		d.Entries[pairs[i]] = strings.Fields(pairs[i+1])
		d.longest = max(d.longest, len([]rune(pairs[i])))
	}
	return &Group{Dict: d}
}

func TestGroups(t *testing.T) {
	short, long := dict("a", "头", "1", "头发", "2"), dict("b", "头发丝", "3", "发", "4")
	circuit := &Group{Parts: []*Group{short, long}}
	union := &Group{Union: true, Parts: []*Group{short, long}}
	assert.Equal(t, 2, circuit.Match([]rune("头发丝")).Len)
	assert.Equal(t, 3, union.Match([]rune("头发丝")).Len)
	assert.Equal(t, "b", circuit.Match([]rune("发丝")).Dict.Name)
	assert.Zero(t, union.Match([]rune("丝")).Len)
}

func TestSegments(t *testing.T) {
	c := &Config{
		Normalize: []*Group{dict("n", "\uf9d1", "六")},
		Segment:   dict("s", "头发", "頭髮"),
		Chain:     []*Group{{Parts: []*Group{dict("s", "头发", "頭髮"), dict("c", "发", "發", "展", "展")}}, dict("t", "發展", "X", "髮發", "Y", "六", "Z")},
	}
	assert.Equal(t, "頭髮X", c.Convert("头发发展"))
	assert.Equal(t, "Z⿰发展發", c.Convert("\uf9d1⿰发展发"))
	s := c.Segments("\uf9d1头发")
	require.Len(t, s, 2)
	assert.Equal(t, "\uf9d1", s[0].Source)
	assert.Equal(t, "Z", s[0].Result)
	assert.Equal(t, "t", s[0].Stages[1][0].Dict.Name)
	assert.Equal(t, "头发", s[1].Source)
}
