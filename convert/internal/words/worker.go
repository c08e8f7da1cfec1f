package words

import (
	"sync"
	"unicode/utf8"

	"zhmd/convert/internal/engine"
	"zhmd/convert/internal/table"
	"zhmd/convert/internal/trie"
)

// A worker converts blocks for a program: it decides what changes in one, and owns the
// memory that takes. Whatever is wanted of the result is made of its edits.
type worker struct {
	*Program
	block
	lex     *Lexicon // of both
	cuts    []int    // in the block, not yet come to
	allowed mask
	change  int
	edits   []edit
	gaps    []edit // of decided characters behind words that are not, see decide
	taken   int    // how many of gaps are in edits again
	asked   uint32 // topics that would have made a difference, as bits
	hits    hits   // regional words that were written
	scratch []byte
	collect func(start, end int, s string) // adds an edit of the text behind base
	base    int
	record  *record // of how blocks are read; nil for none
}

// An edit replaces the bytes of a block from start to end.
type edit struct {
	start, end int
	text       string
}

var workers = sync.Pool{New: func() any {
	w := new(worker)
	w.collect = func(start, end int, s string) { w.put(w.base+start, w.base+end, s) }
	return w
}}

// worker returns a worker for the program, which must be released.
func (p *Program) worker() *worker {
	w := workers.Get().(*worker)
	w.Program, w.lex = p, p.lex
	return w
}

func (w *worker) release() {
	w.Program, w.block.text, w.block.names, w.cuts, w.record, w.traced = nil, nil, nil, nil, nil, nil
	workers.Put(w)
}

// put writes s for a part of the block, unless it is what stands there.
func (w *worker) put(start, end int, s string) {
	if string(w.text[start:end]) != s {
		w.edits = append(w.edits, edit{start, end, s})
	}
}

// convert decides what changes in a block, notes what it tells of the document, and
// returns it: text up to an invalid byte. cuts are offsets into it, see [Program.Edits].
func (w *worker) convert(text []byte, cuts []int, seen *Seen) []byte {
	w.read(w.Program, text, cuts)
	w.find(cuts, seen)
	return w.text
}

// find finds the edits of the block that has been read.
func (w *worker) find(cuts []int, seen *Seen) {
	w.names = seen.Names
	seen.note(&w.block)
	if w.record != nil {
		w.record.before = len(w.record.readings)
	}
	if w.clear(); w.leaves(&w.block) {
		w.note(Reading{Kind: OfOther, End: len(w.text)}, 0)
		return
	}
	w.allowed, w.change = w.judge(&w.block, seen)
	if by, ok := w.whole(w.allowed); ok {
		if w.around(by, cuts) {
			return
		}
		w.clear()
	}
	if w.cuts = cuts; w.record == nil && !w.open {
		w.windows()
	} else {
		w.render(w.divide(), cuts)
	}
	if missed := w.asked &^ w.topics; missed != 0 && w.mayTell(missed) {
		w.clear()
		w.render(w.divide(), cuts)
	}
	seen.count(&w.hits)
}

// clear forgets what has been decided about the block.
func (w *worker) clear() {
	w.edits, w.hits, w.asked = w.edits[:0], hits{}, 0
	if w.record != nil {
		w.record.readings = w.record.readings[:w.record.before]
	}
}

// whole reports whether a block in these scripts is converted without looking for words but
// those of the glossary, and by what: nil for by nothing.
func (p *Program) whole(allowed mask) (by *engine.Program, ok bool) {
	switch {
	case allowed == maskHant && p.native == inHans && !p.byWord:
		return p.foreign, true
	case allowed == 1<<p.native && !p.always:
		return p.shapes, true
	}
	return nil, false
}

// around finds what OpenCC makes of a block in one script, around the pins. It reports
// whether no Traditional character is left where there should be none: that is right for
// some names, and a word divided in the wrong place otherwise.
func (w *worker) around(by *engine.Program, cuts []int) (ok bool) {
	ok = true
	w.eachPart(func(start, end int, pin *pin) {
		from := len(w.edits)
		switch {
		case pin != nil:
			w.put(start, end, pin.value)
		case by != nil && start < end:
			ok = w.convertBy(by, start, end, cuts) && ok
		}
		w.noteAround(start, end, pin, from)
	})
	return ok
}

// eachPart calls f for each part of the block between what somebody has fixed, for which
// pin is nil, and for that.
func (b *block) eachPart(f func(start, end int, pin *pin)) {
	at := 0
	for i := range b.pins {
		if pin := &b.pins[i]; pin.kind != pinForeign {
			start, end := b.start(pin.at), b.ends[pin.at]
			f(at, start, nil)
			f(start, end, pin)
			at = end
		}
	}
	f(at, len(b.text), nil)
}

// convertBy finds what OpenCC makes of a part of the block. It reports whether no
// Traditional character is left where there should be none.
func (w *worker) convertBy(by *engine.Program, start, end int, cuts []int) bool {
	found := len(w.edits)
	w.base = start
	by.Edits(w.text[start:end], shifted(cuts, start, end-start), w.collect)
	if w.native != inHans {
		return true
	}
	for _, e := range w.edits[found:] {
		if hasHant(w.lex, w.text[start:e.start]) || hasHant(w.lex, e.text) {
			return false
		}
		start = e.end
	}
	return !hasHant(w.lex, w.text[start:end])
}

// hasHant reports whether text has a character that only Traditional text has.
func hasHant[T string | []byte](l *Lexicon, text T) bool {
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := decode(text[i:])
		if l.Flags[l.Symbols.Of(r)]&OnlyHant != 0 {
			return true
		}
		i += size
	}
	return false
}

// decode returns the character that text begins with.
func decode[T string | []byte](text T) (rune, int) {
	var buf [utf8.UTFMax]byte
	return utf8.DecodeRune(buf[:copy(buf[:], text)])
}

// divide divides the whole block, and finds out what its words tell of it.
func (w *worker) divide() []step {
	if w.record != nil {
		w.record.edges = w.record.edges[:0]
		w.traced = func(e edge) { w.record.edges = append(w.record.edges, e) }
	}
	steps := w.search(w.allowed, w.change)
	if w.native == inHans {
		return steps
	}
	w.settle(steps)
	w.weigh(&w.block, steps)
	if w.record != nil {
		w.record.alike = w.rivals()
	}
	return steps
}

// windows divides the block around each place where words make a difference, and finds
// what changes there and between.
func (w *worker) windows() {
	b, l := &w.block, &w.lattice
	l.reset(b, w.allowed, w.change)
	pending := 0 // edits from here on are of gaps behind words that are not decided
	for i := 0; i < len(b.syms); {
		if i = w.gap(i); i == len(b.syms) {
			break
		}
		from, to := w.window(i)
		for n := len(w.edits); n > pending && w.edits[n-1].start >= b.start(from); n-- {
			w.edits = w.edits[:n-1]
		}
		if l.skip(from); l.settled() {
			pending = w.decide(pending)
		}
		if l.search(to); l.settled() {
			pending = w.decide(pending)
		}
		i = to
	}
	l.skip(len(b.syms))
	w.decide(pending)
}

// decide renders the words on the best path up to where the lattice has come, among the
// edits of gaps from pending on, and returns how many edits there are.
func (w *worker) decide(pending int) int {
	if !w.lattice.words {
		w.lattice.begin()
		return len(w.edits)
	}
	w.gaps, w.taken = append(w.gaps[:0], w.edits[pending:]...), 0
	w.edits = w.edits[:pending]
	for _, s := range w.lattice.best() {
		w.renderStep(s)
	}
	w.lattice.begin()
	return len(w.edits)
}

// gap finds the edits of characters from i on up to one where words make a difference, and
// returns that.
func (w *worker) gap(i int) int {
	syms, ends, chars, rows, shift := w.syms, w.ends, w.chars, w.keys.Rows, w.keys.Shift
	named := w.names != nil && w.names.lengths != nil
	both, script := w.allowed == maskBoth, uint8(w.allowed>>inHant)
	c, next := w.charAt(i), w.charAt(i+1)
	start := uint64(c.class())<<16 | uint64(next.class())
	begin := w.start(i)
	for ; i < len(syms); i++ {
		third := char(knownChar)
		if i+2 < len(syms) { // as in charAt, a call of which is felt here
			if third = char(chars[syms[i+2]].Load()); third == 0 {
				third = w.findChar(syms[i+2])
			}
		}
		start = start<<16 | uint64(third.class())
		pair := trie.Pair(start)
		if syms[i] == table.Unknown {
			if len(w.pins) > 0 {
				w.renderBetween(i)
			}
		} else if c.isOpen(w.allowed) || trie.BeginsDeep(rows[trie.Index(pair, start, shift)], pair, start) || named && w.names.begins.has(c.class()) && w.names.at(&w.block, i) != nil {
			return i
		} else {
			if both {
				script = c.script()
			}
			if c.changes(script) {
				w.edits = append(w.edits, edit{begin, ends[i], w.becomes(syms[i], c, script)})
			}
		}
		begin, c, next = ends[i], next, third
	}
	return i
}

// charAt returns what is known of the character i; nothing behind the last.
func (w *worker) charAt(i int) char {
	if i >= len(w.syms) {
		return 0
	}
	return w.char(w.syms[i])
}

// window returns the nearest places around the character i that no word reaches over, the
// first one behind what has been searched.
func (w *worker) window(i int) (from, to int) {
	from, to = i, i+1
	for from > w.lattice.at && w.joined(from) {
		from--
	}
	for to < len(w.syms) && w.joined(to) {
		to++
	}
	if w.names != nil && w.names.lengths != nil {
		to = w.withNames(from, to)
	}
	return from, to
}

// classAt returns what stands for the character i in the keys of words, Unknown behind the
// last.
func (b *block) classAt(i int) Symbol {
	if i < len(b.syms) {
		return b.lex.Class[b.syms[i]]
	}
	return table.Unknown
}

// withNames returns the end of a window from which no name of the document reaches on.
func (b *block) withNames(from, to int) int {
	for i := from; i < to; i++ {
		if b.syms[i] != table.Unknown {
			to = max(to, i+len(b.names.at(b, i)))
		}
		for i == to-1 && to < len(b.syms) && b.joined(to) {
			to++
		}
	}
	return to
}

// joined reports whether a word may reach over the beginning of the character i.
func (b *block) joined(i int) bool {
	last, s := b.syms[i-1], b.syms[i]
	return last != table.Unknown && s != table.Unknown && b.lex.Pairs.Has(b.lex.Class[last], b.lex.Class[s])
}

// mayTell reports whether a word that the block may be divided into tells of one of some
// topics.
func (b *block) mayTell(topics uint32) bool {
	lex := b.lex
	for i, s := range b.syms {
		class := lex.Class[s]
		if first := lex.Single[class]; first != 0 && lex.anyOf(int32(first-1))&topics != 0 {
			return true
		}
		base := lex.Trie.Roots[class]
		for j := i + 1; base != 0 && j < len(b.syms); j++ {
			n, ok := lex.Trie.Step(base, lex.Class[b.syms[j]])
			if !ok {
				break
			}
			if v := n.Value(); v != 0 && lex.anyOf(int32(v-1))&topics != 0 {
				return true
			}
			base = n.Base()
		}
	}
	return false
}
