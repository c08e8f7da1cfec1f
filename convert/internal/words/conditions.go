package words

import (
	"bytes"
	"sort"
	"strings"

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
	words        string
	forms        [2]table.Ref
}

// conditionsOf calls yield for the conditions of an entry, until it says false.
func (l *Lexicon) conditionsOf(e int32, yield func(c condition) bool) {
	all := l.Conditions
	n := len(all) / fieldsOfCondition
	for i := sort.Search(n, func(i int) bool { return all[i*fieldsOfCondition] >= uint32(e) }); i < n; i++ {
		f := all[i*fieldsOfCondition:][:fieldsOfCondition]
		if f[0] != uint32(e) {
			return
		}
		c := condition{uint8(f[1]), uint8(f[1] >> 8), l.Text(table.Ref(f[2])), [2]table.Ref{table.Ref(f[3]), table.Ref(f[4])}}
		if !yield(c) {
			return
		}
	}
}

// A place where a regional word is asked for: from start to end in a text, in which the
// domains are those of the bits that are set.
type context struct {
	text       []byte
	start, end int
	domains    uint32
}

// holds tells whether a condition is met.
func (c *condition) holds(in context) bool {
	is := false
	switch c.kind &^ Unless {
	case InDomain:
		is = in.domains>>c.domain&1 != 0
	case BeforeWord:
		for word := range strings.SplitSeq(c.words, "|") {
			is = is || bytes.HasPrefix(in.text[in.end:], []byte(word))
		}
	case AfterWord:
		for word := range strings.SplitSeq(c.words, "|") {
			is = is || bytes.HasSuffix(in.text[:in.start], []byte(word))
		}
	}
	return is != (c.kind&Unless != 0)
}

// regionalForm gives what is written for an entry in text of another region, and the
// domain that a regional word tells of, 0 for none; "" if it is read character by
// character.
func (p *Program) regionalForm(e int32, in context) (form string, domain uint8) {
	if p.regional < 0 {
		return p.lex.form(e, p.target), 0
	}
	form = p.lex.form(e, p.regional)
	if form == "" {
		return "", 0
	}
	if p.conditional[e] {
		p.lex.conditionsOf(e, func(c condition) bool {
			if c.holds(in) {
				form = p.lex.Text(c.forms[one(p.regional == HKP)])
				return false
			}
			return true
		})
	}
	return form, p.lex.Domains[e]
}

// conditional gives the entries that have conditions.
func (l *Lexicon) conditional() map[int32]bool {
	all := map[int32]bool{}
	for i := 0; i < len(l.Conditions); i += fieldsOfCondition {
		all[int32(l.Conditions[i])] = true
	}
	return all
}
