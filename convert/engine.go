package convert

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/transform"

	"zhmd/convert/internal/engine"
	"zhmd/convert/internal/opencc"
	"zhmd/convert/internal/words"
)

// An Engine converts text to its target. It goes by words and by what the text
// tells of its script; one that was made by [Config] converts as OpenCC 1.4 does,
// byte for byte. It is a [DocumentConverter] and [Targeted], and safe for concurrent use.
type Engine struct {
	settings settings
	exact    *engine.Program // of the configuration that was named; nil if none was
	words    *words.Program  // nil if one was
	seen     words.Seen      // what is known of the document
	glossary *counting       // nil if there is none
}

// An Option changes how an engine converts, see [New].
type Option func(*settings)

type settings struct {
	from       Variant
	target     Variant
	vocabulary Vocabulary
	domains    uint32 // by their numbers, from 1, as bits
	fault      error  // of an option
	glossary   *glossary
	config     string
	named      bool // config was
}

// From says which form the text has. Without it that is judged from the text.
func From(v Variant) Option { return func(s *settings) { s.from = v } }

// Config takes one of OpenCC's configurations by its name, s2twp, whatever the
// target: the result is OpenCC's own. See [Configs].
func Config(name string) Option { return func(s *settings) { s.config, s.named = name, name != "" } }

// Configs lists the names of OpenCC's configurations.
func Configs() []string { return slices.Clone(opencc.Names) }

// New makes an engine for a target; the target may be 0 if [Config] is given.
// The first engine of a kind takes some milliseconds, later ones share what it
// made. It is an error if there is no target, no configuration of the given
// name, or no domain of a given one.
func New(target Variant, opts ...Option) (*Engine, error) {
	s := settings{target: target}
	for _, opt := range opts {
		opt(&s)
	}
	if s.fault != nil {
		return nil, s.fault
	}
	switch _, known := forms[target]; {
	case s.named && programs[s.config] == nil:
		return nil, fmt.Errorf("unknown OpenCC configuration %q; there is %s", s.config, strings.Join(opencc.Names, ", "))
	case !s.named && !known:
		return nil, fmt.Errorf("there is no target %v", target)
	}
	e := &Engine{settings: s, seen: words.Seen{About: s.domains}}
	var err error
	if e.glossary, err = s.glossary.counting(target); err != nil {
		return nil, err
	}
	e.build()
	return e, nil
}

// build makes what the engine goes by.
func (e *Engine) build() {
	if e.settings.named {
		e.exact = e.settings.byConfig(e.glossary)
		return
	}
	e.words = e.settings.byWords(e.glossary)
}

// byConfig gives the program of the configuration that is named.
func (s *settings) byConfig(glossary *counting) *engine.Program {
	if glossary != nil {
		return glossary.exact(s.config)
	}
	return programs[s.config]()
}

// Target gives the variant that the engine was made for, 0 if it was made by
// [Config] without one.
func (e *Engine) Target() Variant { return e.settings.target }

// ForDocument implements [DocumentConverter]; the result is an *Engine. It goes by
// what the profile says of the document's source and topics, by how many of its
// blocks are in which script and by what its lead is about, by the region whose
// words it has if that matters to the target, and by how it writes names. An
// engine that was made by [Config] is for any document, and is returned itself.
func (e *Engine) ForDocument(p *Profile) Converter {
	if e.words == nil {
		return e
	}
	f := *e
	s := &f.settings
	if p.in.Source != 0 {
		s.from = p.in.Source
	}
	if s.asksRegion() && p.Script() == Hant && p.Region() == CN {
		s.vocabulary = AlwaysWords
	}
	s.domains |= p.topics
	f.build()
	f.seen = p.blocks()
	f.seen.Whole, f.seen.About = true, s.domains
	if s.regional() >= 0 && p.Script() != Hant {
		f.seen.Hits = p.lead().Hits
	}
	if p.mixed() && s.target != Hans && s.target != CN {
		f.seen.Names = p.surveyed().names
	}
	return &f
}

// asksRegion reports whether it matters which region's words a text has that is
// written in the target's script.
func (s *settings) asksRegion() bool {
	return s.target == TW && s.from == 0 && s.vocabulary == AutoWords
}

// Edits implements [Converter]. An edit is of a word, in which characters may stay, or of
// a character.
func (e *Engine) Edits(dst []Edit, text []byte, cuts []int) []Edit {
	l := lists.Get().(*editList)
	l.edits = dst
	if e.words != nil {
		seen := e.seen
		e.words.Edits(text, cuts, &seen, l.add)
	} else {
		e.exact.Edits(text, cuts, l.add)
	}
	dst, l.edits = l.edits, nil
	lists.Put(l)
	return dst
}

// An editList is edits that are being found, and what adds one: a function that is
// made once, for the texts of a document are many and short.
type editList struct {
	edits []Edit
	add   func(start, end int, replacement string)
}

var lists = sync.Pool{New: func() any {
	l := &editList{}
	l.add = func(start, end int, replacement string) {
		l.edits = append(l.edits, Edit{Start: start, End: end, New: replacement})
	}
	return l
}}

// Append converts src and appends the result to dst. It does not allocate if
// dst has room for the result and half as much again.
func (e *Engine) Append(dst, src []byte) []byte {
	if e.words == nil {
		return e.exact.Append(dst, src)
	}
	seen := e.seen
	return e.words.Append(dst, src, &seen)
}

// String converts s.
func (e *Engine) String(s string) string { return string(e.Append(nil, []byte(s))) }

// Transformer gives a new [transform.Transformer] that converts a stream in
// bounded memory. It gives what [Engine.Append] gives of the whole stream: no
// word is divided at a buffer's edge. A line is converted when its end has come.
// An engine that was made by [Config] converts what ends in punctuation too.
func (e *Engine) Transformer() transform.Transformer {
	if e.words != nil {
		return e.words.NewStream(e.seen)
	}
	return &transformer{program: e.exact}
}
