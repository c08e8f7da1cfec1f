// Package words converts text by words: it divides a text into the likeliest
// words, each character being read as Simplified or as Traditional as what it
// stands among tells, and writes them for a target. A [Lexicon] is the words,
// compiled by package lexicon and embedded; a [Program] is one of its targets made
// ready.
//
// There is one way from text to what changes in it, [worker.convert]. A text is taken
// block by block, which are its lines. A block is read once, as symbols with pins; by the
// characters that only one script has it is judged which scripts its characters may
// stand in, and a change of script inside of it costs as much as an unlikely word. What a
// character becomes by itself is known, see [char], and so is which words may be written
// otherwise than their characters, see [Lexicon.Keys]. Around these places alone, between
// the nearest ones that no word spans, the [lattice] is searched. All that is wanted of the
// result is made of the list of edits: appended text, edits, a stream, explanations.
package words

import (
	"sync"
	"sync/atomic"

	"zhmd/convert/internal/table"
	"zhmd/convert/internal/trie"
)

// Symbol stands for a character, see package trie.
type Symbol = trie.Symbol

// A Lexicon is words and what is known of characters. It is not to be changed.
type Lexicon struct {
	Origin  string // what it was made from
	Symbols *table.Symbols
	Runes   []rune   // by symbol
	Class   []Symbol // by symbol: of the Simplified character that stands for its forms
	Glyph   []Symbol // by symbol: of the character that stands for its regional shapes
	Hant    []Symbol // by symbol: the glyph of OpenCC's first candidate
	Flags   []Flag   // by symbol
	// Trie holds words of two and more characters, each by what stands for it. A
	// value is the number of its first entry, counted from 1.
	Trie *trie.Trie
	// Single is the same for characters, by symbol.
	Single []uint32
	// Costs of entries; the highest bit tells that the next one is of the same word.
	Costs []uint16
	// The first entries, as many as Spelt has, are those that are not read
	// character by character. Spelt gives where in Spelling they are: their
	// characters in Simplified, and then the glyphs of those in Traditional.
	Spelt    []uint32
	Spelling []Symbol
	Forms    Forms // of these entries, in Values
	Values   string
	// Regions, by entry as in Forms: which write the word, see [OfMainland].
	Regions []uint8
	// Domains, by entry as in Forms: what the word tells of, counted from 1, 0 for
	// nothing; with [Conditional] for an entry that has conditions.
	Domains []uint8
	// Conditions are forms that count here and there, some fields each, those of an entry
	// that is Conditional side by side: see [Lexicon.conditionsOf].
	Conditions []uint32
	// Keys are words, by class, that may be written otherwise than their characters are by
	// themselves, or that tell of a script though none of these does: for each target, and
	// behind these for Hans.
	Keys   []*trie.Deep
	Pairs  *trie.Neighbours // what stands side by side in words, by class
	Switch int              // the cost of a change of script
	Floor  int              // and of a character that is in no word

	read       sync.Once                    // of numbers
	conditions []atomic.Pointer[conditions] // by the number of an entry's first, see conditionsOf
	numbers    []uint16                     // by entry: of its first in Conditions
	glyphs     string                       // the characters of all symbols, see glyph
	unigrams   unigrams
	settled    map[Symbol]bool // by class, see the constant
}

// A Flag tells what a character is.
type Flag uint8

// The flags of characters.
const (
	AsHans   Flag = 1 << iota // it stands for its class itself
	AsHant                    // it is OpenCC's first candidate of its class
	OnlyHans                  // no Traditional text has it
	OnlyHant                  // no Simplified text has it
	Chinese                   // no Japanese text has it
	Latin                     // it is no Han character
	Weak                      // of OnlyHant: not in the shape that some region gives it
	Odd                       // it is no matter of words, and yet not copied: see lexicon
)

// The targets that a word has forms for, in the order of lexicon.Target. Hans
// is none of them: what becomes of Traditional text is a matter of OpenCC's
// dictionaries.
const (
	Hant = iota
	TW
	TWP
	HK
	HKP
	CN // in Simplified: what the mainland says for a word of Taiwan's
	Targets
	Hans = -1
)

// More tells that an entry has another one of the same word behind it.
const More = 1 << 15

// Conditional is set in the domain of an entry that has conditions.
const Conditional = 1 << 7

// Text gives the string that a reference in Forms is to.
func (l *Lexicon) Text(r table.Ref) string {
	from, to := r.Bounds()
	return l.Values[from:to]
}

// derive makes what is not in the table.
func (l *Lexicon) derive() {
	l.glyphs, l.unigrams, l.settled = glyphsOf(l.Runes), make(unigrams, scripts*len(l.Runes)), l.settledOf()
}

// hansOf returns the characters of an entry as Simplified text has them.
func (l *Lexicon) hansOf(e int32) []Symbol {
	from, to := int(l.Spelt[e]), len(l.Spelling)
	if int(e)+1 < len(l.Spelt) {
		to = int(l.Spelt[e+1])
	}
	return l.Spelling[from : (from+to)/2]
}
