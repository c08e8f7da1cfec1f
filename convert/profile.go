package convert

import (
	"sync"

	"zhmd/convert/internal/words"
)

// A ProfileInput is what a [Profile] is made of. Any part of it may be missing.
type ProfileInput struct {
	// Text is the prose of the document. A byte that is not UTF-8 separates texts in
	// it, as it does for a [Converter].
	Text []byte
	// Lead is plain text that the prose begins with, from which converters may tell
	// what the document is about. Some hundred bytes are enough.
	Lead []byte
	// Title is the document's title, tags and description, in whatever syntax.
	Title []byte
	// CodeBlocks and CodeSpans report whether the document has code, in blocks or
	// inside of lines.
	CodeBlocks, CodeSpans bool
	// Source is the form that the document says it is written in, 0 if it does not.
	Source Variant
	// Topics are what the document says it is about. An [Engine] knows the names that
	// [Domains] lists; others have no meaning to it.
	Topics []string
}

// A Profile is what a document tells of the form that it is written in and of what
// it is about. One is enough for all targets: what the text has to be searched for
// is found when a converter asks for it first, and once. It is safe for concurrent
// use.
type Profile struct {
	in       ProfileInput
	topics   uint32 // of in, as bits
	blocks   func() words.Seen
	lead     func() words.Seen // its topics alone
	surveyed func() survey
	regions  func() words.Regions
}

// A survey is what takes dividing the text into words.
type survey struct {
	names   *words.Names  // nil if the document is in one script
	regions words.Regions // if it is in Traditional for the most part
}

// NewProfile returns the profile of a document. The input is not copied, and must
// not be changed while the profile is in use.
func NewProfile(in ProfileInput) *Profile {
	p := &Profile{in: in}
	for _, name := range in.Topics {
		p.topics |= domainBit(name)
	}
	p.blocks = sync.OnceValue(func() (seen words.Seen) {
		words.Default().See(in.Text, &seen)
		return seen
	})
	p.lead = sync.OnceValue(func() (seen words.Seen) {
		words.Default().Sample(in.Title, in.Lead, in.codeWords(), &seen)
		return seen
	})
	p.surveyed = sync.OnceValue(func() (s survey) {
		var regions *words.Regions
		if p.mixed() {
			s.names = new(words.Names)
		}
		if p.Script() == Hant {
			regions = &s.regions
		}
		words.Default().Survey(in.Text, s.names, regions)
		return s
	})
	p.regions = sync.OnceValue(func() (all words.Regions) {
		if p.Script() == Hant {
			return p.surveyed().regions
		}
		words.Default().Survey(in.Text, nil, &all)
		return all
	})
	return p
}

// codeWords returns how many words of the domain of code the code counts for. A
// document with blocks of it is about what has code; where there is code in lines
// alone a few words must say so too.
func (in *ProfileInput) codeWords() int32 {
	switch {
	case in.CodeBlocks:
		return 4
	case in.CodeSpans:
		return 2
	}
	return 0
}

// Input returns what the profile was made of.
func (p *Profile) Input() ProfileInput { return p.in }

// Script returns the script of most blocks, which are the lines of the texts: Hans or
// Hant; 0 if no character tells.
func (p *Profile) Script() Variant {
	switch seen := p.blocks(); {
	case seen.Hans > seen.Hant:
		return Hans
	case seen.Hant > seen.Hans:
		return Hant
	}
	return 0
}

// mixed reports whether there are blocks of both scripts, or one that has both.
func (p *Profile) mixed() bool {
	seen := p.blocks()
	return seen.Mixed > 0 || seen.Hans > 0 && seen.Hant > 0
}

// Few words tell nothing, and people in Taiwan have many of the mainland's words
// too, while hardly anybody there has none of their own.
const (
	fewWords  = 8
	ownShare  = 20
	someWords = 3
)

// Region returns the region whose words the texts have: TW, HK, or CN, which also
// stands for what is written in Hong Kong as on the mainland; 0 if that is open. To
// find it out takes several times as long as [Profile.Script].
func (p *Profile) Region() Variant {
	switch r := p.regions(); {
	case r.Mainland >= fewWords && r.Taiwan*ownShare < r.Mainland:
		return CN
	case r.Taiwan >= someWords && r.Taiwan*ownShare >= r.Mainland:
		return TW
	case r.HongKong >= someWords:
		return HK
	}
	return 0
}
