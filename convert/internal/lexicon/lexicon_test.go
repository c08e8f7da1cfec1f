package lexicon_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert/converttest"
	"zhmd/convert/internal/lexicon"
	"zhmd/convert/internal/lexicon/wordtest"
)

// TestTheEmbeddedWordsAreTheLists makes the table anew and compares all of it with
// what is embedded.
func TestTheEmbeddedWordsAreTheLists(t *testing.T) {
	converttest.Full(t)
	compiled, err := lexicon.Compiled(wordtest.Dir(t))
	require.NoError(t, err)
	embedded, err := os.ReadFile("../words/words.table")
	require.NoError(t, err)
	assert.True(t, bytes.Equal(compiled, embedded), "run go generate ./convert/...")
}

func TestTheEmbeddedTablesAreTheFiles(t *testing.T) {
	packed, err := lexicon.Pack(".")
	require.NoError(t, err)
	embedded, err := os.ReadFile("tables.zip")
	require.NoError(t, err)
	assert.True(t, bytes.Equal(packed, embedded), "run go generate ./convert/...")
}

func TestReadRows(t *testing.T) {
	rows, err := lexicon.ReadRows("x.tsv", strings.NewReader("# c\n系\t係\t0\n\n并送\t併送\t50\n"))
	require.NoError(t, err)
	assert.Equal(t, []lexicon.Row{{"系", "係", 0}, {"并送", "併送", 50}}, rows)
	for file, want := range map[string]string{
		"系\t係":               "x.tsv:1: not a word",
		"# c\n系\t係係\t0":      "x.tsv:2: \"系\" and \"係係\" are not of one length",
		"系\t係\t0\n系\t係\t0\n": "x.tsv:2: \"系\" is there twice",
		"系\t係\tx":            "x.tsv:1: ",
	} {
		_, err := lexicon.ReadRows("x.tsv", strings.NewReader(file))
		assert.ErrorContains(t, err, want)
	}
	_, err = lexicon.Own()
	assert.NoError(t, err)
}

func TestReadRegional(t *testing.T) {
	rows, err := lexicon.ReadRegional("x.tsv", strings.NewReader("# c\n软件\t軟體\t=\tit\tboth\t\tknown\n登陆\t登入\t登入\tit\tto\tbefore:网站|系统\tknown\n"))
	require.NoError(t, err)
	require.Len(t, rows, 2)
	assert.True(t, rows[0].Both && rows[0].When.None())
	assert.Equal(t, []string{"网站", "系统"}, rows[1].When.Before)
	for row, want := range map[string]string{
		"软件\t軟體":                                       "x.tsv:1:4: 2 columns where there have to be 7",
		"软件\t\t=\tit\tboth\t\tknown":                   "x.tsv:1:4: a word is missing",
		"软件\t軟體\t=\tcars\tboth\t\tknown":               "x.tsv:1:9: unknown domain \"cars\"",
		"软件\t軟體\t=\tit\tback\t\tknown":                 "x.tsv:1:12: the direction \"back\" is not both or to",
		"软件\t軟體\t=\tit\tto\tnear:字\tknown":             "x.tsv:1:15: the condition \"near:字\" is none of",
		"软件\t軟體\t=\tit\tto\tbefore:字||字\tknown":        "x.tsv:1:15: the condition \"before:字||字\" names no word",
		"# c\n软件\t軟體\t=\tit\tto\tafter:\tknown":        "x.tsv:2:15: ",
		"软件\t軟體\t=\tit\tto\t\tknown\tand more\tfields": "x.tsv:1:",
	} {
		_, err := lexicon.ReadRegional("x.tsv", strings.NewReader(row))
		assert.ErrorContains(t, err, want)
	}
}

func TestReadEvidence(t *testing.T) {
	all, err := lexicon.ReadEvidence("x.tsv", strings.NewReader("# c\n\nit 软件 硬盘\nfood 盐\n"))
	require.NoError(t, err)
	assert.Equal(t, lexicon.Evidence{"软件": 0, "硬盘": 0, "盐": 6}, all)
	for text, want := range map[string]string{
		"cars 车\n":          "x.tsv:1:1: unknown domain \"cars\"",
		"it 软件\nit 硬盘 软件\n": "x.tsv:2:7: \"软件\" is there twice",
	} {
		_, err := lexicon.ReadEvidence("x.tsv", strings.NewReader(text))
		assert.ErrorContains(t, err, want)
	}
}

// A word tells of one domain: what is in the table of regional words and another one
// everywhere tells of that of its row.
func TestEvidenceIsNotInTheTableToo(t *testing.T) {
	all, err := lexicon.OwnEvidence()
	require.NoError(t, err)
	rows, err := lexicon.OwnRegional()
	require.NoError(t, err)
	conditional := map[string]bool{}
	for _, row := range rows {
		if !row.When.None() {
			conditional[row.Mainland] = true
		}
	}
	for _, row := range rows {
		if _, twice := all[row.Mainland]; row.When.None() && !conditional[row.Mainland] {
			assert.False(t, twice, "%s", row.Mainland)
		}
	}
}
