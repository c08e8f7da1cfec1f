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
