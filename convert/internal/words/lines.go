package words

import "bytes"

// lines are the blocks of a text that is converted the fast way, one after the other
// without looking for their ends first.
type lines struct {
	*writer
	seen    *Seen
	cutter  cutter
	begin   int  // where the block begins
	written int  // and what was written before it
	heard   bool // the domains may have changed since they were asked for
	odd     bool // other than letters may have taken the place of something
}

// appendFast converts src, block by block, and appends the result to dst. letters is as
// for [Program.AppendLetters].
func (p *Program) appendFast(f *fast, dst, src []byte, seen *Seen) (out []byte, letters bool) {
	w := writers.Get().(*writer)
	defer writers.Put(w)
	w.Program, w.fast, w.src, w.failed = p, f, src, false
	w.buf, w.n = dst[:cap(dst)], len(dst)
	l := &w.own
	*l = lines{writer: w, seen: seen, cutter: cutter{src: src}, heard: true}
	w.lines = l
	l.convert()
	out, letters = w.buf[:w.n], !l.odd
	w.src, w.buf, w.lines, w.own = nil, nil, nil, lines{}
	return out, letters
}

func (l *lines) convert() {
	l.start(0, l.n)
	for i := 0; i < len(l.src); {
		switch {
		case l.failed:
			i = l.again(l.cutter.end(l.begin))
		case i >= l.writer.end && !l.last(): // longer than a block may be
			i = l.long()
		default:
			i = l.next(i)
		}
	}
	if l.failed {
		l.again(len(l.src))
	} else if l.begin < len(l.src) {
		l.end(len(l.src), len(l.src), len(l.src))
	}
}

// start begins a block, before which so many bytes have been written.
func (l *lines) start(at, written int) {
	l.begin, l.written = at, written
	l.odd = l.odd || l.any&isOdd != 0
	l.any, l.first, l.low, l.writer.end = 0, at, at, min(len(l.src), at+maxBlock)
	if l.heard || l.hits.domains != 0 {
		l.domains, l.heard = l.seen.domains(), false
	}
	l.hits, l.pending = hits{}, 0
}

// last tells whether the end that is looked at is that of the text.
func (l *lines) last() bool { return l.writer.end == len(l.src) }

// inASCII ends the block at the first line break between two offsets, up to which
// ASCII has been written; other blocks may be in there whole.
func (l *lines) inASCII(from, to int) {
	first := bytes.IndexByte(l.src[from:to], '\n')
	if first < 0 {
		return
	}
	l.end(from+first+1, from+bytes.LastIndexByte(l.src[from:to], '\n')+1, to)
}

// end ends the block at end and begins one at next; up to the offset at all has been
// written, byte for byte from end on.
func (l *lines) end(end, next, at int) {
	switch {
	case l.untold(l.begin, end) != 0:
		l.anew(end)
		l.copied(l.src[end:at])
	case !l.isHans(l.begin, end, l.seen):
		l.n = l.written
		l.general(l.begin, end)
		l.copied(l.src[end:at])
	}
	l.start(next, l.n-(at-next))
}

// again converts the block, which ends at end, as what it is, and gives its end.
func (l *lines) again(end int) int {
	l.failed, l.n = false, l.written
	l.general(l.begin, end)
	l.start(end, l.n)
	return end
}

// long converts the beginning of a text without line breaks.
func (l *lines) long() int {
	end := l.cutter.end(l.begin)
	l.anew(end)
	l.start(end, l.n)
	return end
}

// anew converts the block up to end once more, by itself.
func (l *lines) anew(end int) {
	w := l.writer
	w.lines = nil
	out, ok := w.block(l.buf[:l.written], l.begin, end, l.seen)
	if w.lines, w.failed, l.heard = l, false, true; !ok {
		l.n = l.written // of a buffer that may have grown, with the same in it
		l.general(l.begin, end)
		return
	}
	l.n, l.buf = len(out), out[:cap(out)]
}

// general converts a block by looking for all its words.
func (l *lines) general(begin, end int) {
	b := blocks.Get().(*block)
	defer blocks.Put(b)
	out := l.appendBlock(l.buf[:l.n], l.src[begin:end], b, l.seen)
	l.heard, l.odd = true, true
	l.n, l.buf = len(out), out[:cap(out)]
}

// copied writes what is copied.
func (l *lines) copied(text []byte) {
	out := append(l.buf[:l.n], text...)
	l.n, l.buf = len(out), out[:cap(out)]
}
