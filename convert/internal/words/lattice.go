package words

import "zhmd/convert/internal/table"

// The scripts in which a character can stand.
const (
	inHans = iota
	inHant
	scripts
)

// A mask says which scripts are possible.
type mask uint8

const (
	maskHans mask = 1 << inHans
	maskHant mask = 1 << inHant
	maskBoth      = maskHans | maskHant
)

// A step is an arc of the cheapest path through a block.
type step struct {
	from, to int   // characters
	entry    int32 // by its number, from 0; none, ofName or ofGap
	before   uint8 // the script that it begins in
	after    uint8 // and that of its last character
	mixed    bool  // not all of its characters are in that
}

// What an arc is over that is no entry: a character that is in no word, or is not a form
// of it in that script; a name that the document has; characters that are decided, as what
// becomes of them is the same on every path.
const (
	none   = -1
	ofName = -2
	ofGap  = -3
)

// impossible is more than any path costs.
const impossible = 1 << 30

// maxWord is more characters than a word has.
const maxWord = 32

// A node is a column of the Viterbi lattice: for each script, the cheapest path that ends
// behind a character with that in the script, and its last arc.
type node struct {
	cost [scripts]int32
	last [scripts]arc
}

// An arc is a word, or a gap between words, on a path: the characters from the node from
// to that where it ends.
type arc struct {
	from   int32
	entry  int32 // as in step
	before uint8 // the script before it
	inner  uint8 // the script that it begins in; before is another one where that changes between words
	mixed  bool  // as in step
}

// A lattice is the words that a block may be divided into, where that makes a difference.
type lattice struct {
	b       *block
	nodes   []node // by character, and one behind the last
	allowed mask
	change  int32
	first   int  // the node that paths begin at
	words   bool // there are words behind it
	at      int  // and up to which they are known
}

// search returns the words of the whole block, with the scripts in allowed, a change of
// script costing change.
func (b *block) search(allowed mask, change int) []step {
	b.lattice.reset(b, allowed, change)
	b.lattice.search(len(b.syms))
	return b.lattice.best()
}

// reset makes the lattice one of a block in which some scripts are allowed.
func (l *lattice) reset(b *block, allowed mask, change int) {
	n := len(b.syms) + 1
	if cap(l.nodes) < n {
		l.nodes = make([]node, n+n/4)
	}
	l.b, l.nodes, l.allowed, l.change, l.first, l.at, l.words = b, l.nodes[:n], allowed, int32(change), 0, 0, false
	first := &l.nodes[0]
	for s := range scripts {
		if first.cost[s] = impossible; allowed>>s&1 != 0 {
			first.cost[s] = 0
		}
	}
}

// settled reports whether one script alone is possible where the lattice has come to: the
// best path up to there is part of that through all.
func (l *lattice) settled() bool {
	cost := &l.nodes[l.at].cost
	return l.at > l.first && (cost[inHans] >= impossible || cost[inHant] >= impossible)
}

// begin has paths begin where the lattice has come to.
func (l *lattice) begin() {
	l.first, l.words = l.at, false
	for s, cost := range l.nodes[l.at].cost {
		l.nodes[l.at].cost[s] = min(cost, impossible)
		if cost < impossible {
			l.nodes[l.at].cost[s] = 0
		}
	}
}

// skip goes over decided characters up to a node. One that only one script has is in that.
func (l *lattice) skip(to int) {
	if to == l.at {
		return
	}
	from, into := &l.nodes[l.at], &l.nodes[to]
	into.cost = from.cost
	for s := range uint8(scripts) {
		into.last[s] = arc{from: int32(l.at), entry: ofGap, before: s, inner: s}
	}
	if l.allowed == maskBoth {
		l.force(into, l.b.syms[l.at:to])
	}
	l.at = to
}

// force takes the scripts of characters that have only one.
func (l *lattice) force(into *node, syms []Symbol) {
	flags := l.b.lex.Flags
	for _, s := range syms {
		f := flags[s] & (OnlyHans | OnlyHant)
		if f == 0 {
			continue
		}
		script := uint8(inHans)
		if f == OnlyHant {
			script = inHant
		}
		if c := into.cost[1-script] + l.change; c < into.cost[script] {
			into.cost[script] = c
			into.last[script] = arc{from: int32(l.at), entry: ofGap, before: into.last[1-script].before, inner: script}
		}
		into.cost[1-script] = impossible
	}
}

// search goes over the characters up to a node, none of whose words reaches over its ends.
func (l *lattice) search(to int) {
	l.words = true
	for i := l.at + 1; i <= to; i++ {
		l.nodes[i].cost = [scripts]int32{impossible, impossible}
	}
	for i := l.at; i < to; i++ {
		l.from(i, to)
	}
	l.at = to
}

// from adds the arcs that begin at the character i.
func (l *lattice) from(i, to int) {
	b, lex := l.b, l.b.lex
	s := b.syms[i]
	if s == table.Unknown {
		l.both(i, i+1, none, 0)
		return
	}
	l.single(i, s)
	l.name(i)
	class := lex.Class[s]
	base := lex.Trie.Roots[class]
	if base == 0 || i+1 >= to || insideASCII(b.text, b.start(i)) {
		return // a word of ASCII is whole
	}
	simple := lex.Flags[s]
	for j := i + 1; j < to; j++ {
		s := b.syms[j]
		n, ok := lex.Trie.Step(base, lex.Class[s])
		if !ok {
			return
		}
		simple &= lex.Flags[s]
		if v := n.Value(); v != 0 {
			l.word(i, j+1, int32(v-1), simple)
		}
		if base = n.Base(); base == 0 {
			return
		}
	}
}

// single adds the character by itself: by its cheapest entry in each script, or as it is
// where it has none. In a script that does not have it at all it stands only where there
// is no other.
func (l *lattice) single(i int, s Symbol) {
	lex := l.b.lex
	if l.b.traced != nil {
		l.traceSingle(i, s)
	}
	for script := range uint8(scripts) {
		if l.allowed>>script&1 == 0 {
			continue
		}
		e, cost := lex.unigram(s, script)
		if e == none && l.allowed == maskBoth && lex.Flags[s]&[...]Flag{inHans: OnlyHant, inHant: OnlyHans}[script] != 0 {
			continue
		}
		l.same(i, i+1, e, script, cost)
	}
}

// traceSingle traces the entries of a character that are not the cheapest.
func (l *lattice) traceSingle(i int, s Symbol) {
	first := l.b.lex.Single[l.b.lex.Class[s]]
	for e := int32(first) - 1; first != 0; e++ {
		in := l.b.lex.spelledIn(e, s) & l.allowed
		for script := range uint8(scripts) {
			if best, _ := l.b.lex.unigram(s, script); in>>script&1 != 0 && best != e {
				l.b.traced(edge{step{i, i + 1, e, script, script, false}, int(l.b.lex.Costs[e] &^ More)})
			}
		}
		if l.b.lex.Costs[e]&More == 0 {
			return
		}
	}
}

// name adds the name of the document that begins at a character, in the script that its
// characters have.
func (l *lattice) name(i int) {
	n := l.b.names.at(l.b, i)
	if n == nil {
		return
	}
	script := uint8(inHans)
	for _, s := range l.b.syms[i : i+len(n)] {
		if l.b.lex.Flags[s]&OnlyHant != 0 {
			script = inHant
		}
	}
	l.same(i, i+len(n), ofName, script, nameCost)
}

// word adds the entries of a word, which begin with e. simple is what all its characters
// have in common.
func (l *lattice) word(i, j int, e int32, simple Flag) {
	lex := l.b.lex
	if int(e) >= len(lex.Spelt) {
		l.unspelt(i, j, e, mask(simple&(AsHans|AsHant)))
		return
	}
	for ; ; e++ {
		l.spelt(i, j, e)
		if lex.Costs[e]&More == 0 {
			return
		}
	}
}

// unspelt adds an entry that is read character by character, all of which can stand in the
// scripts of in.
func (l *lattice) unspelt(i, j int, e int32, in mask) {
	if in != 0 {
		l.entry(i, j, e, in)
	} else if l.allowed == maskBoth {
		l.mixed(i, j, e)
	}
}

// spelt adds an entry whose characters are spelt out.
func (l *lattice) spelt(i, j int, e int32) {
	lex, n := l.b.lex, j-i
	spelling := lex.Spelling[lex.Spelt[e]:]
	hans, hant := spelling[:n], spelling[n:2*n]
	in := l.allowed
	for k, s := range l.b.syms[i:j] {
		if s != hans[k] {
			in &^= maskHans
		}
		if in&maskHant != 0 && (lex.Glyph[s] != hant[k] || lex.Flags[s]&OnlyHans != 0) {
			in &^= maskHant
		}
	}
	if in != 0 {
		l.entry(i, j, e, in)
	} else if l.allowed == maskBoth {
		l.mixed(i, j, e)
	}
}

func (l *lattice) entry(i, j int, e int32, in mask) {
	cost := int32(l.b.lex.Costs[e] &^ More)
	if in&maskHans != 0 {
		l.same(i, j, e, inHans, cost)
	}
	if in&maskHant != 0 {
		l.same(i, j, e, inHant, cost)
	}
}

// both adds an arc in each script.
func (l *lattice) both(i, j int, e int32, cost int32) {
	l.same(i, j, e, inHans, cost)
	l.same(i, j, e, inHant, cost)
}

// same adds an arc that is in one script, before which there may have been another.
func (l *lattice) same(i, j int, e int32, script uint8, cost int32) {
	if l.allowed>>script&1 == 0 {
		return
	}
	from, to := &l.nodes[i], &l.nodes[j]
	so, before := from.cost[script], script
	if c := from.cost[1-script] + l.change; c < so {
		so, before = c, 1-script
	}
	if so += cost; so < to.cost[script] {
		to.cost[script], to.last[script] = so, arc{from: int32(i), entry: e, before: before, inner: script}
	}
	if l.b.traced != nil {
		l.b.traced(edge{step{i, j, e, script, script, false}, int(cost)})
	}
}

// mixed adds an entry whose characters stand in one script and in the other. Of paths that
// cost the same the one that changes earlier is taken, as elsewhere.
func (l *lattice) mixed(i, j int, e int32) {
	var masks [maxWord]mask
	each := masks[:j-i]
	l.b.masks(i, e, each)
	cost := int32(l.b.lex.Costs[e] &^ More)
	first := firstScript(each)
	for _, before := range [scripts]uint8{first, 1 - first} {
		costs := changes(each, before, l.change, nil)
		for after := range uint8(scripts) {
			if costs[after] == impossible {
				continue
			}
			from, to := &l.nodes[i], &l.nodes[j]
			if so := from.cost[before] + cost + costs[after]; so < to.cost[after] {
				to.cost[after], to.last[after] = so, arc{int32(i), e, before, before, true}
			}
			if l.b.traced != nil {
				l.b.traced(edge{step{i, j, e, before, after, true}, int(cost + costs[after])})
			}
		}
	}
}

// firstScript returns the script of the first character that can stand in one alone.
func firstScript(each []mask) uint8 {
	for _, can := range each {
		if can != maskBoth {
			return uint8(can >> inHant)
		}
	}
	return inHans
}

// best appends the steps of the cheapest path to those of the block.
func (l *lattice) best() []step {
	b := l.b
	b.steps = b.steps[:0]
	script := uint8(inHans)
	if last := &l.nodes[l.at]; last.cost[inHant] < last.cost[inHans] {
		script = inHant
	}
	for at := l.at; at > l.first; {
		a := l.nodes[at].last[script]
		b.steps = append(b.steps, step{int(a.from), at, a.entry, a.inner, script, a.mixed})
		at, script = int(a.from), a.before
	}
	for i, j := 0, len(b.steps)-1; i < j; i, j = i+1, j-1 {
		b.steps[i], b.steps[j] = b.steps[j], b.steps[i]
	}
	return b.steps
}

// changes returns what it costs to go through characters, each in a script that it
// can stand in, from the script before to that of the last one. If ways is not nil
// it notes there, for each character and script, the script of the one before.
func changes(each []mask, before uint8, change int32, ways [][scripts]uint8) [scripts]int32 {
	costs := [scripts]int32{impossible, impossible}
	costs[before] = 0
	for k, can := range each {
		next := [scripts]int32{impossible, impossible}
		var way [scripts]uint8
		for s := range uint8(scripts) {
			if can>>s&1 == 0 {
				continue
			}
			next[s], way[s] = costs[s], s
			if c := costs[1-s] + change; c < next[s] {
				next[s], way[s] = c, 1-s
			}
		}
		costs = next
		if ways != nil {
			ways[k] = way
		}
	}
	return costs
}

// insideASCII reports whether an offset is inside of a word of ASCII letters and digits.
func insideASCII(text []byte, i int) bool {
	return i > 0 && alphanumeric(text[i-1]) && alphanumeric(text[i])
}

// alphanumeric reports whether a byte is a letter or a digit of ASCII.
func alphanumeric(b byte) bool {
	return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= '0' && b <= '9'
}
