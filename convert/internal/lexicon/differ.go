package lexicon

import (
	"zhmd/convert/internal/engine"
	"zhmd/convert/internal/table"
	"zhmd/convert/internal/words"
)

// noteDiffering notes which words differ from what their characters become, for each
// of what programs write: in the order of the targets, with what the characters of each
// become by OpenCC.
func noteDiffering(l *words.Lexicon) {
	dictionaries := table.Default()
	var programs []*words.Program
	for _, p := range []struct {
		target, regional int
		config           string
	}{
		{words.Hant, -1, "s2t"},
		{words.TW, -1, "s2tw"}, {words.TW, words.TWP, "s2tw"},
		{words.HK, -1, "s2hk"}, {words.HK, words.HKP, "s2hk"},
	} {
		foreign := engine.New(dictionaries, dictionaries.Config(p.config))
		programs = append(programs, words.New(l, words.Options{Target: p.target, Regional: p.regional, Foreign: foreign}))
	}
	l.Differ.Note(programs)
}
