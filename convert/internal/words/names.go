package words

import (
	"slices"

	"zhmd/convert/internal/table"
)

// Names are what a document itself settles: how a name is written there in
// Traditional, so that it is written alike where the document has it in Simplified;
// and which shape of a character it has where regions differ, 裡 or 裏.
type Names struct {
	byKey   map[key][]Symbol  // as they are written
	lengths map[Symbol]uint8  // of those that begin with a character, as bits
	begins  symbols           // the characters of lengths
	shapes  map[Symbol]Symbol // by the character that stands for the shapes
}

// A key is a name by the characters that stand for it, 0 behind the last.
type key [longName]Symbol

// settled are characters that are a surname as they are and something else in most
// words: 于 is one, 於 is a preposition. No list of words can know who is named.
const settled = "于余范岳姜沈卜万游涂谷朱郁钟苏占冲云松台后干只里几斗丰种征发曲佣仆准胡向党升系致卷岩志念周秋栗"

// Names are of two to four characters.
const (
	shortName = 2
	longName  = 4
	// rareWord is what a character costs at least, by 64ths of a nat, that may be in
	// a name: 在 and 是 are words.
	rareWord = 7 * 64
	nameCost = 11 * 64
)

// learnFrom adds the names that a block has: characters side by side that are no words,
// in Traditional, one of which could be written in several ways.
func (n *Names) learnFrom(b *block, steps []step) {
	n.learn(b, steps)
	n.learnShapes(b)
}

func (n *Names) learn(b *block, steps []step) {
	var run []Symbol
	for _, s := range append(slices.Clone(steps), step{from: -1}) {
		if s.from >= 0 && b.inName(s) {
			run = append(run, b.syms[s.from])
			continue
		}
		n.add(b.lex, run)
		run = run[:0]
	}
}

// learnShapes notes the shapes of characters that only Traditional text has. The
// first holds.
func (n *Names) learnShapes(b *block) {
	for _, s := range b.syms {
		if b.lex.Flags[s]&OnlyHant == 0 {
			continue
		}
		if n.shapes == nil {
			n.shapes = map[Symbol]Symbol{}
		}
		if g := b.lex.Glyph[s]; n.shapes[g] == 0 {
			n.shapes[g] = s
		}
	}
}

// shape returns the document's own shape of a character; s if it has none.
func (n *Names) shape(l *Lexicon, s Symbol) Symbol {
	if l.Flags[s]&OnlyHant == 0 {
		return s
	}
	if own := n.shapes[l.Glyph[s]]; own != table.Unknown {
		return own
	}
	return s
}

// inName tells whether a step is over a character that may be in a name.
func (b *block) inName(s step) bool {
	c := b.syms[s.from]
	return s.to-s.from == 1 && s.after == inHant && c != table.Unknown && b.lex.Flags[c]&(Latin|OnlyHans) == 0 &&
		(s.entry == none || int(b.lex.Costs[s.entry]&^More) >= rareWord || b.lex.settles(c))
}

func (l *Lexicon) settles(s Symbol) bool { return l.settled[l.Class[s]] }

// settledOf returns what stands for the characters of settled.
func (l *Lexicon) settledOf() map[Symbol]bool {
	all := map[Symbol]bool{}
	for _, r := range settled {
		all[l.Class[l.Symbols.Of(r)]] = true
	}
	delete(all, table.Unknown)
	return all
}

func (n *Names) add(l *Lexicon, run []Symbol) {
	if len(run) < shortName || len(run) > longName || !slices.ContainsFunc(run, l.settles) {
		return
	}
	var k key
	for i, s := range run {
		k[i] = l.Class[s]
	}
	if n.byKey == nil {
		n.byKey, n.lengths = map[key][]Symbol{}, map[Symbol]uint8{}
	}
	if n.byKey[k] == nil { // the first holds
		n.byKey[k] = slices.Clone(run)
		n.lengths[k[0]] |= 1 << len(run)
		n.begins.add(k[0])
	}
}

// at gives the longest name that begins with the character i, as it is written; nil
// if there is none.
func (n *Names) at(b *block, i int) []Symbol {
	if n == nil || !n.begins.has(b.lex.Class[b.syms[i]]) {
		return nil
	}
	lengths := n.lengths[b.lex.Class[b.syms[i]]]
	for size := min(longName, len(b.syms)-i); lengths != 0 && size >= shortName; size-- {
		if lengths>>size&1 == 0 {
			continue
		}
		var k key
		for j, s := range b.syms[i : i+size] {
			k[j] = b.lex.Class[s]
		}
		if name := n.byKey[k]; name != nil {
			return name
		}
	}
	return nil
}
