package merge

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert/converttest"
)

func TestChanges(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want []Change
	}{
		{"軟體", "軟體", nil},
		{"用軟體。\n改", "用軟件。\n改", []Change{{6, 9, 6, 9}}},
		{"甲\n乙\n", "乙\n甲\n", []Change{{0, 4, 0, 0}, {8, 8, 4, 8}}},
		{"甲體\n乙體\n", "甲件\n乙件\n", []Change{{3, 6, 3, 6}, {10, 13, 10, 13}}},
		{"a\xffb", "a\xfeb", []Change{{1, 2, 1, 2}}},
		{"", "軟", []Change{{0, 0, 0, 3}}},
	} {
		assert.Equal(t, c.want, Changes([]byte(c.a), []byte(c.b)), c.a)
	}
}

// TestChangesMake holds that the changes lead from one text to the other, in order.
func TestChangesMake(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 7))
	for range converttest.Trials(200) {
		lines := page(r, r.IntN(6))
		a, b := join(lines), join(retouched(r, retouched(r, lines, 2, "軟"), 3, "軟\n體"))
		var made []byte
		at := 0
		for _, c := range Changes(a, b) {
			require.LessOrEqual(t, at, c.Lo)
			made = append(append(made, a[at:c.Lo]...), b[c.From:c.To]...)
			require.Equal(t, len(made), c.To)
			at = c.Hi
		}
		require.Equal(t, string(b), string(append(made, a[at:]...)))
	}
}
