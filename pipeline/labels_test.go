package pipeline

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
)

// What only some programs read as a definition counts too.
func TestLabelsOfOtherReaders(t *testing.T) {
	e, err := convert.New(convert.TW)
	require.NoError(t, err)
	for _, source := range []string{
		"$$\n\n> [头\n> 发]: /a\n\n$$\n\n[头 发] 软\n\n[软件]: /b\n",
		"$$\n\n[头发]: /a\n\n$$\n\n[头发] 软\n",
		"$$\n\n[头\\[a]: /a\n\n$$\n\n[头\\[a] 软\n",
	} {
		r := Parse([]byte(source)).Convert(e)
		assert.Contains(t, string(r.Output), source[strings.LastIndex(source, "[头"):strings.Index(source, "] 软")], source)
		assert.Len(t, r.Warnings, 1, source)
	}
	source := []byte("$$\n\n[头发]: /a\n\n$$\n\n[头发]\n\n的性价比\n")
	r := Parse(source).Convert(e)
	assert.Equal(t, string(r.Output), string(convert.Splice(nil, source, r.Edits())))
}

// A change of what stands in brackets matters where one of the two is a label.
func TestSameLabels(t *testing.T) {
	const define = "\n\n[头发]: /a\n"
	for _, c := range []struct {
		source, out string
		same        bool
	}{
		{"头发，[软件](b)", "頭髮，[軟體](b)", true},
		{"[头发] [软件]", "[头发] [軟體]", true},
		{"[头发]", "[頭髮]", false},
		{"[頭髮]", "[头发]", false},
		{"[x [头发] y]", "[x [頭髮] y]", false},
		{"[头发 [软件] 头发]", "[頭髮 [軟體] 頭髮]", true},
		{"[ 头\n发 ]", "[ 頭\n髮 ]", false},
		{`[软\]件]`, `[軟\]體]`, false},
		{"[^软件]", "[^軟體]", false},
		{"![软件]: x", "![軟體]: x", false},
		{"[软件", "[軟體", true},
		{"软件]", "軟體]", true},
	} {
		d := Parse([]byte(c.source + define))
		assert.NotNil(t, d.tree.Labels)
		assert.Equal(t, c.same, d.sameLabels(d.source, []byte(c.out+define)), c.source)
	}
}
