package merge

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// page makes a Markdown page of so many paragraphs of Chinese, in which some
// characters are frequent and most are not.
func page(r *rand.Rand, paragraphs int) []string {
	var lines []string
	for range paragraphs {
		var b strings.Builder
		for range 20 + r.IntN(60) {
			n := 1 + r.IntN(2000)
			b.WriteRune('一' + rune(r.IntN(n)))
		}
		lines = append(lines, b.String()+"。\n", "\n")
	}
	return lines
}

// retouched changes a character in about one of n lines that are not empty.
func retouched(r *rand.Rand, lines []string, n int, to string) []string {
	var out []string
	for _, line := range lines {
		if cs := []rune(line); len(cs) > 1 && r.IntN(n) == 0 {
			i := r.IntN(len(cs) - 1)
			line = string(cs[:i]) + to + string(cs[i+1:])
		}
		out = append(out, line)
	}
	return out
}

func BenchmarkPage(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 6))
	lines := page(r, 60)
	base, o, t := join(lines), join(retouched(r, lines, 20, "軟體")), join(retouched(r, lines, 6, "程式"))
	b.SetBytes(int64(len(base)))
	b.ReportAllocs()
	for b.Loop() {
		Lines(base, o, t)
	}
}

func BenchmarkHostile(b *testing.B) {
	texts := hostile(1 << 20)
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		text := texts[name]
		b.Run(name, func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, 7))
			base, o, t := text(r), text(r), text(r)
			b.ReportAllocs()
			for b.Loop() {
				Lines(base, o, t)
			}
		})
	}
}
