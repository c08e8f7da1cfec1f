// Package learn makes a glossary of what people corrected in pages that a converter
// wrote.
//
// Of each page there is what was written, Old, and what a person made of it, New.
// [Learn] compares the prose of the two and takes for a correction where a word became
// another in a sentence that is otherwise mostly the same. Words of a glossary are words
// of the source; so Old is traced back to its source, or, where that is not given,
// converted back to what becomes Old again.
//
// What is proposed is tried: the pages are converted with it, and an entry that does not
// give what the person wrote, or changes what they left alone, is none but a [Doubt].
package learn

import (
	"slices"

	"zhmd/convert"
	"zhmd/pipeline"
)

// A Page is a page as it was written and as it was corrected.
type Page struct {
	Name     string
	Old, New []byte
	Source   []byte            // what Old was made from; nil if that is not at hand
	Options  []pipeline.Option // how they are read
}

// Options say what the pages are.
type Options struct {
	Target convert.Variant // what Old is written in
	From   convert.Variant // what its source is written in; 0 as [Source] says
	Known  []convert.Word  // the user's words, of which none is proposed again
	// Engine makes what wrote the pages, with a glossary.
	Engine func([]convert.Word) (*convert.Engine, error)
}

// Source gives the form that sources are taken to have where nothing says so: the
// mainland's Simplified, and for a Simplified target the Traditional that is most like it.
func Source(target convert.Variant) convert.Variant {
	switch target {
	case convert.Hans:
		return convert.Hant
	case convert.CN:
		return convert.TW
	}
	return convert.CN
}

// A Result is what was learnt.
type Result struct {
	Entries []Entry // those that were corrected most often first
	Doubts  []Doubt // likewise
	// Corrections are the places where a word was corrected, Learnt those where the
	// glossary gives what the person wrote.
	Corrections, Learnt int
	Damaged             int      // places that it changes though they were left alone
	Rewritten           int      // sentences that were written anew
	Reworded            int      // other changes: words that came or went, punctuation
	Strayed             []string // the pages that are not what their source becomes
}

// An Entry is a word that is proposed.
type Entry struct {
	convert.Word        // for the target
	Old          string // what it became without the entry
	Corrected    int    // how often it was corrected so
	Alone        int    // how often it was left alone and the entry changes it
	// Rivals are other words that become Old: where the source was not given it could
	// have one of them.
	Rivals []string
}

// Protects tells whether the word stays as it is.
func (e Entry) Protects() bool { return e.Key == e.Value }

// A Doubt is a word that was corrected and is not proposed.
type Doubt struct {
	Entry  // Key is empty if no word of the source is known
	Reason string
}

// Learn proposes words. The error is that of Options.Engine.
func Learn(pages []Page, opts Options) (*Result, error) {
	l, err := newLearner(opts)
	if err != nil {
		return nil, err
	}
	for _, p := range pages {
		l.read(p)
	}
	l.choose()
	if err := l.spare(); err != nil {
		return nil, err
	}
	if err := l.prove(); err != nil {
		return nil, err
	}
	l.rivals()
	l.sort()
	return &l.Result, nil
}

// A learner is what is known so far.
type learner struct {
	Result
	opts     Options
	speller  *speller
	engines  []*convert.Engine // with the known words, and without if there are some
	pages    []*page
	byPlace  map[string][]place // of the corrections, by the word of the source
	keys     []string           // in the order in which they were met
	doubtful map[string]int     // the index of doubts that may come again
	sure     map[string]bool    // the corrections by their names
}

func newLearner(opts Options) (*learner, error) {
	if opts.From == 0 {
		opts.From = Source(opts.Target)
	}
	l := &learner{opts: opts, byPlace: map[string][]place{}, doubtful: map[string]int{}, sure: map[string]bool{}}
	for _, words := range [][]convert.Word{opts.Known, nil} {
		engine, err := opts.Engine(words)
		if err != nil {
			return nil, err
		}
		l.engines = append(l.engines, engine)
		if len(opts.Known) == 0 {
			break
		}
	}
	var err error
	l.speller, err = newSpeller(opts.From, opts.Target)
	return l, err
}

// doubt notes a word that is not proposed, or that it was met again.
func (l *learner) doubt(e Entry, reason string) {
	key := e.Key + "\x00" + e.Old + "\x00" + e.Value + "\x00" + reason
	i, ok := l.doubtful[key]
	if !ok {
		l.doubtful[key] = len(l.Doubts)
		l.Doubts = append(l.Doubts, Doubt{e, reason})
		return
	}
	l.Doubts[i].Corrected += e.Corrected
}

func (l *learner) sort() {
	slices.SortStableFunc(l.Entries, func(a, b Entry) int { return b.Corrected - a.Corrected })
	slices.SortStableFunc(l.Doubts, func(a, b Doubt) int { return b.Corrected - a.Corrected })
}
