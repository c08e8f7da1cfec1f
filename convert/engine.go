package convert

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/transform"

	"zhmd/convert/internal/engine"
	"zhmd/convert/internal/opencc"
	"zhmd/convert/internal/table"
)

// An Engine converts text as OpenCC 1.4 does, byte for byte, by dictionaries
// that are part of the program. It is a [Converter] and safe for use by several
// goroutines.
type Engine struct {
	settings settings
	program  *engine.Program
	words    []engine.Word // of the glossary
}

// An Option changes what [New] makes.
type Option func(*settings)

type settings struct {
	from     Variant
	config   string
	target   Variant
	glossary []Word
	named    bool // the configuration was
}

// From says which form the text has. Without it a text is read as Simplified
// for a Traditional target, and as Taiwan's for zh-CN and Traditional for
// zh-Hans, which leaves text of the target's own script almost alone.
func From(v Variant) Option { return func(s *settings) { s.from = v } }

// Config takes one of OpenCC's configurations by its name, s2twp, whatever the
// target. See [Configs].
func Config(name string) Option { return func(s *settings) { s.config, s.named = name, name != "" } }

// Configs lists the names of OpenCC's configurations.
func Configs() []string { return slices.Clone(opencc.Names) }

// New makes an engine for a target; the target may be 0 if [Config] is given.
// The first engine of a configuration takes about a millisecond, later ones
// share what it made. It is an error if OpenCC has no configuration for the
// pair of source and target, or none of the given name.
func New(target Variant, opts ...Option) (*Engine, error) {
	s := settings{target: target}
	for _, opt := range opts {
		opt(&s)
	}
	if s.config == "" {
		s.config = configs[pair{s.from, target}]
	}
	program := programs[s.config]
	switch {
	case program == nil && s.config != "":
		return nil, fmt.Errorf("unknown OpenCC configuration %q; there is %s", s.config, strings.Join(opencc.Names, ", "))
	case program == nil:
		return nil, fmt.Errorf("OpenCC cannot convert %v to %v", s.from, target)
	}
	e := &Engine{settings: s, program: program()}
	return e, e.addWords(s)
}

func (e *Engine) addWords(s settings) (err error) {
	for _, w := range s.glossary {
		if len(w.Targets) == 0 || slices.Contains(w.Targets, s.target) {
			e.words = append(e.words, engine.Word{Key: w.Key, Value: w.Value})
		}
	}
	if len(e.words) > 0 {
		e.program, err = e.program.WithGlossary(e.words)
	}
	return err
}

type pair struct{ from, to Variant }

var configs = map[pair]string{
	{0, Hans}: "t2s", {0, Hant}: "s2t", {0, TW}: "s2twp", {0, HK}: "s2hkp", {0, CN}: "tw2sp",

	{Hans, Hans}: "t2s", {Hans, Hant}: "s2t", {Hans, TW}: "s2twp", {Hans, HK}: "s2hkp", {Hans, CN}: "t2s",
	{CN, Hans}: "t2s", {CN, Hant}: "s2t", {CN, TW}: "s2twp", {CN, HK}: "s2hkp", {CN, CN}: "t2s",
	{Hant, Hans}: "t2s", {Hant, Hant}: "s2t", {Hant, TW}: "t2tw", {Hant, HK}: "t2hk", {Hant, CN}: "t2s",
	{TW, Hans}: "tw2s", {TW, Hant}: "tw2t", {TW, TW}: "s2tw", {TW, CN}: "tw2sp",
	{HK, Hans}: "hk2s", {HK, Hant}: "hk2t", {HK, HK}: "s2hk", {HK, CN}: "hk2sp",
}

// programs hold, per configuration, what makes its program on the first call
// and gives the same again on the later ones.
var programs = func() map[string]func() *engine.Program {
	all := map[string]func() *engine.Program{}
	for _, name := range opencc.Names {
		all[name] = sync.OnceValue(func() *engine.Program {
			t := table.Default()
			return engine.New(t, t.Config(name))
		})
	}
	return all
}()

// Config names the OpenCC configuration that the engine runs.
func (e *Engine) Config() string { return e.settings.config }

// Target gives the variant that the engine was made for, 0 if it was made by
// [Config] without one.
func (e *Engine) Target() Variant { return e.settings.target }

// WithSource gives an engine that is the same but for the form that the text
// has, see [From]. One that was made by [Config] is for any form. It is an error
// if OpenCC has no configuration for it.
func (e *Engine) WithSource(from Variant) (*Engine, error) {
	if e.settings.named || from == e.settings.from {
		return e, nil
	}
	return New(e.settings.target, From(from), Glossary(e.settings.glossary))
}

// Edits implements [Converter]. There is an edit for each phrase and each
// character that changes; none has anything in common with its neighbours.
func (e *Engine) Edits(dst []Edit, text []byte, cuts []int) []Edit {
	l := lists.Get().(*editList)
	l.edits = dst
	e.program.Edits(text, cuts, l.add)
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
func (e *Engine) Append(dst, src []byte) []byte { return e.program.Append(dst, src) }

// String converts s.
func (e *Engine) String(s string) string { return string(e.program.Append(nil, []byte(s))) }

// Transformer gives a new [transform.Transformer] that converts a stream in
// bounded memory. It gives what [Engine.Append] gives of the whole stream: no
// phrase is divided at a buffer's edge. What ends in a line break or punctuation
// is converted at once; in text without any, up to a kilobyte waits for what
// follows.
func (e *Engine) Transformer() transform.Transformer { return &transformer{program: e.program} }
