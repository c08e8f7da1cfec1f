package convert

import (
	"strings"
	"unicode/utf8"

	"zhmd/convert/internal/opencc"
	"zhmd/convert/internal/table"
	"zhmd/convert/internal/words"
)

// An Explanation tells how a part of a text came to be converted.
type Explanation struct {
	Start, End     int // byte offsets in the text
	Source, Result string
	Steps          []Step  // what found it, stage by stage; none if it was copied
	Script         Variant // what it was read as, Hans or Hant; 0 if that was not asked
	Others         []Other // what else it could have been, the likeliest first
}

// An Other is another result for a part of a text.
type Other struct {
	Result string
	// Margin is how much less likely it is, as the natural logarithm of the ratio
	// of the probabilities: 3 is one to twenty.
	Margin float64
}

// A Step is an entry that was found.
type Step struct {
	Stage      int    // of the configuration's chain, from 1; 0 for the glossary
	Dict       string // STPhrases, "glossary", "readings" for the project's own, "words" for a word of no dictionary
	Key        string
	Candidates []string // the first was taken
}

// Explain converts text as [Engine.String] does and tells how, part by part: word
// by word, or by the segments and entries of the configuration that was named. It
// goes by the dictionaries themselves, and is slow.
func (e *Engine) Explain(text string) []Explanation {
	if e.words != nil {
		return e.explainWords(text)
	}
	var all []Explanation
	at := 0
	for _, part := range e.exact.Words(text) {
		all = plain(all, e.settings.config, text, at, part.Start)
		source := text[part.Start:part.End]
		all = append(all, Explanation{Start: part.Start, End: part.End, Source: source, Result: part.Value,
			Steps: []Step{{0, "glossary", source, []string{part.Value}}}})
		at = part.End
	}
	return plain(all, e.settings.config, text, at, len(text))
}

// plain explains what a configuration makes of text[from:to], in which there is no
// word of the glossary.
func plain(all []Explanation, config, text string, from, to int) []Explanation {
	for from < to {
		end := from
		for end < to {
			r, size := utf8.DecodeRuneInString(text[end:to])
			if r == utf8.RuneError && size == 1 {
				break
			}
			end += size
		}
		for _, s := range dictionary(config).Segments(text[from:end]) {
			all = appendSegment(all, from, s)
			from += len(s.Source)
		}
		if from < to { // a byte that is not UTF-8
			all = append(all, Explanation{Start: from, End: from + 1, Source: text[from : from+1], Result: text[from : from+1]})
			from++
		}
	}
	return all
}

// appendSegment adds what is known of a segment that begins at the offset at.
// With a single stage each of its steps stands by itself.
func appendSegment(all []Explanation, at int, s opencc.Segment) []Explanation {
	if len(s.Stages) > 1 {
		return append(all, Explanation{Start: at, End: at + len(s.Source), Source: s.Source, Result: s.Result, Steps: stepsOf(s.Stages)})
	}
	for i := range s.Stages[0] {
		step := s.Stages[0][i : i+1]
		n := sourceLen(s.Source, step[0].Key)
		all = append(all, Explanation{Start: at, End: at + n, Source: s.Source[:n], Result: step[0].Value(), Steps: stepsOf([][]opencc.Step{step})})
		s.Source, at = s.Source[n:], at+n
	}
	return all
}

// sourceLen is the length in bytes of what a key was before normalisation, which
// puts one character for another.
func sourceLen(source, key string) int {
	n := 0
	for range key {
		_, size := utf8.DecodeRuneInString(source[n:])
		n += size
	}
	return n
}

func stepsOf(stages [][]opencc.Step) []Step {
	var all []Step
	for i, steps := range stages {
		for _, s := range steps {
			if s.Dict != nil {
				all = append(all, Step{i + 1, s.Dict.Name, s.Key, s.Candidates})
			}
		}
	}
	return all
}

// dictionary gives the plain form of a configuration.
func dictionary(config string) *opencc.Config {
	for _, c := range table.Source() {
		if c.Name == config {
			return c
		}
	}
	panic("no configuration " + config) // New has seen it
}

// Origin names the data that the dictionaries were compiled from: package and
// version, and the SHA-256 of its files.
func Origin() string {
	o := table.Default().Origin
	return strings.Join([]string{o.Name, o.Version, "sha256:" + o.SHA256}, " ") + "\nwords: " + words.Default().Origin
}
