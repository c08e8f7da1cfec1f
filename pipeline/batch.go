package pipeline

import "zhmd/convert"

// A batch is runs of several pieces whose edits are found in one go.
type batch struct {
	text []byte // of all, each with a divider behind it
	cuts []int  // offsets in text
	runs []run  // without their cuts
	ends []int  // of their texts in text
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
			all = append(all, batch{
				text: make([]byte, 0, min(room.text, maxBatch+maxBatch/4)),
				runs: make([]run, 0, min(room.runs, maxBatch/64)), ends: make([]int, 0, min(room.runs, maxBatch/64)),
				cuts: make([]int, 0, min(room.spans, maxBatch/32)),
			})
			last++
		}
		all[last].add(source, spans)
	}
	for i := range all {
		all[i].finish()
	}
	return all
}

func (b *batch) add(source []byte, spans []span) {
	base, pieces := len(b.text), make([]piece, 0, len(spans))
	for i, s := range spans {
		if i > 0 {
			b.cuts = append(b.cuts, len(b.text))
		}
		pieces = append(pieces, piece{len(b.text) - base, s.start})
		b.text = append(b.text, source[s.start:s.end]...)
	}
	b.runs, b.ends = append(b.runs, run{pieces: pieces}), append(b.ends, len(b.text))
	b.text = append(b.text, divider)
}

// finish gives the runs their texts, which stay where they are from now on.
func (b *batch) finish() {
	start := 0
	for i, end := range b.ends {
		b.runs[i].text = b.text[start:end:end]
		start = end + 1
	}
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
