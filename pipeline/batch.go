package pipeline

import "zhmd/convert"

// A batch is runs of several pieces whose edits are found in one go.
type batch struct {
	text   []byte  // of all, each with a divider behind it
	cuts   []int   // offsets in text
	runs   []run   // without their cuts
	pieces []piece // of the runs
	ends   []int   // of their texts in text
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
	runs, spans := min(most.runs, maxBatch/64), min(most.spans, maxBatch/32)
	return batch{
		text: make([]byte, 0, min(most.text, maxBatch+maxBatch/4)), cuts: make([]int, 0, spans),
		runs: make([]run, 0, runs), ends: make([]int, 0, runs), pieces: make([]piece, 0, spans),
	}
}

func (b *batch) add(source []byte, spans []span) {
	base, first := len(b.text), len(b.pieces)
	for i, s := range spans {
		if i > 0 {
			b.cuts = append(b.cuts, len(b.text))
		}
		b.pieces = append(b.pieces, piece{len(b.text) - base, s.start})
		b.text = append(b.text, source[s.start:s.end]...)
	}
	end, last := len(b.text), len(b.pieces)
	b.runs = append(b.runs, run{text: b.text[base:end:end], pieces: b.pieces[first:last:last]})
	b.ends, b.text = append(b.ends, end), append(b.text, divider)
}

// edits appends what c changes in the runs to dst, as edits of the source. They
// are found in some.
func (b *batch) edits(dst, some []convert.Edit, c convert.Converter) (all, found []convert.Edit) {
	found = c.Edits(some, b.text, b.cuts)
	rest, base := found, 0
	for i, end := range b.ends {
		n := 0
		for n < len(rest) && rest[n].Start <= end {
			n++
		}
		move(rest[:n], -base)
		dst = appendSourceEdits(dst, &b.runs[i], rest[:n])
		rest, base = rest[n:], end+1
	}
	return dst, found
}
