package merge

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestManyAdded adds more paragraphs than are searched for at once, between
// corrections.
func TestManyAdded(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	lines := page(r, 1000)
	o, th := slices.Clone(lines), slices.Clone(lines)
	for _, i := range []int{0, 300, 1000, 1998} {
		o[i], th[i+1] = "校正\n", ">\n"
	}
	want := slices.Clone(o)
	for _, i := range []int{0, 300, 1000, 1998} {
		want[i+1] = ">\n"
	}
	added := page(r, 2000)
	th, want = slices.Insert(th, 900, added...), slices.Insert(want, 900, added...)
	requireMerged(t, want, lines, o, th)
}

// TestAllParagraphsChanged changes each line of a text that is not empty, so that
// no line is fixed, on one side at its beginning and on the other, here and there,
// at its end.
func TestAllParagraphsChanged(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 2))
	lines := page(r, 3000)
	o, th, want := slices.Clone(lines), slices.Clone(lines), slices.Clone(lines)
	for i := 0; i < len(lines); i += 2 {
		th[i] = "第" + lines[i]
		want[i] = th[i]
		if r.IntN(10) == 0 {
			o[i] = lines[i][:len(lines[i])-1] + "完\n"
			want[i] = "第" + o[i]
		}
	}
	requireMerged(t, want, lines, o, th)
}

func requireMerged(t *testing.T, want, base, o, th []string) {
	result := Lines(join(base), join(o), join(th))
	require.Equal(t, string(join(want)), string(result.Text))
	require.Empty(t, result.Conflicts)
}
