package pipeline_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/stretchr/testify/assert"

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
		for i := 0; i < n && b.Len() < maxHostile; i++ {
			b.WriteString(part(i))
		}
		return b.String()
	}}
}

// then makes a shape of two halves.
func then(name string, first, second shape) shape {
	return shape{name, func(n int) string {
		return cut(first.make(n), maxHostile/2) + cut(second.make(n), maxHostile/2)
	}}
}

// maxHostile is the size in bytes to which shapes are cut.
const maxHostile = 1 << 20

func cut(s string, size int) string { return s[:min(len(s), size)] }

// TestHostile holds that no document takes long for its size. All of 65,000
// repeats is not much more than a moment; if ZHMD_HOSTILE is set the shapes are
// of the full size.
func TestHostile(t *testing.T) {
	if testing.Short() || raceEnabled {
		t.Skip("measures time")
	}
	repeats := 65_000
	if os.Getenv("ZHMD_HOSTILE") != "" {
		repeats = maxHostile
	}
	for _, s := range hostileShapes() {
		source := cut(s.make(repeats), maxHostile)
		start := time.Now()
		result := pipeline.Parse([]byte(source)).Convert(engine(t, convert.TW))
		took := time.Since(start)
		assert.Less(t, took, 2*time.Second, s.name)
		if !strings.ContainsFunc(source, func(r rune) bool { return unicode.Is(unicode.Han, r) }) && string(result.Output) != source {
			t.Errorf("%s: the output is not the source", s.name)
		}
		t.Logf("%8.3f s %7d KB  %.100s", took.Seconds(), len(source)>>10, s.name)
	}
}

func hostileShapes() []shape {
	var all []shape
	for _, some := range [][]shape{delimiterShapes, bracketShapes, definitionShapes, nestingShapes, lineShapes, otherShapes} {
		all = append(all, some...)
	}
	return all
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
