package words

import (
	"bytes"

	"golang.org/x/text/transform"
)

// A Stream converts a text in parts, block by block. It is a
// [transform.Transformer].
type Stream struct {
	program *Program
	first   Seen // as it was at the beginning
	seen    Seen
	held    []byte // what has come and is not converted
	out     []byte // what is converted
	done    int    // how much of out has been handed out
}

// NewStream makes a stream of a document of which seen is known.
func (p *Program) NewStream(seen Seen) *Stream { return &Stream{program: p, first: seen, seen: seen} }

// Reset implements [transform.Transformer].
func (s *Stream) Reset() {
	s.seen, s.held, s.out, s.done = s.first, s.held[:0], s.out[:0], 0
}

// Transform implements [transform.Transformer]. All input counts as consumed,
// though a block is converted only when its end has come.
func (s *Stream) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for {
		n := copy(dst[nDst:], s.out[s.done:])
		nDst, s.done = nDst+n, s.done+n
		if s.done < len(s.out) {
			return nDst, nSrc, transform.ErrShortDst
		}
		part := src[nSrc:min(len(src), nSrc+maxBlock)]
		s.held = append(s.held, part...)
		nSrc += len(part)
		last := atEOF && nSrc == len(src)
		whole := last || len(s.held) > maxBlock || bytes.IndexByte(part, '\n') >= 0 // else no block may have ended
		if !(whole && s.convert(last)) && nSrc == len(src) {
			return nDst, nSrc, nil
		}
	}
}

// convert converts the blocks that are there whole, and tells whether there were
// any.
func (s *Stream) convert(atEOF bool) bool {
	s.out, s.done = s.out[:0], 0
	from := 0
	for c := (cutter{src: s.held}); from < len(s.held); {
		end := c.end(from)
		if !atEOF && !s.ends(end) {
			break
		}
		var n int
		s.out, n = s.program.appendBlock(s.out, s.held[from:end], &s.seen)
		from += n
	}
	s.held = append(s.held[:0], s.held[from:]...)
	return from > 0
}

// ends reports whether a block ends at end whatever comes behind what is held.
func (s *Stream) ends(end int) bool { return end < len(s.held) || s.held[end-1] == '\n' }
