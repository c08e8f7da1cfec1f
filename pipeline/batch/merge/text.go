package merge

import (
	"bytes"
	"strings"
)

// A text is a list of lines, each with what ends it. Equal lines have equal
// numbers.
type text struct {
	data   []byte
	starts []int // of each line, and the end of the last
	ids    []int32
	places []int32 // for each number, where it is: see [places]
}

// lines gives the lines from one up to another.
func (t text) lines(from, to int) []byte { return t.data[t.starts[from]:t.starts[to]] }

func (t text) line(i int) []byte { return t.lines(i, i+1) }

// numbers are the lines of some texts with their numbers, which count from 0.
type numbers map[string]int32

func (n numbers) text(data []byte) text {
	size := bytes.Count(data, []byte("\n")) + 1
	t := text{data, make([]int, 1, size+1), make([]int32, 0, size), nil}
	rest := string(data) // one copy to share, not one for each line
	for len(rest) > 0 {
		line := rest[:lineLen(rest)]
		id, ok := n[line]
		if !ok {
			id = int32(len(n))
			n[line] = id
		}
		rest = rest[len(line):]
		t.ids, t.starts = append(t.ids, id), append(t.starts, len(data)-len(rest))
	}
	return t
}

// number returns texts, all of whose equal lines have equal numbers.
func number(data ...[]byte) []text {
	n := numbers{}
	ts := make([]text, len(data))
	for i := range data {
		ts[i] = n.text(data[i])
	}
	for i := range ts {
		ts[i].places = places(ts[i].ids, len(n))
	}
	return ts
}

// places gives for each element where it is, from 1; 0 if nowhere, -1 if in
// several places.
func places(s []int32, kinds int) []int32 {
	at := make([]int32, kinds)
	for i, e := range s {
		if at[e] == 0 {
			at[e] = int32(i) + 1
		} else {
			at[e] = -1
		}
	}
	return at
}

// lineLen gives the length of the first line.
func lineLen(text string) int {
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		return i + 1
	}
	return len(text)
}

// commonLines gives the size of the lines that two unequal texts begin with.
func commonLines(a, b []byte) int {
	return bytes.LastIndexByte(a[:prefix(a, b)], '\n') + 1
}

// commonLastLines gives the size of the lines that two unequal texts end with.
func commonLastLines(a, b []byte) int {
	n := suffix(a, b)
	if beginsLine(a, len(a)-n) && beginsLine(b, len(b)-n) {
		return n
	}
	_, whole, _ := bytes.Cut(a[len(a)-n:], []byte("\n"))
	return len(whole)
}

func beginsLine(text []byte, i int) bool { return i == 0 || text[i-1] == '\n' }
