package words

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

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
	near         [4]uint64 // what the two bytes that are looked at first can be, see near
	forms        [2]table.Ref
}

// conditionsOf gives the conditions of an entry that has some.
func (l *Lexicon) conditionsOf(e int32) []condition {
	l.read.Do(l.readConditions)
	return l.conditions[l.numbers[e]]
}

func (l *Lexicon) readConditions() {
	l.numbers = make([]uint16, len(l.Domains))
	for f := range slices.Chunk(l.Conditions, fieldsOfCondition) {
		e := f[0]
		if l.numbers[e] == 0 {
			l.conditions = append(l.conditions, nil)
			l.numbers[e] = uint16(len(l.conditions) - 1)
		}
		l.conditions[l.numbers[e]] = append(l.conditions[l.numbers[e]], l.condition(f))
	}
}

func (l *Lexicon) condition(fields []uint32) condition {
	c := condition{kind: uint8(fields[1]), domain: uint8(fields[1] >> 8), forms: [2]table.Ref{table.Ref(fields[3]), table.Ref(fields[4])}}
	c.words = strings.Split(l.Text(table.Ref(fields[2])), "|")
	for _, word := range c.words {
		c.add(word)
	}
	return c
}

// add notes how a word begins, or ends; of one that is too short for that, that all
// can be.
func (c *condition) add(word string) {
	if len(word) < utf8.UTFMax-1 {
		c.near = [4]uint64{math.MaxUint64, math.MaxUint64, math.MaxUint64, math.MaxUint64}
		return
	}
	i, bit := near(word[len(word)-2], word[len(word)-1])
	if c.kind&^Unless == BeforeWord {
		i, bit = near(word[1], word[2])
	}
	c.near[i] |= bit
}

// near gives the place in condition.near for the last two bytes of a character.
func near(a, b byte) (i byte, bit uint64) { return a % 4, 1 << (b % 64) }

// A place where a regional word is asked for: from start to end in a text, in which the
// domains are those of the bits that are set.
type context struct {
	text       []byte
	start, end int
	domains    uint32
	pending    *uint32 // domains that would make a difference are noted there; nil for nowhere
}

// holds tells whether a condition is met.
func (c *condition) holds(in context) bool {
	is := false
	switch c.kind &^ Unless {
	case InDomain:
		is = in.domains>>c.domain&1 != 0
	case BeforeWord:
		is = c.isBefore(in.text[in.end:])
	case AfterWord:
		is = c.isAfter(in.text[:in.start])
	}
	return is != (c.kind&Unless != 0)
}

// isBefore tells whether text begins with one of the words.
func (c *condition) isBefore(text []byte) bool {
	if len(text) > 2 {
		if i, bit := near(text[1], text[2]); c.near[i]&bit == 0 {
			return false
		}
	}
	return slices.ContainsFunc(c.words, func(word string) bool { return bytes.HasPrefix(text, []byte(word)) })
}

// isAfter tells whether text ends with one of the words.
func (c *condition) isAfter(text []byte) bool {
	if n := len(text); n > 2 {
		if i, bit := near(text[n-2], text[n-1]); c.near[i]&bit == 0 {
			return false
		}
	}
	return slices.ContainsFunc(c.words, func(word string) bool { return bytes.HasSuffix(text, []byte(word)) })
}

// regionalForm gives what is written for an entry in text of another region, and the
// domain that a regional word tells of, 0 for none and for a word that is ambiguous
// itself; "" if it is read character by character.
func (p *Program) regionalForm(e int32, in context) (form string, domain uint8) {
	if p.regional < 0 {
		return p.lex.form(e, p.target), 0
	}
	form = p.lex.form(e, p.regional)
	if form == "" {
		return "", 0
	}
	if p.lex.conditional(e) {
		if c := p.met(e, in); c != nil {
			form = p.lex.Text(c.forms[one(p.regional == HKP)])
		}
		return form, 0
	}
	if form == p.lex.form(e, p.target) {
		return form, 0
	}
	return form, p.lex.Domains[e]
}

// met gives the first condition of an entry that is met, nil if none is.
func (p *Program) met(e int32, in context) *condition {
	all := p.lex.conditionsOf(e)
	for i := range all {
		c := &all[i]
		if c.kind == InDomain && in.pending != nil {
			*in.pending |= 1 << c.domain
		}
		if c.holds(in) {
			return c
		}
	}
	return nil
}

// conditional tells whether an entry has conditions.
func (l *Lexicon) conditional(e int32) bool {
	return int(e) < len(l.Domains) && l.Domains[e] == Conditional
}
