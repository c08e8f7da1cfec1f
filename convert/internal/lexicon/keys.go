package lexicon

import (
	"zhmd/convert/internal/engine"
	"zhmd/convert/internal/table"
	"zhmd/convert/internal/words"
)

// findKeys finds the keys of a lexicon for each of what programs write, in the order of the
// targets: those of all configurations by which it may be written.
func findKeys(l *words.Lexicon) {
	dictionaries := table.Default()
	config := func(name string) *engine.Program {
		if name == "" {
			return nil
		}
		return engine.New(dictionaries, dictionaries.Config(name))
	}
	var programs [][]*words.Program
	for _, written := range []struct {
		target, regional int
		byWord           bool
		foreign, shapes  []string
	}{
		{words.Hant, -1, false, []string{"s2t"}, []string{"", "tw2t", "hk2t"}},
		{words.TW, -1, false, []string{"s2tw"}, []string{"t2tw"}}, {words.TW, words.TWP, false, []string{"s2tw"}, []string{"t2tw"}},
		{words.HK, -1, false, []string{"s2hk"}, []string{"t2hk"}}, {words.HK, words.HKP, false, []string{"s2hk"}, []string{"t2hk"}},
		{words.Hans, -1, true, []string{"tw2sp", "hk2sp", "t2s"}, []string{""}}, {words.Hans, -1, false, []string{"tw2s", "hk2s", "t2s"}, []string{""}},
	} {
		var all []*words.Program
		for _, foreign := range written.foreign {
			for _, shapes := range written.shapes {
				all = append(all, words.New(l, words.Options{
					Target: written.target, Regional: written.regional, ByWord: written.byWord, Foreign: config(foreign), Shapes: config(shapes),
				}))
			}
		}
		programs = append(programs, all)
	}
	l.FindKeys(programs)
}
