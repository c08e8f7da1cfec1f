package pipeline

import "bytes"

// A batch is runs of several pieces that are converted in one go.
type batch struct {
	text  []byte // of all, each with a divider behind it
	cuts  []int  // offsets in text: where pieces and dividers end, but the last
	spans []span // the pieces in the source, and nothing for the dividers
}

// maxBatch is from which size in bytes on a batch takes no more runs: a converter
// may go through all cuts that it has not come to.
const maxBatch = 4 << 10

// newBatches makes batches of the runs of several spans.
func newBatches(source []byte, r *runs) []batch {
	var all []batch
	room := r.mixed()
	for spans := range r.each {
		if len(spans) == 1 {
			continue
		}
		last := len(all) - 1
		if last < 0 || len(all[last].text) >= maxBatch {
			all = append(all, newBatch(room))
			last++
		}
		all[last].add(source, spans)
	}
	return all
}

// newBatch makes a batch with memory for as much as there is or as it usually takes.
func newBatch(most room) batch {
	pieces := min(most.runs+most.spans, maxBatch/24)
	return batch{make([]byte, 0, min(most.text, maxBatch+maxBatch/4)), make([]int, 0, pieces), make([]span, 0, pieces)}
}

func (b *batch) add(source []byte, spans []span) {
	for _, s := range spans {
		b.piece(s, source[s.start:s.end]...)
	}
	b.piece(span{}, divider)
}

func (b *batch) piece(s span, text ...byte) {
	if len(b.text) > 0 {
		b.cuts = append(b.cuts, len(b.text))
	}
	b.text, b.spans = append(b.text, text...), append(b.spans, s)
}

// convert adds what becomes of the pieces to the patches. ok is false if that is not
// harmless.
func (b *batch) convert(s *scratch, a appender) (ok bool) {
	from, at, letters := len(s.pieces), 0, false
	s.pieces, s.ends, letters = a.AppendPieces(s.pieces, b.text, b.cuts, s.ends[:0])
	if len(s.ends) != len(b.cuts) {
		return false
	}
	for i, to := range append(s.ends, len(s.pieces)) {
		end := len(b.text)
		if i < len(b.cuts) {
			end = b.cuts[i]
		}
		if !s.patch(b.spans[i], b.text[at:end], s.pieces[from:to], letters) {
			return false
		}
		from, at = to, end
	}
	return true
}

// patch adds what becomes of a piece, unless there is nothing to change. ok is false if
// it is not harmless. A piece does not become empty: what is around it could be read
// otherwise.
func (s *scratch) patch(where span, old, with []byte, letters bool) (ok bool) {
	isDivider := where.start == where.end
	if bytes.Equal(old, with) || len(with) == 0 && !isDivider {
		return true
	}
	s.patches = append(s.patches, patch{where, with})
	return !isDivider && (letters || sameButLetters(old, with))
}
