package convert

import (
	"unicode/utf8"

	"golang.org/x/text/transform"

	"zhmd/convert/internal/engine"
)

// maxPending bounds what is converted at once, and so what is held.
const maxPending = 64 << 10

// A transformer converts what it can of its input and hands the result out as
// there is room for it.
type transformer struct {
	program *engine.Program
	out     []byte // converted
	done    int    // how much of out has been handed out
	last    []byte // the last byte converted, if there is one
	held    []byte // last and what follows
}

// Reset implements [transform.Transformer].
func (t *transformer) Reset() { t.out, t.done, t.last = t.out[:0], 0, t.last[:0] }

// Transform implements [transform.Transformer]. Input counts as consumed once
// it is converted, though the result may be handed out by later calls.
func (t *transformer) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for {
		n := copy(dst[nDst:], t.out[t.done:])
		nDst, t.done = nDst+n, t.done+n
		if t.done < len(t.out) {
			return nDst, nSrc, transform.ErrShortDst
		}
		if nSrc == len(src) {
			return nDst, nSrc, nil
		}
		part := t.convert(src[nSrc:], atEOF)
		if part == 0 {
			return nDst, nSrc, transform.ErrShortSrc
		}
		nSrc += part
	}
}

// convert converts the beginning of src, and gives how much that is.
func (t *transformer) convert(src []byte, atEOF bool) int {
	text, from := t.behindLast(src[:min(len(src), maxPending)])
	end := len(text)
	if !atEOF || len(src) > maxPending {
		end = t.program.Boundary(text, from)
	}
	if end > from {
		t.out, t.done = t.program.AppendFrom(t.out[:0], text[:end], from), 0
		t.last = append(t.last[:0], text[end-1])
	}
	return end - from
}

// behindLast gives src and its offset in that. What was converted last stands
// before it where both are ASCII: only there does it matter, and mostly a
// division is behind a line break.
func (t *transformer) behindLast(src []byte) (text []byte, from int) {
	if len(t.last) == 0 || t.last[0] < '0' || t.last[0] >= utf8.RuneSelf || src[0] < '0' || src[0] >= utf8.RuneSelf {
		return src, 0
	}
	t.held = append(append(t.held[:0], t.last...), src...)
	return t.held, 1
}
