package pipeline_test

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
	"zhmd/pipeline"
)

// A shape is an input on which a Markdown parser may take much more time than
// its size accounts for. It is made of n repeats of something.
type shape struct {
	name string
	make func(n int) string
}

// times makes a shape that repeats text.
func times(text string) shape {
	return shape{fmt.Sprintf("%q", text), func(n int) string { return strings.Repeat(text, n) }}
}

// between makes a shape that repeats text between a beginning and an end.
func between(begin, text, end string) shape {
	return shape{fmt.Sprintf("%q %q %q", begin, text, end), func(n int) string {
		return begin + strings.Repeat(text, n) + end
	}}
}

// nest makes a shape of n beginnings and n ends.
func nest(open, middle, end string) shape {
	return shape{fmt.Sprintf("%q…%q…%q", open, middle, end), func(n int) string {
		return strings.Repeat(open, n) + middle + strings.Repeat(end, n)
	}}
}

// each makes a shape of n parts that differ by their number.
func each(name string, part func(i int) string) shape {
	return shape{name, func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			b.WriteString(part(i))
		}
		return b.String()
	}}
}

// then makes a shape of two halves.
func then(name string, first, second shape) shape {
	return shape{name, func(n int) string {
		return cut(first.make(n), n/2) + cut(second.make(n), n/2)
	}}
}

func cut(s string, size int) string { return s[:min(len(s), size)] }

// hostile returns the shape as a document of the size in bytes that the environment
// variable ZHMD_HOSTILE says, or else of 32 KB.
func (s shape) hostile() []byte {
	size, err := strconv.Atoi(cmp.Or(os.Getenv("ZHMD_HOSTILE"), "32768"))
	if err != nil {
		panic(err)
	}
	return []byte(cut(s.make(size), size))
}

// pooled reports whether memory that is put aside is found again.
var pooled = true

// TestHostile converts each of the shapes: without Chinese it comes out as it was, and none
// takes much memory for its size. How much work it is is a matter of [TestHostileGrowth].
func TestHostile(t *testing.T) {
	const mostPerByte = 2000 // goldmark takes 1,600 where a code span may end in any of many lines
	for _, s := range hostileShapes() {
		source := s.hostile()
		var doc *pipeline.Document
		if n := allocated(func() { doc = pipeline.Parse(source) }); pooled {
			assert.LessOrEqual(t, n, mostPerByte*len(source), s.name)
		}
		requireKept(t, s.name, source, doc.Convert(engine(t, convert.TW)).Output)
	}
}

// requireKept asserts that a document without a Han character is its own version.
func requireKept(t *testing.T, name string, source, version []byte) {
	t.Helper()
	if !bytes.ContainsFunc(source, func(r rune) bool { return unicode.Is(unicode.Han, r) }) && !bytes.Equal(version, source) {
		t.Errorf("%s: the output is not the source", name)
	}
}

// BenchmarkHostile converts each of the shapes, those of TestHostileSyntax too.
func BenchmarkHostile(b *testing.B) {
	for _, s := range append(hostileShapes(), syntaxShapes...) {
		b.Run(s.name, func(b *testing.B) {
			source := s.hostile()
			b.SetBytes(int64(len(source)))
			for b.Loop() {
				pipeline.Parse(source).Convert(engine(b, convert.TW))
			}
		})
	}
}

func hostileShapes() []shape {
	var all []shape
	for _, some := range [][]shape{delimiterShapes, bracketShapes, definitionShapes, nestingShapes, lineShapes, otherShapes} {
		all = append(all, some...)
	}
	return all
}

// TestLongNestingIsLeft asserts that the rest of a document is left from where lists have
// gone on for too many lines, and that it is named.
func TestLongNestingIsLeft(t *testing.T) {
	begin := "头发\n\n" + strings.Repeat("- ", 31) + "头发\n"
	lines := strings.Repeat("\n", 10_000) + strings.Repeat("  ", 31) + "头发\n\n头发\n"
	doc := pipeline.Parse([]byte(begin + lines))
	result := doc.Convert(engine(t, convert.TW))
	assert.Equal(t, strings.ReplaceAll(begin, "头发", "頭髮")+lines, string(result.Output))
	assert.Empty(t, result.Warnings)
	if assert.Len(t, doc.Warnings(), 1) {
		assert.Greater(t, doc.Warnings()[0].Line, 500)
		assert.Contains(t, doc.Warnings()[0].Message, "left unconverted: nested too deep")
	}
}

// TestNearlyOverIsKept asserts that what is no prose stays where the parser gives up in the middle
// of a block, and where it gives up on what an edit would add.
func TestNearlyOverIsKept(t *testing.T) {
	item := mapper(func(r rune) string { return map[bool]string{true: "\n- ", false: string(r)}[r == '头'] })
	requireSame := func(source string, c convert.Converter) {
		require.Equal(t, source, output(source, c))
	}
	requireSame(strings.Repeat(">", 63)+"[](a \"头b\")\n", item)
	for blank := range 6 { // the lines for which lists go on come near to what is allowed
		for a := range 30 {
			lists := strings.Repeat("- ", 31) + strings.Repeat("a", a) + strings.Repeat("\n", 282+2*blank)
			requireSame(lists+">[](a \"头b\")\n", item)
			requireSame(lists+">[](头\n>)\n", shout)
		}
	}
}

// TestOverIsLeft holds that what is over a bound is kept and named, and that
// the rest is converted.
func TestOverIsLeft(t *testing.T) {
	for _, s := range []shape{times("头*_"), times("[头]("), nest("[头", "", "]"), nest("> ", "头", ""), between("# ", "{头={", ""), times("[头](b \"头\" ")} {
		over := s.make(20_000)
		doc := pipeline.Parse([]byte("头发\n\n" + over + "\n\n头发\n"))
		result := doc.Convert(engine(t, convert.TW))
		assert.Equal(t, "頭髮\n\n"+over+"\n\n頭髮\n", string(result.Output), s.name)
		assert.Empty(t, result.Warnings, s.name)
		if assert.Len(t, doc.Warnings(), 1, s.name) {
			assert.Equal(t, 3, doc.Warnings()[0].Line, s.name)
			assert.Contains(t, doc.Warnings()[0].Message, "left unconverted: ", s.name)
		}
	}
}
