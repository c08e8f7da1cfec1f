package words

import (
	"math"
	"strings"
	"sync/atomic"

	"zhmd/convert/internal/table"
)

// Kinds of conditions; Unless turns one round.
const (
	InDomain = iota
	BeforeWord
	AfterWord
	Unless = 1 << 7
)

// fieldsOfCondition are: the entry; the kind, and the domain from the ninth bit on;
// the words, with bars between them; the forms for Taiwan and for Hong Kong.
const fieldsOfCondition = 5

// A condition is one of an entry.
type condition struct {
	kind, domain uint8
	words        []string
	keys         []uint32 // of the words: their characters that are nearest, 0 for a shorter one
	near         nearby
	forms        [2]table.Ref
}

// conditions are those of an entry, and what they have in common: most places are told
// by that to meet none.
type conditions struct {
	all           []condition
	domains       uint32 // that are asked for, as bits
	asks          uint32 // the same with those of conditions that are turned round
	unless        bool   // some are turned round
	before, after nearby // what the others ask for
	// alike tells that all have the same forms, and so that it does not matter which is
	// met: inDomain is one that asks for a domain, if there is one.
	alike    bool
	inDomain int
}

// conditionsOf gives the conditions of an entry that has some. They are read when they
// are first asked for: a text has words with a few of them.
func (l *Lexicon) conditionsOf(e int32) *conditions {
	l.read.Do(l.findConditions)
	at := &l.conditions[l.numbers[e]]
	c := at.Load()
	if c == nil {
		c = l.conditionsFrom(int(l.numbers[e]))
		at.Store(c)
	}
	return c
}

// findConditions finds where the conditions of each entry begin.
func (l *Lexicon) findConditions() {
	all := len(l.Conditions) / fieldsOfCondition
	l.numbers, l.conditions = make([]uint16, len(l.Domains)), make([]atomic.Pointer[conditions], all)
	for n := all - 1; n >= 0; n-- {
		l.numbers[l.Conditions[n*fieldsOfCondition]] = uint16(n)
	}
}

// conditionsFrom reads those of the entry that the n-th condition is of and that are
// from there on.
func (l *Lexicon) conditionsFrom(n int) *conditions {
	c := new(conditions)
	rest := l.Conditions[n*fieldsOfCondition:]
	for e := rest[0]; len(rest) > 0 && rest[0] == e; rest = rest[fieldsOfCondition:] {
		c.add(l.condition(rest))
	}
	return c
}

func (l *Lexicon) condition(fields []uint32) condition {
	c := condition{kind: uint8(fields[1]), domain: uint8(fields[1] >> 8), forms: [2]table.Ref{table.Ref(fields[3]), table.Ref(fields[4])}}
	c.words = strings.Split(l.Text(table.Ref(fields[2])), "|")
	c.keys = make([]uint32, 0, len(c.words))
	for _, word := range c.words {
		c.near.add(word, c.kind&^Unless == BeforeWord)
		if c.kind&^Unless == BeforeWord {
			c.keys = append(c.keys, firstKey(word))
		} else {
			c.keys = append(c.keys, lastKey(word))
		}
	}
	return c
}

func (s *conditions) add(c condition) {
	s.all = append(s.all, c)
	s.alike = c.forms == s.all[0].forms && (s.alike || len(s.all) == 1)
	if c.kind&^Unless == InDomain {
		s.asks |= 1 << c.domain
	}
	switch c.kind {
	case InDomain:
		s.domains |= 1 << c.domain
		s.inDomain = len(s.all) - 1
	case BeforeWord:
		s.before.join(&c.near)
	case AfterWord:
		s.after.join(&c.near)
	default:
		s.unless = true
	}
}

// nearby tells of the last two bytes of a character of three whether a word may begin
// with it, or end, as bits by the lowest ones of these.
type nearby [4]uint64

// add notes how a word begins, or ends; of one that is too short for that, that it may
// be anywhere.
func (n *nearby) add(word string, begins bool) {
	switch {
	case len(word) < 3:
		n.join(&nearby{math.MaxUint64, math.MaxUint64, math.MaxUint64, math.MaxUint64})
	case begins:
		n[word[1]%4] |= 1 << (word[2] % sixBits)
	default:
		n[word[len(word)-2]%4] |= 1 << (word[len(word)-1] % sixBits)
	}
}

func (n *nearby) join(other *nearby) {
	for i := range n {
		n[i] |= other[i]
	}
}

// sixBits is how many values the lowest six bits have.
const sixBits = 64

// begins tells whether text may begin with a word.
func (n *nearby) begins(text []byte) bool {
	return len(text) < 3 || n[text[1]%4]>>(text[2]%sixBits)&1 != 0
}

// ends tells whether text may end with a word.
func (n *nearby) ends(text []byte) bool {
	k := len(text)
	return k < 3 || n[text[k-2]%4]>>(text[k-1]%sixBits)&1 != 0
}

// conditional tells whether an entry has conditions.
func (l *Lexicon) conditional(e int32) bool {
	return int(e) < len(l.Domains) && l.Domains[e]&Conditional != 0
}
