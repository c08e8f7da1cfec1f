package markdown

import (
	"slices"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"zhmd/pipeline/internal/bounds"
)

// An ahead is the lines of a block before they are known to be its: the first
// one and those behind it that are in the same containers.
type ahead struct {
	source     []byte
	start      int // the offset of the first line
	containers []container
	text       []byte // of the lines, without what containers put before them
	lines      []aheadLine
}

// An aheadLine is where a line ends.
type aheadLine struct{ text, source int }

// A container is an open block whose lines have something before them.
type container struct {
	quote  bool
	indent int // columns, if it is no quote
}

// containersOf returns the containers from the outermost one to parent.
func containersOf(parent ast.Node) []container {
	var all []container
	for n := parent; n != nil; n = n.Parent() {
		switch n := n.(type) {
		case *ast.Blockquote:
			all = append(all, container{quote: true})
		case *ast.ListItem:
			all = append(all, container{indent: n.Offset})
		case *extast.Footnote, *Admonition:
			all = append(all, container{indent: 4})
		}
	}
	slices.Reverse(all)
	return all
}

// add appends a line.
func (a *ahead) add(line text.Segment) {
	a.text = append(a.text, line.Value(a.source)...)
	a.lines = append(a.lines, aheadLine{len(a.text), line.Stop})
}

// grow appends as many lines as there are, or as many as are left, and reports
// whether there was one.
func (a *ahead) grow(pc parser.Context) bool {
	before := len(a.text)
	for range len(a.lines) {
		start := a.lines[len(a.lines)-1].source
		stop := start + len(lineAt(a.source, start))
		if stop < len(a.source) {
			stop++
		}
		n, ok := contentStart(a.source[start:stop], a.containers)
		if start == stop || !ok {
			break
		}
		a.add(text.NewSegment(start+n, stop))
	}
	return len(a.text) > before && charge(pc, len(a.text), a.source, a.start)
}

var aheadKey = parser.NewContextKey()

// charge counts n bytes that were looked at, which would be quadratic in a document
// full of what nothing closes. It reports whether more may be; if not, the document
// is left from the offset start on.
func charge(pc parser.Context, n int, source []byte, start int) bool {
	work, _ := pc.Get(aheadKey).(int)
	most := maxAhead + 8*len(source)
	pc.Set(aheadKey, work+n)
	if work+n <= most {
		return true
	}
	if work <= most {
		bounds.Leave(pc, bounds.Range{Start: start, End: len(source), Reason: "too many tags and expressions of MDX that nothing ends"})
	}
	return false
}

// maxAhead is the work in bytes that a document may take, beside that in
// proportion to its length.
const maxAhead = 1 << 16

// lineEnd returns the source offset of the end of the line that holds the offset n
// of the text.
func (a *ahead) lineEnd(n int) int {
	for _, line := range a.lines {
		if n < line.text {
			return line.source
		}
	}
	return len(a.source)
}

// contentStart returns how much of a line its containers take; ok is false if it
// is not in all of them.
func contentStart(line []byte, containers []container) (n int, ok bool) {
	column := 0
	isBlank := func() bool { return n < len(line) && (line[n] == ' ' || line[n] == '\t') }
	step := func() {
		if column++; line[n] == '\t' {
			column += util.TabWidth(column-1) - 1
		}
		n++
	}
	for _, c := range containers {
		if c.quote {
			for isBlank() {
				step()
			}
			if n == len(line) || line[n] != '>' {
				return n, false
			}
			if step(); isBlank() {
				step()
			}
			continue
		}
		if util.IsBlank(line[n:]) {
			return n, true
		}
		for end := column + c.indent; column < end; step() {
			if !isBlank() {
				return n, false
			}
		}
	}
	return n, true
}
