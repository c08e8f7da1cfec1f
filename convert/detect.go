package convert

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"zhmd/convert/internal/words"
)

// Evidence is what texts tell of the form they are written in: which characters
// they have that only one script has, and which words that only one region has. It
// grows by [Evidence.Add] and [Evidence.AddWords]; [Engine.For] makes an engine that
// knows it. The zero Evidence knows nothing.
type Evidence struct {
	seen    words.Seen
	regions words.Regions
}

// Add adds the characters of a text of the same document.
func (e *Evidence) Add(text []byte) { words.Default().See(text, &e.seen) }

// AddWords adds the words of a text, which takes several times as long.
func (e *Evidence) AddWords(text []byte) {
	words.Default().Regional(text, func(_ string, at words.Regions) {
		e.regions.Mainland += at.Mainland
		e.regions.Taiwan += at.Taiwan
		e.regions.HongKong += at.HongKong
	})
}

// Mixed tells whether there are texts of both scripts, or one that has both: only
// there is something to learn from one for the other, see [Engine.Learn].
func (e *Evidence) Mixed() bool { return e.seen.Mixed > 0 || e.seen.Hans > 0 && e.seen.Hant > 0 }

// Learn adds to the evidence how a text writes names in Traditional characters: a
// name that stands so once in a document is written so everywhere. It does nothing
// for engines to which that does not matter.
func (e *Engine) Learn(text []byte, ev *Evidence) {
	if e.words == nil || e.settings.target == Hans || e.settings.target == CN {
		return
	}
	if ev.seen.Names == nil {
		ev.seen.Names = new(words.Names)
	}
	e.words.Learn(text, ev.seen.Names)
}

// Code says how much code a document has beside its text: for how many words of the
// domain of code it counts.
type Code int32

// A document with blocks of code is about what has code; where there is code in lines
// alone a few words must say so too.
const (
	NoCode      Code = 0
	CodeInLines Code = 2
	CodeBlocks  Code = 4
)

// Sample adds what the front matter and the beginning of a text tell of what it is
// about, by the words in them that belong to a domain; code tells of the code beside
// the text. It does nothing for engines to which that does not matter.
func (e *Engine) Sample(front, text []byte, code Code, ev *Evidence) {
	if e.words != nil && ev.Script() != Hant {
		e.words.Sample(front, text, int32(code), &ev.seen)
	}
}

// Script gives the script of most blocks, which are the lines of the texts: Hans or
// Hant; 0 if no character tells.
func (e *Evidence) Script() Variant {
	switch hans, hant := e.seen.Hans, e.seen.Hant; {
	case hans > hant:
		return Hans
	case hant > hans:
		return Hant
	}
	return 0
}

// Few words tell nothing, and people in Taiwan have many of the mainland's words
// too, while hardly anybody there has none of their own.
const (
	fewWords  = 8
	ownShare  = 20
	someWords = 3
)

// Region gives the region whose words the texts have: TW, HK, or CN, which also
// stands for what is written in Hong Kong as on the mainland; 0 if that is open.
func (e *Evidence) Region() Variant {
	switch r := e.regions; {
	case r.Mainland >= fewWords && r.Taiwan*ownShare < r.Mainland:
		return CN
	case r.Taiwan >= someWords && r.Taiwan*ownShare >= r.Mainland:
		return TW
	case r.HongKong >= someWords:
		return HK
	}
	return 0
}

// For gives an engine that is the same but judges texts as parts of a document of
// which this is known.
func (e *Engine) For(ev Evidence) *Engine {
	if e.words == nil {
		return e
	}
	f := *e
	f.seen = ev.seen
	f.seen.Whole, f.seen.About = true, e.settings.domains
	if e.asksRegion() && ev.Script() == Hant && ev.Region() == CN {
		f.settings.vocabulary = AlwaysWords
		f.build()
	}
	return &f
}

// AsksRegion tells whether it matters to the engine which region's words a text has
// that is written in the target's script, see [Evidence.AddWords].
func (e *Engine) AsksRegion() bool { return e.words != nil && e.asksRegion() }

func (e *Engine) asksRegion() bool {
	return e.settings.target == TW && e.settings.from == 0 && e.settings.vocabulary == AutoWords
}

// A Detection is what a text tells of the form it is written in.
type Detection struct {
	Script  Variant // Hans or Hant; 0 if no character tells
	Region  Variant // CN, TW or HK; 0 if no word tells
	Reasons []Reason
}

// A Reason is a character that one script alone has, or a word of one region, as it
// stands in the text.
type Reason struct {
	Text  string
	For   Variant
	Count int
}

// String says it to a person.
func (r Reason) String() string { return fmt.Sprintf("%s is %v (%d)", r.Text, r.For, r.Count) }

// Detect tells which form a text is written in, and why: the reasons are all that
// were found, those that occur most often first.
func Detect(text string) Detection {
	var e Evidence
	e.Add([]byte(text))
	counts := map[Reason]int{}
	for _, r := range text {
		if v := scriptOfChar(r); v != 0 {
			counts[Reason{Text: string(r), For: v}]++
		}
	}
	words.Default().Regional([]byte(text), func(word string, at words.Regions) {
		for v, n := range map[Variant]int{CN: at.Mainland, TW: at.Taiwan, HK: at.HongKong} {
			if n > 0 {
				counts[Reason{Text: word, For: v}]++
			}
		}
	})
	e.AddWords([]byte(text))
	return Detection{e.Script(), e.Region(), sorted(counts)}
}

func scriptOfChar(r rune) Variant {
	switch hans, hant := words.Default().Script(r); {
	case hans:
		return Hans
	case hant:
		return Hant
	}
	return 0
}

func sorted(counts map[Reason]int) []Reason {
	var all []Reason
	for r := range maps.Keys(counts) {
		r.Count = counts[r]
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b Reason) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Text, b.Text)) })
	return all
}
