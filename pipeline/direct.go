package pipeline

import (
	"bytes"
	"slices"
	"sync"
	"unicode/utf8"

	"zhmd/convert"
)

// An appender is a converter that can write what becomes of a text at once,
// which takes a fraction of the time that a list of edits does.
type appender interface {
	convert.Converter
	Append(dst, src []byte) []byte
}

// direct makes the version without a list of edits. It is only for documents in
// which nothing depends on where the edits are, and gives ok only if the result
// is harmless: what is no letter is the same and stands between letters as
// before. [convert.Letters] says why that is enough.
func (d *Document) direct(c convert.Converter) (r *Result, ok bool) {
	a, can := c.(appender)
	if !can || !d.simple() {
		return nil, false
	}
	front, unwritten := d.front.edits(c, nil, d.keys)
	mixed := d.edits(d.mixed, c)
	if unwritten > 0 || !lettersForLetters(d.body, mixed) {
		return nil, false
	}
	out := make([]byte, 0, len(d.source)+len(d.source)/8+1<<10)
	out = append(out, d.source[:d.base-len(d.front.source)]...)
	out = convert.Splice(out, d.front.source, front)
	if out, ok = d.appendBody(out, a, mixed); !ok {
		return nil, false
	}
	return &Result{Output: out, edits: sync.OnceValue(func() []convert.Edit { return d.byEdits(c, nil).Edits() })}, true
}

// simple tells whether nothing depends on where the edits of the document are.
func (d *Document) simple() bool {
	return d.format != Text && d.tree.Labels == nil && len(d.refs) == 0 && len(d.orders.words) == 0 && len(d.orders.choices) == 0 &&
		(d.anchors == KeepAnchors || d.anchors == WarnAnchors && !d.links)
}

// appendBody converts the runs of one piece, and applies the edits of the others.
func (d *Document) appendBody(out []byte, c appender, edits []convert.Edit) ([]byte, bool) {
	at := 0
	for _, s := range d.solos {
		for len(edits) > 0 && edits[0].Start < s.start {
			out = append(append(out, d.body[at:edits[0].Start]...), edits[0].New...)
			at, edits = edits[0].End, edits[1:]
		}
		out = append(out, d.body[at:s.start]...)
		n := len(out)
		out = c.Append(out, d.body[s.start:s.end])
		if !sameButLetters(d.body[s.start:s.end], out[n:]) {
			return nil, false
		}
		at = s.end
	}
	return convert.Splice(out, d.body[at:], moved(edits, -at)), true
}

func moved(edits []convert.Edit, by int) []convert.Edit {
	edits = slices.Clone(edits)
	move(edits, by)
	return edits
}

// sameButLetters tells whether two texts are the same but for letters that are
// not ASCII, and have these in the same places.
func sameButLetters(a, b []byte) bool {
	if bytes.Equal(a, b) {
		return true
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] < utf8.RuneSelf && a[i] == b[j]:
			i, j = i+1, j+1
		case i+3 <= len(a) && j+3 <= len(b) && (isHan(a[i:i+3]) && isHan(b[j:j+3]) || a[i] >= 0xE0 && string(a[i:i+3]) == string(b[j:j+3])):
			i, j = i+3, j+3
		default:
			m, n := lettersLen(a[i:]), lettersLen(b[j:])
			if (m == 0 || n == 0) && !(m+n > 0 && behindLetter(a[:i]) && behindLetter(b[:j])) {
				if m > 0 || n > 0 || !sameCharacter(a[i:], b[j:], &m) {
					return false
				}
				n = m
			}
			i, j = i+m, j+n
		}
	}
	return lettersLen(a[i:]) == len(a)-i && lettersLen(b[j:]) == len(b)-j && (i == len(a) && j == len(b) || behindLetter(a[:i]) && behindLetter(b[:j]))
}

// isHan tells whether three bytes of text begin a Han character from U+4E00 to
// U+9FFF, as nearly all are.
func isHan(b []byte) bool {
	return b[0] >= 0xE5 && b[0] <= 0xE9 || b[0] == 0xE4 && b[1] >= 0xB8
}

// behindLetter tells whether b ends with a letter.
func behindLetter(b []byte) bool {
	_, size := utf8.DecodeLastRune(b)
	return size > 0 && convert.Letters(b[len(b)-size:])
}

// sameCharacter tells whether a and b begin with the same character, or byte,
// and gives its length.
func sameCharacter(a, b []byte, size *int) bool {
	_, n := utf8.DecodeRune(a)
	*size = n
	return len(b) >= n && bytes.Equal(a[:n], b[:n])
}

// lettersLen is the length of the letters, see [convert.Letters], that b begins
// with.
func lettersLen(b []byte) int {
	i := 0
	for i < len(b) && b[i] >= utf8.RuneSelf {
		_, size := utf8.DecodeRune(b[i:])
		if !convert.Letters(b[i : i+size]) {
			break
		}
		i += size
	}
	return i
}
