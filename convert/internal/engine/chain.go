package engine

import (
	"sync"
	"unicode/utf8"

	"zhmd/convert/internal/opencc"
	"zhmd/convert/internal/table"
	"zhmd/convert/internal/trie"
)

// Where the first of two stages has phrases of its own, what is between two
// segments has to be written down before the second can be searched.

// appendChained converts src[i:] and appends the result to dst.
func (p *Program) appendChained(dst, src []byte, i int) []byte {
	scratch := scratches.Get().(*[]byte)
	defer scratches.Put(scratch)
	for i < len(src) {
		if end := p.stretchEnd(src, i); end > i {
			*scratch = p.chain[0].Append((*scratch)[:0], src[i:end])
			dst = p.chain[1].Append(dst, *scratch)
			i = end
			continue
		}
		o := p.op(src, i, nil, nil)
		dst = append(dst, o.text...)
		i = o.end
	}
	return dst
}

var scratches = sync.Pool{New: func() any { return new([]byte) }}

// stretchEnd is where the text at i ends that is between segments; i if one
// begins there.
func (p *Program) stretchEnd(src []byte, i int) int {
	for i < len(src) && !p.taken(src, i) {
		i += p.skip(src, i)
	}
	return i
}

// taken tells whether a segment or a word of the glossary begins at i.
func (p *Program) taken(src []byte, i int) bool {
	symbol, _ := p.at(src, i)
	c := &p.chars[symbol]
	if c.gloss != 0 {
		if end, _ := p.gloss.match(p, src, i, nil); end > 0 {
			return true
		}
	}
	if c.main == 0 {
		return false
	}
	end, _ := p.phrase(src, i, nil)
	return end > 0
}

// skip is the length of what cannot be divided at i between segments.
func (p *Program) skip(src []byte, i int) int {
	if src[i] < utf8.RuneSelf {
		return 1
	}
	symbol, size := p.at(src, i)
	if table.Describes(symbol) {
		return p.description(src, i)
	}
	return size
}

// composeChain sets what becomes of characters by themselves, and marks those with which
// a phrase of a stage begins for [Program.chained].
func (p *Program) composeChain() {
	first, second := p.chain[0], p.chain[1]
	for i := range p.chars {
		s, ref := trie.Symbol(i), first.refs[i]
		if ref != 0 {
			r, _ := utf8.DecodeRuneInString(p.text(ref))
			s = p.symbols.Of(r)
		}
		if first.chars[i].main != 0 || second.chars[s].main != 0 || ref != 0 && utf8.RuneCountInString(p.text(ref)) > 1 {
			p.chars[i].between = 1
		}
		if next := second.refs[s]; next != 0 {
			ref = next
		}
		p.refs[i] = ref
	}
}

// chained gives what both stages do at i, between segments: the shortest part
// that both have done with. That is mostly one match of the first. f is where
// the work for what follows is kept; nil to keep nothing.
func (p *Program) chained(src []byte, i int, cuts []int, f *flow) op {
	if f == nil {
		f = &flow{}
	}
	f.begin(p, src, i, cuts)
	for done := f.start; ; {
		done += f.second(done)
		if end, ok := f.sourceOf(done); ok {
			return f.result(end, done)
		}
	}
}

// A flow is the first stage's output between two segments, as far as the second
// has asked for it, and the second's of the part that is being converted.
type flow struct {
	p    *Program
	src  []byte
	cuts []int

	from  int    // where in the source the part begins
	start int    // and where in mid
	mid   []byte // what the first stage wrote
	text  []byte // what the second wrote of the part
	steps []step // of the first stage, those of the part and behind it
	at    int    // where in the source the first stage goes on
	end   int    // where the stretch ends; -1 while that is not known
}

// A step is one op of the first stage, by where it ends.
type step struct{ src, mid int }

// begin makes the part begin at i. What the first stage has done behind the last
// part is kept if that ended here.
func (f *flow) begin(p *Program, src []byte, i int, cuts []int) {
	if f.p != p || f.from != i || len(f.src) != len(src) || f.at < i || f.end == i {
		*f = flow{p: p, src: src, from: i, at: i, end: -1, mid: f.mid[:0], text: f.text, steps: f.steps[:0]}
	}
	f.cuts, f.text = cuts, f.text[:0]
	if f.start > 1<<12 { // what is done with is dropped now and then
		f.mid = append(f.mid[:0], f.mid[f.start:]...)
		for k := range f.steps {
			f.steps[k].mid -= f.start
		}
		f.start = 0
	}
}

// more does one op of the first stage; false at the end of the stretch.
func (f *flow) more() bool {
	i := f.at
	if f.end < 0 && (i >= len(f.src) || i > f.from && f.p.taken(f.src, i)) {
		f.end = i
	}
	if f.end >= 0 && i >= f.end {
		return false
	}
	o := f.p.chain[0].op(f.src[:f.limit(i)], i, behind(f.cuts, i), nil)
	if o.keep {
		f.mid = append(f.mid, f.src[i:o.end]...)
	} else {
		f.mid = append(f.mid, o.text...)
	}
	f.at = o.end
	f.steps = append(f.steps, step{o.end, len(f.mid)})
	return true
}

// limit is where a match of the first stage at i has to end: where the next
// segment begins, as far as a match can reach.
func (f *flow) limit(i int) int {
	symbol, _ := f.p.chain[0].at(f.src, i)
	j := i + f.p.skip(f.src, i)
	if f.p.chain[0].chars[symbol].main == 0 {
		return j
	}
	for n := 1; n < f.p.longest && j < len(f.src); n++ {
		if f.p.taken(f.src, j) {
			return j
		}
		j += f.p.skip(f.src, j)
	}
	return j
}

// second does one op of the second stage at the offset done of mid, for which
// it needs as much of mid as a key or a description sequence can be long, and
// gives how much of mid that was.
func (f *flow) second(done int) int {
	stage := f.p.chain[1]
	for len(f.mid)-done < utf8.UTFMax*opencc.MaxIDS {
		if len(f.mid) > done {
			symbol, _ := stage.at(f.mid, done)
			if !table.Describes(symbol) && (stage.chars[symbol].main == 0 || len(f.mid)-done >= utf8.UTFMax*f.p.longest) {
				break
			}
		}
		if !f.more() {
			break
		}
	}
	o := stage.op(f.mid, done, f.midCuts(done), nil)
	if o.keep {
		f.text = append(f.text, f.mid[done:o.end]...)
	} else {
		f.text = append(f.text, o.text...)
	}
	return o.end - done
}

// midCuts gives the cuts behind done in mid, where they are known: at the ends
// of the first stage's steps.
func (f *flow) midCuts(done int) []int {
	if len(f.cuts) == 0 {
		return nil
	}
	var cuts []int
	k := 0
	for _, s := range f.steps {
		for k < len(f.cuts) && f.cuts[k] < s.src {
			k++
		}
		if k < len(f.cuts) && f.cuts[k] == s.src && s.mid > done {
			cuts = append(cuts, s.mid)
		}
	}
	return cuts
}

// sourceOf gives the place in the source that done in mid comes from, if a step
// of the first stage ends there.
func (f *flow) sourceOf(done int) (end int, ok bool) {
	for _, s := range f.steps {
		if s.mid >= done {
			return s.src, s.mid == done
		}
	}
	return 0, false
}

// result gives the part's op and moves on behind it.
func (f *flow) result(end, done int) op {
	o := op{end: end, keep: string(f.text) == string(f.src[f.from:end])}
	if !o.keep {
		o.text = string(f.text)
	}
	f.from, f.start = end, done
	k := 0
	for k < len(f.steps) && f.steps[k].mid <= done {
		k++
	}
	f.steps = append(f.steps[:0], f.steps[k:]...)
	return o
}

// behind gives the cuts behind i.
func behind(cuts []int, i int) []int {
	for len(cuts) > 0 && cuts[0] <= i {
		cuts = cuts[1:]
	}
	return cuts
}
