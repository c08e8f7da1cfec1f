package words_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"zhmd/convert/converttest"
	"zhmd/convert/internal/engine"
	"zhmd/convert/internal/lexicon"
	"zhmd/convert/internal/lexicon/wordtest"
	"zhmd/convert/internal/table"
	"zhmd/convert/internal/words"
)

// plain does what a program does with a block, slowly and by the list itself: of
// all ways to divide the text into words, and to read each character in a script,
// it takes the cheapest.
type plain struct {
	list   *lexicon.List
	byKey  map[string][]*lexicon.Entry
	target lexicon.Target
	whole  lexicon.Target // with regional words
	alone  func(r rune) string
	shape  func(r rune) string
	change int
}

const never = 1 << 40

// A way is a way through the beginning of a text, ending in a script.
type way struct {
	cost int
	out  string
}

func (p *plain) key(text []rune) string {
	key := make([]rune, len(text))
	for i, r := range text {
		key[i] = r
		if class, ok := p.list.Class[r]; ok {
			key[i] = class
		}
	}
	return string(key)
}

func (p *plain) glyph(r rune) rune {
	if g, ok := p.list.Glyph[r]; ok {
		return g
	}
	return r
}

// can tells whether a character can stand for that of an entry in each script.
func (p *plain) can(r, hans, hant rune) [2]bool {
	return [2]bool{r == hans, p.glyph(r) == p.glyph(hant) && !p.list.OnlyHans[r]}
}

// convert gives the cheapest result, with the scripts that are allowed.
func (p *plain) convert(text []rune, allowed [2]bool) string {
	ways := make([][2]way, len(text)+1)
	for i := range ways {
		ways[i] = [2]way{{cost: never}, {cost: never}}
	}
	for s := range 2 {
		if allowed[s] {
			ways[0][s].cost = 0
		}
	}
	for i := range text {
		possible := [2]bool{}
		for n := 1; n <= 16 && i+n <= len(text); n++ {
			if n > 1 && i > 0 && alphanumeric(text[i-1]) && alphanumeric(text[i]) {
				break
			}
			for _, e := range p.byKey[p.key(text[i:i+n])] {
				can := p.try(ways, text, i, e, allowed)
				if n == 1 {
					possible[0], possible[1] = possible[0] || can[0], possible[1] || can[1]
				}
			}
			if n == 1 {
				p.itself(ways, text, i, possible, allowed)
			}
		}
	}
	last := ways[len(text)]
	if last[1].cost < last[0].cost {
		return last[1].out
	}
	return last[0].out
}

func alphanumeric(r rune) bool {
	return r|0x20 >= 'a' && r|0x20 <= 'z' && r < 0x80 || r >= '0' && r <= '9'
}

// itself takes a character as it is.
func (p *plain) itself(ways [][2]way, text []rune, i int, possible, allowed [2]bool) {
	r := text[i]
	_, known := p.list.Class[r]
	cost := p.list.Floor
	if !known && p.byKey[string(r)] == nil && !p.inWord(r) {
		cost = 0
	}
	both := allowed[0] && allowed[1]
	for s := range 2 {
		if possible[s] || both && (s == 0 && p.list.OnlyHant[r] || s == 1 && p.list.OnlyHans[r]) {
			continue
		}
		out := p.alone(r)
		if s == 1 && cost > 0 {
			out = p.shape(r)
		}
		p.take(ways, i, i+1, s, s, cost, out, allowed)
	}
}

// inWord tells whether a character is in any word.
func (p *plain) inWord(r rune) bool { return words.Default().Symbols.Of(r) != table.Unknown }

// try tries an entry at i with all ways of reading its characters.
func (p *plain) try(ways [][2]way, text []rune, i int, e *lexicon.Entry, allowed [2]bool) (all [2]bool) {
	hans, hant := []rune(e.Hans), []rune(e.Forms[lexicon.Hant])
	all = [2]bool{true, true}
	can := make([][2]bool, len(hans))
	for k := range hans {
		can[k] = p.can(text[i+k], hans[k], hant[k])
		all[0], all[1] = all[0] && can[k][0], all[1] && can[k][1]
	}
	for s := range 2 {
		if all[s] {
			p.take(ways, i, i+len(hans), s, s, e.Cost, p.out(text[i:i+len(hans)], e, make([]int, len(hans)), s), allowed)
		}
	}
	if !all[0] && !all[1] && len(hans) > 1 && allowed[0] && allowed[1] {
		p.mixed(ways, text, i, e, can, allowed)
	}
	return all
}

// mixed tries an entry whose characters are in both scripts: from each script, to
// each, with as few changes as there have to be and each as early as it can be.
func (p *plain) mixed(ways [][2]way, text []rune, i int, e *lexicon.Entry, can [][2]bool, allowed [2]bool) {
	first := 0
	for k := len(can) - 1; k >= 0; k-- {
		if can[k][0] != can[k][1] {
			first = 1
			if can[k][0] {
				first = 0
			}
		}
	}
	for _, before := range []int{first, 1 - first} {
		type state struct {
			cost int
			in   []int
		}
		states := [2]state{{cost: never}, {cost: never}}
		states[before].cost = 0
		for k := range can {
			next := [2]state{{cost: never}, {cost: never}}
			for s := range 2 {
				if !can[k][s] {
					continue
				}
				next[s] = state{states[s].cost, append(append([]int{}, states[s].in...), s)}
				if c := states[1-s].cost + p.change; c < next[s].cost {
					next[s] = state{c, append(append([]int{}, states[1-s].in...), s)}
				}
			}
			states = next
		}
		for after := range 2 {
			if states[after].cost < never {
				out := p.out(text[i:i+len(can)], e, states[after].in, -1)
				p.take(ways, i, i+len(can), before, after, e.Cost+states[after].cost, out, allowed)
			}
		}
	}
}

// out is what is written for an entry whose characters are in the given scripts, or
// all in one.
func (p *plain) out(text []rune, e *lexicon.Entry, in []int, all int) string {
	native := false
	for k := range in {
		if all >= 0 {
			in[k] = all
		}
		native = native || in[k] == 1
	}
	if !native && e.Forms[p.whole] != e.Forms[p.target] {
		return e.Forms[p.whole]
	}
	if exception := p.exception(in, e); exception != "" {
		return exception
	}
	out := ""
	form, hant := []rune(e.Forms[p.target]), []rune(e.Forms[lexicon.Hant])
	for k, r := range text {
		if in[k] == 0 || r == hant[k] {
			out += string(form[k])
		} else {
			out += p.shape(r)
		}
	}
	return out
}

// exception is the form of a word, all in Traditional, that its characters do not
// have; "" for others.
func (p *plain) exception(in []int, e *lexicon.Entry) string {
	alone := ""
	for _, r := range e.Forms[lexicon.Hant] {
		alone += p.shape(r)
	}
	for _, script := range in {
		if script == 0 {
			return ""
		}
	}
	if alone == e.Forms[p.target] {
		return ""
	}
	return e.Forms[p.target]
}

func (p *plain) take(ways [][2]way, i, j, before, after, cost int, out string, allowed [2]bool) {
	if !allowed[before] || !allowed[after] {
		return
	}
	from := ways[i][before]
	if before == after && ways[i][1-before].cost+p.change < from.cost {
		from = ways[i][1-before]
		from.cost += p.change
	}
	if c := from.cost + cost; c < ways[j][after].cost {
		ways[j][after] = way{c, from.out + out}
	}
}

func newPlain(t *testing.T, target, whole lexicon.Target, alone, shapes *engine.Program) *plain {
	list := wordtest.List(t)
	p := &plain{list: list, byKey: map[string][]*lexicon.Entry{}, target: target, whole: whole, alone: alone.Char, shape: shapes.Char,
		change: lexicon.SwitchCost * lexicon.Scale}
	for i := range list.Entries {
		e := &list.Entries[i]
		key := p.key([]rune(e.Hans))
		p.byKey[key] = append(p.byKey[key], e)
	}
	return p
}

// TestAgainstThePlainWay converts random text of words, in both scripts, the way
// that is slow and obviously right.
func TestAgainstThePlainWay(t *testing.T) {
	tab := table.Default()
	s2tw, t2tw := engine.New(tab, tab.Config("s2tw")), engine.New(tab, tab.Config("t2tw"))
	p := newPlain(t, lexicon.TW, lexicon.TWP, s2tw, t2tw)
	program := words.New(words.Default(), words.Options{Target: words.TW, Regional: words.TWP, Foreign: s2tw, Shapes: t2tw})
	r := rand.New(rand.NewPCG(11, 12))
	for range converttest.Trials(20000) {
		text := "这" + randomText(r, p.list) // what tells of no script at all has tests of its own
		if !p.depends(text) {
			require.Equal(t, p.block(text), string(program.Append(nil, []byte(text), &words.Seen{})), text)
		}
	}
}

// depends tells whether a text has a word in it that is a matter of its neighbours or of
// the domain, of which the plain way knows nothing.
func (p *plain) depends(text string) bool {
	key := p.key([]rune(text))
	return slices.ContainsFunc(p.list.Conditional, func(row lexicon.Regional) bool {
		return strings.Contains(key, p.key([]rune(row.Mainland)))
	})
}

// block judges a block as a program does that knows nothing of the document.
func (p *plain) block(text string) string {
	hans, hant, weak := 0, 0, 0
	for _, r := range text {
		switch {
		case p.list.OnlyHans[r]:
			hans++
		case p.list.Weak[r]:
			weak++
		case p.list.OnlyHant[r]:
			hant++
		}
	}
	switch {
	case hant+weak == 0:
		return p.convert([]rune(text), [2]bool{true, false})
	case hans == 0 && hant > 0:
		out := ""
		for _, r := range text {
			out += p.shape(r)
		}
		return out
	}
	return p.convert([]rune(text), [2]bool{true, true})
}

// randomText is some words and characters, some in each script.
func randomText(r *rand.Rand, l *lexicon.List) string {
	var b strings.Builder
	for range 1 + r.IntN(8) {
		e := &l.Entries[r.IntN(len(l.Entries))]
		switch word := e.Hans; r.IntN(8) {
		case 0:
			b.WriteString(e.Forms[lexicon.Hant])
		case 1:
			b.WriteString(e.Forms[lexicon.TW])
		case 2:
			_, n := utf8.DecodeRuneInString(word)
			b.WriteString(word[:n])
		case 3:
			b.WriteString([]string{"的", "了", "，", "a", "U", " ", "里", "只", "後", "這"}[r.IntN(10)])
		default:
			b.WriteString(word)
		}
	}
	return b.String()
}
