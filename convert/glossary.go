package convert

import (
	"slices"
	"sync"

	"zhmd/convert/internal/engine"
	"zhmd/convert/internal/table"
	"zhmd/convert/internal/words"
)

// A glossary is the user's words and what has been made of them. nil has none.
type glossary struct {
	words []Word

	sync.Mutex
	counts map[Variant]*counting // by target; 0 for those for which all words count
}

// A counting is the words that count for a target, and the programs that know them.
type counting struct {
	words    []engine.Word
	compiled *engine.Glossary

	sync.Mutex
	programs map[kind]*words.Program
}

// and gives a glossary with the words of another as well.
func (g *glossary) and(other *glossary) *glossary {
	if g == nil || len(g.words) == 0 {
		return other
	}
	return &glossary{words: append(slices.Clip(g.words), other.words...)}
}

// counting gives the words that count for a target; nil if there are none.
func (g *glossary) counting(target Variant) (*counting, error) {
	if g == nil {
		return nil, nil
	}
	g.Lock()
	defer g.Unlock()
	all := !slices.ContainsFunc(g.words, func(w Word) bool { return !w.countsFor(target) })
	if all {
		target = 0
	}
	if c, known := g.counts[target]; known {
		return c, nil
	}
	c, err := g.compile(target, all)
	if err != nil {
		return nil, err
	}
	if g.counts == nil {
		g.counts = map[Variant]*counting{}
	}
	g.counts[target] = c
	return c, nil
}

func (w *Word) countsFor(target Variant) bool {
	return len(w.Targets) == 0 || slices.Contains(w.Targets, target)
}

// compile makes what a target needs, or all do.
func (g *glossary) compile(target Variant, all bool) (c *counting, err error) {
	c = &counting{programs: map[kind]*words.Program{}}
	for i := range g.words {
		if w := &g.words[i]; all || w.countsFor(target) {
			c.words = append(c.words, engine.Word{Key: w.Key, Value: w.Value})
		}
	}
	if len(c.words) == 0 {
		return nil, nil
	}
	c.compiled, err = engine.NewGlossary(table.Default(), c.words)
	return c, err
}

// program gives the program by words that knows them.
func (c *counting) program(s *settings) *words.Program {
	c.Lock()
	defer c.Unlock()
	key := s.kind()
	if c.programs[key] == nil {
		o := s.options()
		o.Words, o.Glossary = c.words, o.Foreign.WithGlossary(c.compiled)
		c.programs[key] = words.New(words.Default(), o)
	}
	return c.programs[key]
}
