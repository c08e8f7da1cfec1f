package convert

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"zhmd/convert/internal/engine"
	"zhmd/convert/internal/lexicon"
	"zhmd/convert/internal/table"
	"zhmd/convert/internal/words"
)

// Vocabulary says when regional words are written, 軟體 for 软件 in Taiwan.
type Vocabulary uint8

// The vocabularies.
const (
	AutoWords   Vocabulary = iota // for text that is of another region
	AlwaysWords                   // for all text
	NeverWords                    // characters are converted and nothing else
)

// Words says when regional words are written; by default where the text is of
// another region. Only zh-TW, zh-HK and zh-CN have such words.
func Words(v Vocabulary) Option { return func(s *settings) { s.vocabulary = v } }

// Domains lists what regional words can belong to.
func Domains() []string { return slices.Clone(lexicon.Domains) }

// Of says what the text is about, by names of [Domains]: words that only such texts
// have are written then. By default it is judged from the words of the text. [New]
// gives an error for a name that is none.
func Of(domains ...string) Option {
	return func(s *settings) {
		for _, name := range domains {
			bit := domainBit(name)
			if s.domains |= bit; bit == 0 {
				s.fault = fmt.Errorf("unknown domain %q; there is %s", name, strings.Join(lexicon.Domains, ", "))
			}
		}
	}
}

// domainBit returns the bit of a domain in settings.domains, 0 if there is no such domain.
func domainBit(name string) uint32 { return 1 << (1 + slices.Index(lexicon.Domains, name)) &^ 1 }

// A form is how a variant is written: the targets of package words without and
// with regional words, and OpenCC's configurations that convert to it from the
// other script and from each variant of its own.
type form struct {
	plain, regional int
	foreign         map[Variant]string // by source, 0 for any
	shapes          map[Variant]string
}

var forms = map[Variant]form{
	Hans: {words.Hans, -1, map[Variant]string{0: "tw2s", Hant: "t2s", TW: "tw2s", HK: "hk2s"}, nil},
	CN:   {words.Hans, -1, map[Variant]string{0: "tw2sp", Hant: "t2s", TW: "tw2sp", HK: "hk2sp"}, nil},
	Hant: {words.Hant, -1, map[Variant]string{0: "s2t"}, map[Variant]string{TW: "tw2t", HK: "hk2t"}},
	TW:   {words.TW, words.TWP, map[Variant]string{0: "s2tw"}, map[Variant]string{0: "t2tw", Hant: "t2tw", TW: "t2tw", HK: "t2tw"}},
	HK:   {words.HK, words.HKP, map[Variant]string{0: "s2hk"}, map[Variant]string{0: "t2hk", Hant: "t2hk", TW: "t2hk", HK: "t2hk"}},
}

// from gives what there is for a source, or for any.
func from(all map[Variant]string, v Variant) string {
	if name := all[v]; name != "" {
		return name
	}
	return all[0]
}

// withoutWords are OpenCC's configurations without regional words.
var withoutWords = map[string]string{"tw2sp": "tw2s", "hk2sp": "hk2s"}

// byWords gives the program that goes by words.
func (s *settings) byWords(glossary *counting) *words.Program {
	if glossary != nil {
		return glossary.program(s)
	}
	shared.Lock()
	defer shared.Unlock()
	key := s.kind()
	if shared.programs[key] == nil {
		shared.programs[key] = words.New(words.Default(), s.options())
	}
	return shared.programs[key]
}

type kind struct {
	from, target Variant
	vocabulary   Vocabulary
}

func (s *settings) kind() kind { return kind{s.from, s.target, s.vocabulary} }

// shared are the programs without a glossary.
var shared = struct {
	sync.Mutex
	programs map[kind]*words.Program
}{programs: map[kind]*words.Program{}}

func (s *settings) options() words.Options {
	foreign, regional := s.foreign()
	o := words.Options{Target: forms[s.target].plain, Regional: s.regional(), From: scripts[s.from], Foreign: programs[foreign](), ByWord: regional}
	if name := s.shapes(); name != "" {
		o.Shapes = programs[name]()
	}
	o.Always = s.vocabulary == AlwaysWords || region(s.from) != 0 && region(s.target) != 0 && region(s.from) != region(s.target)
	return o
}

// regional returns the target of package words with regional words, -1 if none are written.
func (s *settings) regional() int {
	if s.vocabulary == NeverWords {
		return -1
	}
	return forms[s.target].regional
}

// foreign names OpenCC's configuration for text of the other script, and tells
// whether that writes regional words.
func (s *settings) foreign() (name string, regional bool) {
	name = from(forms[s.target].foreign, s.from)
	plain := withoutWords[name]
	if s.vocabulary == NeverWords && plain != "" {
		return plain, false
	}
	return name, plain != ""
}

// shapes names that for text of the target's own script; "" if there is none.
func (s *settings) shapes() string { return forms[s.target].shapes[s.from] }

// scripts are what is known of the script of a text whose form is known.
var scripts = map[Variant]words.From{Hans: words.FromHans, CN: words.FromHans, Hant: words.FromHant, TW: words.FromHant, HK: words.FromHant}

// region gives the region of a variant, 0 if it has none.
func region(v Variant) Variant {
	if v == TW || v == HK || v == CN {
		return v
	}
	return 0
}

// programs hold, per configuration, what makes its program on the first call
// and gives the same again on the later ones.
var programs = func() map[string]func() *engine.Program {
	all := map[string]func() *engine.Program{}
	for _, name := range Configs() {
		all[name] = sync.OnceValue(func() *engine.Program {
			t := table.Default()
			return engine.New(t, t.Config(name))
		})
	}
	return all
}()
