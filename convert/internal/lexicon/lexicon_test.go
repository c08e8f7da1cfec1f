package lexicon_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert/internal/lexicon"
	"zhmd/convert/internal/lexicon/wordtest"
)

// TestTheEmbeddedWordsAreTheLists makes the table anew and compares all of it with
// what is embedded.
func TestTheEmbeddedWordsAreTheLists(t *testing.T) {
	compiled, err := lexicon.Compiled(wordtest.Dir(t))
	require.NoError(t, err)
	embedded, err := os.ReadFile("../words/words.table")
	require.NoError(t, err)
	assert.True(t, bytes.Equal(compiled, embedded), "run go generate ./convert/...")
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
