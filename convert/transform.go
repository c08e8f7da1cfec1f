package convert

import (
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
}

// Reset implements [transform.Transformer].
func (t *transformer) Reset() { t.out, t.done = t.out[:0], 0 }

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
		part := t.part(src[nSrc:], atEOF)
		if part == 0 {
			return nDst, nSrc, transform.ErrShortSrc
		}
		t.out, t.done = t.program.Append(t.out[:0], src[nSrc:nSrc+part]), 0
		nSrc += part
	}
}

// part is how much of src to convert next.
func (t *transformer) part(src []byte, atEOF bool) int {
	if atEOF && len(src) <= maxPending {
		return len(src)
	}
	return t.program.Boundary(src[:min(len(src), maxPending)])
}
