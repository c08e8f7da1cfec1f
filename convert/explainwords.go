package convert

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"zhmd/convert/internal/lexicon"
	"zhmd/convert/internal/opencc"
	"zhmd/convert/internal/words"
)

// explainWords is Explain for engines that go by words.
func (e *Engine) explainWords(text string) []Explanation {
	var all []Explanation
	seen := e.seen
	for _, r := range e.words.Explain([]byte(text), &seen) {
		source := text[r.Start:r.End]
		switch r.Kind {
		case words.OfForeign:
			config, _ := e.settings.foreign()
			if more := plain(nil, config, text, r.Start, r.End); joined(more) == r.Result {
				all = append(all, more...)
				continue
			}
			all = append(all, Explanation{Start: r.Start, End: r.End, Source: source, Result: r.Result, Script: Hant})
		case words.OfShapes:
			all = e.shaped(all, text, r)
		default:
			all = append(all, Explanation{Start: r.Start, End: r.End, Source: source, Result: r.Result,
				Steps: e.wordSteps(source, r), Script: scriptOf(r), Others: othersOf(r)})
		}
	}
	return all
}

func joined(all []Explanation) string {
	var b strings.Builder
	for _, x := range all {
		b.WriteString(x.Result)
	}
	return b.String()
}

func (e *Engine) shaped(all []Explanation, text string, r words.Reading) []Explanation {
	if config := e.settings.shapes(); config != "" && r.InHant {
		return plain(all, config, text, r.Start, r.End)
	}
	return append(all, Explanation{Start: r.Start, End: r.End, Source: text[r.Start:r.End], Result: r.Result, Script: scriptOf(r)})
}

func scriptOf(r words.Reading) Variant {
	switch {
	case r.Kind == words.OfOther, r.Kind == words.OfGlossary:
		return 0
	case r.InHant:
		return Hant
	}
	return Hans
}

func othersOf(r words.Reading) []Other {
	var all []Other
	for _, o := range r.Others {
		all = append(all, Other{o.Result, float64(o.Cost) / lexicon.Scale})
	}
	return all
}

// wordSteps names what a word was found in.
func (e *Engine) wordSteps(source string, r words.Reading) []Step {
	switch {
	case r.Kind == words.OfGlossary:
		return []Step{{0, "glossary", source, []string{r.Result}}}
	case r.Kind == words.OfName:
		return []Step{{0, "document", source, []string{r.Result}}}
	case r.Hans == "":
		return nil
	}
	steps := []Step{firstStep(r.Hans)}
	if row := e.rowOf(r); row != nil {
		return append(steps, Step{2, fmt.Sprintf("regional.tsv:%d", row.Line), row.Mainland, []string{r.Result}})
	}
	for _, s := range secondSteps(e.settings.target, steps[0].Candidates[0]) {
		steps = append(steps, Step{2, s.Dict.Name, s.Key, s.Candidates})
	}
	return steps
}

// firstStep tells which dictionary has a Simplified word, and its Traditional forms.
func firstStep(hans string) Step {
	if hant := ownReadings()[hans]; hant != "" {
		return Step{1, "readings", hans, []string{hant}}
	}
	for _, d := range dictionary("s2t").Chain[0].Dicts() {
		if values, ok := d.Entries[hans]; ok {
			return Step{1, d.Name, hans, values}
		}
	}
	return Step{1, "words", hans, []string{dictionary("s2t").Convert(hans)}}
}

// ownReadings gives the project's own Traditional forms, by word: the first.
var ownReadings = sync.OnceValue(func() map[string]string {
	own, err := lexicon.Own()
	if err != nil {
		panic(err) // a test has read it
	}
	all := map[string]string{}
	for _, row := range slices.Backward(own) {
		all[row.Hans] = row.Hant
	}
	return all
})

// secondSteps are what is done to a Traditional word for a target.
func secondSteps(target Variant, hant string) []opencc.Step {
	config := map[Variant]string{TW: "s2twp", HK: "s2hkp"}[target]
	if config == "" || !utf8.ValidString(hant) {
		return nil
	}
	c := dictionary(config)
	second := opencc.Config{Normalize: c.Normalize, Chain: c.Chain[1:]}
	var all []opencc.Step
	for _, s := range second.Segments(hant)[0].Stages[0] {
		if s.Dict != nil {
			all = append(all, s)
		}
	}
	return all
}

// ownRegional are the project's own rows of regional words.
var ownRegional = sync.OnceValue(func() []lexicon.Regional {
	rows, err := lexicon.OwnRegional()
	if err != nil {
		panic(err) // a test has read it
	}
	return rows
})

// rowOf gives the row that a word's result is from, nil if it is from none.
func (e *Engine) rowOf(r words.Reading) *lexicon.Regional {
	rows := ownRegional()
	for i := range rows {
		row := &rows[i]
		if row.Mainland == r.Hans && (e.settings.target == TW && row.Taiwan == r.Result || e.settings.target == HK && row.HongKong == r.Result) {
			return row
		}
	}
	return nil
}

// A RegionalWord is a row of the project's own table of words that differ between
// regions: Mainland in Simplified characters, the others in their own; HongKong is =
// where it is the mainland's. When says where it counts, as in the table; it is empty
// for everywhere.
type RegionalWord struct {
	Mainland, Taiwan, HongKong, Domain, When string
	Both                                     bool // Taiwan's word is always the mainland's
	// Why gives the reason where the row says otherwise than OpenCC.
	Why string
}

// RegionalWords gives the rows of the table.
func RegionalWords() []RegionalWord {
	var all []RegionalWord
	for _, row := range ownRegional() {
		all = append(all, RegionalWord{row.Mainland, row.Taiwan, row.HongKong, lexicon.Domains[row.Domain], row.When.String(), row.Both, row.Why()})
	}
	return all
}
