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
	every  *counting             // what the targets have for which all words count
	counts map[Variant]*counting // by target
}

// A counting is the words that count for a target, and the programs that know them.
type counting struct {
	words    []engine.Word
	compiled *engine.Glossary

	sync.Mutex
	programs map[kind]*words.Program
	configs  map[string]*engine.Program
}

// and gives a glossary with the words of another as well.
func (g *glossary) and(other *glossary) *glossary {
	switch {
	case g == nil || len(g.words) == 0:
		return other
	case len(other.words) == 0:
		return g
	}
	return &glossary{words: append(slices.Clip(g.words), other.words...)}
}

// counting returns the words that count for a target, looked through once for all engines
// with the glossary; nil if there are none.
func (g *glossary) counting(target Variant) (*counting, error) {
	if g == nil {
		return nil, nil
	}
	g.Lock()
	defer g.Unlock()
	if c, known := g.counts[target]; known {
		return c, nil
	}
	c, err := g.count(target)
	if err != nil {
		return nil, err
	}
	if g.counts == nil {
		g.counts = map[Variant]*counting{}
	}
	g.counts[target] = c
	return c, nil
}

// count makes them; all targets for which every word counts have the same.
func (g *glossary) count(target Variant) (c *counting, err error) {
	other := func(w Word) bool { return !w.countsFor(target) }
	if slices.ContainsFunc(g.words, other) {
		return compile(slices.DeleteFunc(slices.Clone(g.words), other))
	}
	if g.every == nil {
		g.every, err = compile(g.words)
	}
	return g.every, err
}

func (w *Word) countsFor(target Variant) bool {
	return len(w.Targets) == 0 || slices.Contains(w.Targets, target)
}

// compile makes what is made of words; nil of none.
func compile(all []Word) (c *counting, err error) {
	if len(all) == 0 {
		return nil, nil
	}
	c = &counting{programs: map[kind]*words.Program{}, configs: map[string]*engine.Program{}}
	for _, w := range all {
		c.words = append(c.words, engine.Word{Key: w.Key, Value: w.Value})
	}
	if c.compiled, err = engine.NewGlossary(table.Default(), c.words); err != nil {
		return nil, err
	}
	return c, nil
}

// exact returns the program of a configuration that knows them.
func (c *counting) exact(config string) *engine.Program {
	c.Lock()
	defer c.Unlock()
	if c.configs[config] == nil {
		c.configs[config] = programs[config]().WithGlossary(c.compiled)
	}
	return c.configs[config]
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
