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

// impossible is more than any way costs.
const impossible = 1 << 40

// A cell is what is known of the place behind a character: for each script in
// which that character may stand, the cheapest way there.
type cell struct {
	cost [scripts]int
	last [scripts]step
}

// A step is a word of a way through a block.
type step struct {
	from, to int   // characters
	entry    int32 // by its number, counted from 0; none for a character by itself
	before   uint8 // the script before it
	after    uint8 // and that of its last character
}

// none is the entry of a step over a character that is in no word, or is not a form
// of it in that script; ofName that of a step over a name that the document has.
const (
	none   = -1
	ofName = -2
)

// search finds the likeliest way through characters of the block, with the
// scripts in allowed, a change of script costing change. It gives the steps.
func (b *block) search(allowed mask, change int) []step {
	n := len(b.syms)
	b.cells = append(b.cells[:0], make([]cell, n+1)...)
	for i := range b.cells {
		b.cells[i].cost = [scripts]int{impossible, impossible}
	}
	for s := range scripts {
		if allowed>>s&1 != 0 {
			b.cells[0].cost[s] = 0
		}
	}
	w := walker{block: b, allowed: allowed, change: change}
	for i := range n {
		w.from(i)
	}
	return b.back()
}

// back collects the steps of the cheapest way.
func (b *block) back() []step {
	b.steps = b.steps[:0]
	c := &b.cells[len(b.cells)-1]
	script := uint8(inHans)
	if c.cost[inHant] < c.cost[inHans] {
		script = inHant
	}
	for at := len(b.cells) - 1; at > 0; {
		s := b.cells[at].last[script]
		b.steps = append(b.steps, s)
		at, script = s.from, s.before
	}
	for i, j := 0, len(b.steps)-1; i < j; i, j = i+1, j-1 {
		b.steps[i], b.steps[j] = b.steps[j], b.steps[i]
	}
	return b.steps
}

// A walker goes on from one place of a block after the other.
type walker struct {
	*block
	allowed mask
	change  int
}

// from tries all words that begin at the character i.
func (w *walker) from(i int) {
	s := w.syms[i]
	if s == table.Unknown {
		w.step(step{i, i + 1, none, inHans, inHans}, 0)
		w.step(step{i, i + 1, none, inHant, inHant}, 0)
		return
	}
	possible := w.single(i, s)
	w.alone(i, s, possible)
	w.name(i)
	lex := w.lex
	base := lex.Trie.Root(lex.Class[s])
	if base == 0 || i > 0 && alphanumeric(w.text, w.start(i)-1) && alphanumeric(w.text, w.start(i)) {
		return // a word of ASCII is whole
	}
	simple := lex.Flags[s]
	for j := i + 1; j < len(w.syms) && base != 0; j++ {
		s := w.syms[j]
		node, ok := lex.Trie.Step(base, lex.Class[s])
		if !ok {
			break
		}
		simple &= lex.Flags[s]
		if v := node.Value(); v != 0 {
			w.word(i, j+1, int32(v-1), simple)
		}
		base = node.Base()
	}
}

// alone takes the character as it is in the scripts in which no entry has it. In a
// script that does not have it at all it stands only where there is no other.
func (w *walker) alone(i int, s Symbol, possible mask) {
	not := mask(0)
	if w.allowed == maskBoth {
		switch only := w.lex.Flags[s]; {
		case only&OnlyHant != 0:
			not = maskHans
		case only&OnlyHans != 0:
			not = maskHant
		}
	}
	for script := range uint8(scripts) {
		if (possible|not)>>script&1 == 0 {
			w.step(step{i, i + 1, none, script, script}, w.lex.Floor)
		}
	}
}

// single tries the entries of the character, and gives the scripts in which one
// has it.
func (w *walker) single(i int, s Symbol) (possible mask) {
	first := w.lex.Single[w.lex.Class[s]]
	if first == 0 {
		return 0
	}
	for e := int32(first - 1); ; e++ {
		possible |= w.spelt(i, i+1, e)
		if w.lex.Costs[e]&More == 0 {
			return possible
		}
	}
}

// step takes a step if it is the cheapest way to where it ends. Its script before
// may be another one than that of the way so far, at the cost of a change.
func (w *walker) step(s step, cost int) {
	if w.allowed>>s.before&1 == 0 || w.allowed>>s.after&1 == 0 {
		return
	}
	if w.asked != nil {
		w.asked(s, cost)
	}
	from, to := &w.cells[s.from], &w.cells[s.to]
	so := from.cost[s.before]
	if s.before == s.after {
		if c := from.cost[1-s.before] + w.change; c < so {
			so, s.before = c, 1-s.before
		}
	}
	if c := so + cost; c < to.cost[s.after] {
		to.cost[s.after], to.last[s.after] = c, s
	}
}

func alphanumeric(text []byte, i int) bool {
	b := text[i]
	return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= '0' && b <= '9'
}
