package words

import (
	"bytes"
	"slices"
)

// Edits calls emit for each part of text that is changed, in order, with its
// offsets and what is written in its place. A word that reaches over one of the
// cuts, which are ascending offsets, keeps its number of characters.
func (p *Program) Edits(text []byte, cuts []int, seen *Seen, emit func(start, end int, replacement string)) {
	f := p.fast(text)
	b := blocks.Get().(*block)
	defer blocks.Put(b)
	c := cutter{src: text}
	for at := 0; at < len(text); {
		end := c.end(at)
		for len(cuts) > 0 && cuts[0] <= at {
			cuts = cuts[1:]
		}
		if f != nil && seen.Names == nil && p.editFast(f, text, at, end, cuts, seen, emit) || p.stays(text[at:end], seen) {
			at = end
			continue
		}
		p.editBlock(text[at:end], cuts, at, b, seen, emit)
		at = end
	}
}

// editBlock does it for the block that begins at the offset base, which cuts and
// edits count from.
func (p *Program) editBlock(text []byte, cuts []int, base int, b *block, seen *Seen, emit func(int, int, string)) {
	cuts = shifted(cuts, base, len(text))
	b.readAround(p, text, cuts)
	seen.note(b)
	if p.leaves(b) {
		return
	}
	allowed, change := p.judge(b, seen)
	moved := func(start, end int, s string) { emit(base+start, base+end, s) }
	if by, ok := p.whole(allowed); ok {
		if b.out, ok = p.appendAround(b.out[:0], b, by); ok {
			b.editAround(cuts, by, moved)
			return
		}
	}
	steps := p.divide(b, allowed, change)
	if p.native == inHans {
		p.editParts(b, steps, change, cuts, moved)
		return
	}
	for _, s := range steps {
		start, end := b.start(s.from), b.ends[s.to-1]
		for len(cuts) > 0 && cuts[0] <= start {
			cuts = cuts[1:]
		}
		b.out = p.write(b.out[:0], b, s, change, len(cuts) > 0 && cuts[0] < end)
		if !bytes.Equal(b.out, text[start:end]) {
			emit(base+start, base+end, string(b.out))
		}
	}
	seen.count(&b.hits)
}

// shifted gives the cuts inside the n bytes from base on, counted from there.
func shifted(cuts []int, base, n int) []int {
	from, _ := slices.BinarySearch(cuts, base+1)
	to, _ := slices.BinarySearch(cuts, base+n)
	if from >= to {
		return nil
	}
	all := slices.Clone(cuts[from:to])
	for i := range all {
		all[i] -= base
	}
	return all
}
