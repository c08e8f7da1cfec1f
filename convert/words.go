package convert

import "slices"

// A Word is an entry of a glossary, the user's own words. They come before the
// dictionaries: where one stands in the text it is taken, the longest at each
// place, and no phrase of a dictionary reaches over its beginning. A word of
// ASCII letters or digits is only found whole: IT is not in WITH.
type Word struct {
	Key     string    // as it stands in the text
	Value   string    // what becomes of it, in the target's form; Key protects it
	Targets []Variant // where it counts; everywhere if there are none
}

// Glossary gives an engine the user's words. No two words that count for the
// engine's target may have the same key. See package zhmd/convert/glossary for
// reading them from files.
//
// Engines that are given the very same option share what is made of the words: with many
// of them that saves most of the time that all engines but the first take.
func Glossary(words []Word) Option {
	g := &glossary{words: slices.Clone(words)}
	return func(s *settings) { s.glossary = s.glossary.and(g) }
}
