// Package merge brings together what a person corrected in a file that a tool
// made and what the tool makes now, from a source that has changed since.
//
// It works by lines, as git merge-file and diff3 do, and where both sides
// changed a line, by its characters. What cannot be brought together stays as
// the person wrote it, without markers, for the file is published as it is; a
// [Conflict] tells what the tool would have written.
package merge

import "bytes"

// A Result is what [Lines] makes of three texts.
type Result struct {
	Text      []byte
	Conflicts []Conflict // in the order of the text
}

// A Conflict is a place that both sides changed, and not alike. Lines at its
// beginning and its end that are the same on both sides are not listed. Ours and
// Theirs share the memory of the texts that were merged.
type Conflict struct {
	Line   int    // where Ours begins in Result.Text, from 1
	Ours   []byte // the lines that are in Result.Text; none if ours has none there
	Theirs []byte // the lines that theirs has instead and that are not in Result.Text
}

// Lines merges two texts that come from a third: base is what the tool wrote,
// ours is that after a person corrected it, theirs is what the tool writes now.
//
// What one side changed is taken from it, what both changed alike is taken once.
// Two changes are a conflict if there is no line between them that both sides
// left alone. Where both keep the number of lines, however, they are merged line
// by line, and a line that both changed by its characters: of those, too, at least
// one must be between the changes that both left alone. Where what is between does
// not tell two changes apart, such as an empty line if one of them added others,
// it does not count.
//
// To merge by characters makes a line that neither side has, so it must be certain
// that both edited the same one. It is a conflict if a side has another line of the
// base there, or still has the base's line elsewhere, for then lines moved; and if
// less than half of the line is the same, for then it was replaced.
//
// A line ends after a line feed. All bytes are kept as they are, whether they are
// UTF-8 or not. The time is about linear in the size of the texts: those that
// differ in very many places are compared less closely, which can make for more
// and larger conflicts.
func Lines(base, ours, theirs []byte) Result {
	m := newMerger(base, ours, theirs)
	m.finer = true
	return m.merge()
}

// The sides of a merge.
const (
	ours = iota
	theirs
)

// A merger has the three texts and what was merged of them so far.
type merger struct {
	Result
	base   text
	sides  [2]side
	bodies []text // the base, ours and theirs without line ends; see [merger.moved]
	finer  bool   // look into lines, too
	lines  int    // how many end in Text
}

// A side is a text that comes from the base. It has limits of its own to what
// comparing it may take, so that nothing depends on which side is which.
type side struct {
	text
	differ
}

func newMerger(base, ours, theirs []byte) *merger {
	ts := number(base, ours, theirs)
	d := differ{limit: maxWork}
	m := &merger{base: ts[0], sides: [2]side{{ts[1], d}, {ts[2], d}}}
	m.Text = make([]byte, 0, len(ours))
	return m
}

func (m *merger) merge() Result {
	at := 0
	for _, r := range m.regions() {
		m.write(m.base.lines(at, r.lo))
		m.resolve(r)
		at = r.hi
	}
	m.write(m.base.lines(at, len(m.base.ids)))
	return m.Result
}

func (m *merger) changes(i int) []hunk { return m.sides[i].diffLines(m.base, m.sides[i].text) }

// resolve writes what becomes of a region.
func (m *merger) resolve(r region) {
	o, t := r.in(m.sides[ours].text, ours), r.in(m.sides[theirs].text, theirs)
	switch {
	case len(r.hunks[ours]) == 0:
		m.write(t)
	case len(r.hunks[theirs]) == 0 || bytes.Equal(o, t):
		m.write(o)
	case !m.finer || !m.byLine(r):
		m.conflict(o, t)
	}
}

func (m *merger) write(lines []byte) {
	m.Text = append(m.Text, lines...)
	m.lines += bytes.Count(lines, []byte("\n"))
}

// conflict writes our lines and lists where they differ from theirs.
func (m *merger) conflict(o, t []byte) {
	first := commonLines(o, t)
	last := commonLastLines(o[first:], t[first:])
	m.write(o[:first])
	c := Conflict{m.lines + 1, cut(o, first, last), cut(t, first, last)}
	m.Conflicts = append(m.Conflicts, c)
	m.write(o[first:])
}

// cut gives a text without so many bytes at its ends, and such that nobody
// overwrites what follows by appending.
func cut(text []byte, first, last int) []byte {
	n := len(text) - last
	return text[first:n:n]
}
