package engine

import (
	"slices"
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
	s := splicers.Get().(*splicer)
	s.dst, s.src, s.at = dst, src, i
	p.edits(src, i, nil, s.add)
	dst = append(s.dst, src[s.at:]...)
	s.dst, s.src = nil, nil
	splicers.Put(s)
	return dst
}

// A splicer appends a text with the edits that are added to it.
type splicer struct {
	dst, src []byte
	at       int // up to where src is appended
	add      func(start, end int, replacement string)
}

var splicers = sync.Pool{New: func() any {
	s := new(splicer)
	s.add = func(start, end int, replacement string) {
		s.dst = append(append(s.dst, s.src[s.at:start]...), replacement...)
		s.at = end
	}
	return s
}}

// chainFilter returns the filter of what may begin with something else than a character
// by itself: a segment, a phrase of the first stage, or what the first stage makes one of
// the second of.
func (p *Program) chainFilter() *trie.Filter {
	first, second := p.chain[0], p.chain[1]
	f := trie.FilterOfRows(make([]uint64, chainRows))
	f.Add(p.main.trie, nil)
	f.Add(first.main.trie, nil)
	in := make([]bool, len(p.runes)) // a phrase of the second stage
	second.main.trie.Each(func(key []trie.Symbol, _ uint32) {
		for _, s := range key {
			in[s] = true
		}
	})
	units := map[trie.Symbol][]unit{} // by the first symbol that it writes
	add := func(key []trie.Symbol, out []trie.Symbol) {
		if len(out) > 0 && in[out[0]] {
			units[out[0]] = append(units[out[0]], unit{key, out})
		}
	}
	for i := range p.runes {
		s := trie.Symbol(i)
		if ref := first.refs[s]; ref != 0 {
			add([]trie.Symbol{s}, p.spell(p.text(ref)))
		} else if in[s] {
			add([]trie.Symbol{s}, []trie.Symbol{s})
		}
	}
	first.main.trie.Each(func(key []trie.Symbol, value uint32) {
		add(slices.Clone(key), p.spell(p.text(first.main.refs[value-1])))
	})
	second.main.trie.Each(func(key []trie.Symbol, _ uint32) { addSources(f, units, nil, key) })
	return f
}

// chainRows is how many rows a chain's filter has: there are about 2,000 keys.
const chainRows = 1 << 12

// A unit is what the first stage writes for a character or a phrase.
type unit struct{ key, out []trie.Symbol }

// addSources adds the texts that the first stage makes a text of, which begin with source,
// to a filter; to is what is still to be made.
func addSources(f *trie.Filter, units map[trie.Symbol][]unit, source, to []trie.Symbol) {
	if len(source) > 2 || len(to) == 0 {
		f.AddKey(source)
		return
	}
	for _, u := range units[to[0]] {
		n := min(len(u.out), len(to))
		if slices.Equal(u.out[:n], to[:n]) {
			addSources(f, units, slices.Concat(source, u.key), to[n:])
		}
	}
}

// spell returns the symbols of a text.
func (p *Program) spell(text string) (all []trie.Symbol) {
	for _, r := range text {
		all = append(all, p.symbols.Of(r))
	}
	return all
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
		f = flows.Get().(*flow)
		defer flows.Put(f)
		f.p = nil
	}
	f.begin(p, src, i, cuts)
	for done := f.start; ; {
		done += f.second(done)
		if end, ok := f.sourceOf(done); ok {
			return f.result(end, done)
		}
	}
}

var flows = sync.Pool{New: func() any { return new(flow) }}

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

	results map[string]string // that have been written
}

// A step is one op of the first stage, by where it ends.
type step struct{ src, mid int }

// begin makes the part begin at i. What the first stage has done behind the last
// part is kept if that ended here.
func (f *flow) begin(p *Program, src []byte, i int, cuts []int) {
	if f.p != p || f.from != i || len(f.src) != len(src) || f.at < i || f.end == i {
		*f = flow{p: p, src: src, from: i, at: i, end: -1, mid: f.mid[:0], text: f.text, steps: f.steps[:0], results: f.results}
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
		o.text = f.known(f.text)
	}
	f.from, f.start = end, done
	k := 0
	for k < len(f.steps) && f.steps[k].mid <= done {
		k++
	}
	f.steps = append(f.steps[:0], f.steps[k:]...)
	return o
}

// known returns text as a string, the same one for the same text: there are few.
func (f *flow) known(text []byte) string {
	s, ok := f.results[string(text)]
	if !ok {
		if s = string(text); len(f.results) < maxResults {
			if f.results == nil {
				f.results = map[string]string{}
			}
			f.results[s] = s
		}
	}
	return s
}

// maxResults is how many strings are kept.
const maxResults = 1 << 11

// behind gives the cuts behind i.
func behind(cuts []int, i int) []int {
	for len(cuts) > 0 && cuts[0] <= i {
		cuts = cuts[1:]
	}
	return cuts
}
