package engine

import (
	"encoding/binary"
	"slices"
	"unicode/utf8"

	"zhmd/convert/internal/table"
)

// room is the space that the output has before anything is written that is not
// measured first: a character, any value, and what the last store of eight bytes
// spills.
const room = utf8.UTFMax + table.MaxRefLen + 17

// Append converts src and appends the result to dst. It does not allocate if
// dst has room for the result and half as much again.
//
// It does what going from op to op does. What most of a Chinese text is made
// of, ASCII and characters of three bytes, is dealt with here at full speed, and
// everything else left to op.
func (p *Program) Append(dst, src []byte) []byte { return p.AppendFrom(dst, src, 0) }

// AppendFrom does the same with src[from:], knowing what is before it: a word of
// a glossary does not begin inside a word of ASCII.
func (p *Program) AppendFrom(dst, src []byte, from int) []byte {
	switch {
	case p.chain != nil:
		return p.appendChained(dst, src, from)
	case len(src) > maxPadded:
		return p.append(dst, src, from, len(src))
	}
	padded := paddeds.Get().(*[]byte)
	defer paddeds.Put(padded)
	*padded = append(append((*padded)[:0], src...), padding...)
	return p.append(dst, *padded, from, len(src))
}

// maxPadded is the size in bytes up to which a text is copied, so that its last
// characters are dealt with at full speed too: in a short text they count.
const maxPadded = 1 << 10

// append converts src[from:to]; what is behind that is padding.
func (p *Program) append(dst, src []byte, from, to int) []byte {
	w := output{buf: dst[:cap(dst)], n: len(dst), look: p.look(), outs: p.outs()}
	for i := from; i < to; {
		w.reserve(room)
		if src[i] < utf8.RuneSelf {
			if end := p.appendASCII(&w, src, i); end > i {
				i = end
				continue
			}
		} else if end := p.appendHan(&w, src, i); end > i {
			i = end
			continue
		}
		o := p.op(src, i, nil, nil)
		if o.keep {
			w.copy(src[i:o.end])
		} else {
			w.copyString(o.text)
		}
		i = o.end
	}
	return w.buf[:w.n]
}

// An output is bytes that are being written: buf[:n], of a buffer that is
// longer so that stores need not be exact.
type output struct {
	buf []byte
	n   int

	look
	outs *[1 << 16]uint32 // of the program
	// aligned is the last place in the source that is known to begin an op.
	aligned int
}

// reserve makes room for size bytes.
func (w *output) reserve(size int) {
	if len(w.buf)-w.n < size {
		w.buf = slices.Grow(w.buf[:w.n], max(size, len(w.buf)/2))
		w.buf = w.buf[:cap(w.buf)]
	}
}

func (w *output) copy(b []byte) {
	w.reserve(len(b) + room)
	w.n += copy(w.buf[w.n:], b)
}

func (w *output) copyString(s string) {
	w.reserve(len(s) + room)
	w.n += copy(w.buf[w.n:], s)
}

// appendASCII copies the ASCII at i up to where it ends or a key begins, and
// gives that place.
func (p *Program) appendASCII(w *output, src []byte, i int) int {
	if p.ascii.within {
		end := p.asciiRun(src, i)
		w.copy(src[i:end])
		return end
	}
	start, buf, n := i, w.buf, w.n
	for i+8 <= len(src) && n+8 <= len(buf) {
		eight := binary.LittleEndian.Uint64(src[i:])
		binary.LittleEndian.PutUint64(buf[n:], eight)
		k := asciiPrefix(eight)
		i, n = i+k, n+k
		if k < 8 {
			break
		}
	}
	for i < len(src) && n < len(buf) && src[i] < utf8.RuneSelf {
		buf[n] = src[i]
		i, n = i+1, n+1
	}
	if i < len(src) && src[i-1] < utf8.RuneSelf && p.ascii.last[src[i-1]] {
		if key := p.keyBefore(src, start, i); key < i {
			n -= i - key
			i = key
		}
	}
	w.n = n
	return i
}
