package markdown

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"sort"
	"sync"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// A Shape is what must not change about a block at the top of a document, or
// about a footnote: all of its tree but the words in it.
type Shape struct {
	Start int // the offset in bytes at which the block begins
	tree  string
}

// Shapes gives the shapes of a tree that was parsed from source, in the order
// of the source.
func Shapes(t *Tree, source []byte) []Shape { return ShapesWith(t, source, nil) }

// ShapesWith does so as if the parts of the source were what part gives for them, of which
// links' destinations and tags alone are asked for.
func ShapesWith(t *Tree, source []byte, part func(start, end int) []byte) []Shape {
	source = slices.Clip(source)
	shapeOf := func(n ast.Node) Shape {
		w := shaper{tree: t, source: source, part: part}
		w.node(n)
		return Shape{Start: start(n), tree: string(w.out)}
	}
	var all []Shape
	for n := t.Root.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() != extast.KindFootnoteList {
			if !onlyRules(n, source) {
				all = append(all, shapeOf(n))
			}
			continue
		}
		for note := n.FirstChild(); note != nil; note = note.NextSibling() {
			all = append(all, shapeOf(note))
		}
	}
	slices.SortStableFunc(all, func(a, b Shape) int { return a.Start - b.Start })
	for i := range all {
		end := len(source)
		if i+1 < len(all) {
			end = all[i+1].Start
		}
		if n := t.over(all[i].Start, end); n > 0 {
			all[i].tree += fmt.Sprint(" over ", n)
		}
	}
	return all
}

// over returns how many bytes between two offsets the tree cannot be relied on for.
func (t *Tree) over(from, to int) (n int) {
	i := sort.Search(len(t.Over), func(i int) bool { return t.Over[i].End > from })
	for ; i < len(t.Over) && t.Over[i].Start < to; i++ {
		n += min(t.Over[i].End, to) - max(t.Over[i].Start, from)
	}
	return n
}

// Differences gives the indices of the shapes in want that got does not repeat:
// all of them if there are equally many, else the first.
func Differences(want, got []Shape) []int {
	var bad []int
	for i := range want {
		if i < len(got) && want[i].tree == got[i].tree {
			continue
		}
		bad = append(bad, i)
		if len(got) != len(want) {
			break
		}
	}
	if len(bad) == 0 && len(got) > len(want) {
		bad = append(bad, max(len(want)-1, 0))
	}
	return bad
}

// BlockAt gives the index of the shape whose block holds the offset.
func BlockAt(shapes []Shape, offset int) int {
	return sort.Search(len(shapes), func(i int) bool { return shapes[i].Start > offset }) - 1
}

// start gives the first offset that is known of a block or of what it begins
// with. A definition list's own is that of its first colon, behind the term.
func start(n ast.Node) int {
	first := n.Pos()
	for ; n != nil && n.Type() == ast.TypeBlock; n = n.FirstChild() {
		if p := n.Pos(); p >= 0 && (first < 0 || p < first) {
			first = p
		}
		if n.Lines().Len() > 0 && (first < 0 || n.Lines().At(0).Start < first) {
			first = n.Lines().At(0).Start
		}
	}
	return max(first, 0)
}

// A shaper writes down a tree.
type shaper struct {
	tree   *Tree
	source []byte
	part   func(start, end int) []byte // nil for what is in the source
	out    []byte
	inText bool // the last that was written is text
}

func (w *shaper) put(format string, args ...any) {
	w.out = fmt.Appendf(w.out, format, args...)
	w.inText = false
}

func (w *shaper) node(n ast.Node) {
	if t, ok := n.(*ast.Text); ok && n.Parent().Kind() != ast.KindCodeSpan {
		w.text(t)
		return
	}
	if isRule(n, w.source) {
		w.someText()
		return
	}
	w.put("%s", n.Kind())
	for _, a := range n.Attributes() {
		w.put(" %q=%q", a.Name, a.Value)
	}
	w.details(n)
	w.put("(")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.node(c)
	}
	w.put(")")
}

// text notes that there is text, not which, nor how goldmark divides it.
func (w *shaper) text(t *ast.Text) {
	if t.Segment.Len() > 0 {
		w.someText()
	}
	if t.SoftLineBreak() || t.HardLineBreak() {
		w.put(" break %t", t.HardLineBreak())
	}
}

func (w *shaper) someText() {
	if !w.inText {
		w.put("text")
		w.inText = true
	}
}

// isRule tells whether a node is a rule of MediaWiki's, in whose place text
// comes, or nothing.
func isRule(n ast.Node, source []byte) bool {
	o, ok := n.(*Opaque)
	return ok && bytes.HasPrefix(o.Value(source), []byte("-{"))
}

// onlyRules tells whether nothing is left of a paragraph: all of it is rules
// that show nothing.
func onlyRules(n ast.Node, source []byte) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if !isRule(c, source) || !hiddenRule().Match(c.(*Opaque).Value(source)) {
			return false
		}
	}
	return n.Kind() == ast.KindParagraph && n.HasChildren()
}

var hiddenRule = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^-\{\s*[HT-]\s*\|`)
})

// details notes what a node holds beside its children.
func (w *shaper) details(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		w.put(" %d", n.Level)
	case *ast.Emphasis:
		w.put(" %d", n.Level)
	case *ast.List:
		w.put(" %c %d %t", n.Marker, n.Start, n.IsTight)
	case *ast.FencedCodeBlock:
		if n.Info != nil {
			w.put(" %q", n.Info.Segment.Value(w.source))
		}
		w.lines(n.Lines())
	case *ast.CodeBlock:
		w.lines(n.Lines())
	case *ast.HTMLBlock:
		w.htmlBlock(n)
	case *RawBlock:
		w.lines(n.Lines())
	case *Flow:
		if n.Module {
			w.lines(n.Lines())
		}
	case *Container:
		w.put(" %q", n.Marker.Value(w.source))
	case *Admonition:
		w.put(" %q", n.Marker.Value(w.source))
	case *ast.LinkReferenceDefinition:
		w.put(" %q %q %t", n.Label, w.destination(n.Destination), len(n.Title) > 0)
	default:
		w.inlineDetails(n)
	}
}

func (w *shaper) inlineDetails(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text: // of a code span
		w.put(" %q", n.Segment.Value(w.source))
	case *ast.Link:
		w.put(" %q %t", w.destination(n.Destination), len(n.Title) > 0)
	case *ast.Image:
		w.put(" %q %t", w.destination(n.Destination), len(n.Title) > 0)
	case *ast.AutoLink:
		w.put(" %q", n.Label(w.source))
	case *ast.RawHTML:
		w.markup(w.value(n.Segments))
	case *Opaque:
		w.opaque(n)
	case *extast.TableCell:
		w.put(" %d", n.Alignment)
	case *extast.TaskCheckBox:
		w.put(" %t", n.IsChecked)
	case *extast.Footnote:
		w.put(" %q", n.Ref)
	case *extast.FootnoteLink:
		w.put(" %d", n.Index)
	}
}

// destination gives that of a link or a definition.
func (w *shaper) destination(d []byte) []byte {
	if w.part == nil {
		return d
	}
	if start, ok := w.tree.Offset(d); ok {
		return w.part(start, start+len(d))
	}
	return d
}

// value gives the text of lines that tags may be in.
func (w *shaper) value(lines *text.Segments) []byte {
	if w.part == nil {
		return lines.Value(w.source)
	}
	var all []byte
	for i := range lines.Len() {
		line := lines.At(i)
		all = append(append(all, bytes.Repeat([]byte(" "), line.Padding)...), w.part(line.Start, line.Stop)...)
	}
	return all
}

func (w *shaper) lines(lines *text.Segments) {
	for i := range lines.Len() {
		line := lines.At(i)
		w.put(" %q", line.Value(w.source))
	}
}

func (w *shaper) opaque(n *Opaque) {
	if n.Segments.Len() > 1 {
		w.lines(n.Segments)
		return
	}
	value := n.Value(w.source)
	for _, part := range withoutTexts(value) {
		w.put(" %q", value[part.Start:part.End])
	}
}
