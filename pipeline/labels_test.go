package pipeline

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

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
