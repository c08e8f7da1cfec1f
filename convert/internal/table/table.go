// Package table holds OpenCC's dictionaries compiled for the engine, embedded
// in the program. [Default] gives them; [Build] makes them from the
// dictionaries, for the generator; [Source] gives these themselves, for
// explanations.
package table

import (
	"strings"
	"unicode/utf8"

	"zhmd/convert/internal/blob"
	"zhmd/convert/internal/trie"
)

// A Ref is a string in [Table.Values]: its offset in bytes above 8 bits of its
// length in bytes.
type Ref uint32

// NewRef refers to n bytes at an offset.
func NewRef(offset, n int) Ref { return Ref(offset<<8 | n) }

// Bounds gives the offsets between which the string lies.
func (r Ref) Bounds() (from, to int) { return int(r >> 8), int(r>>8) + int(r&0xFF) }

// The first symbols stand for characters that are in no key; the others for those
// that are, the most frequent first.
const (
	Unknown trie.Symbol = 0 // any character but the following
	// LastDescription is the last of those of the ideographic description
	// characters, which are the first.
	LastDescription trie.Symbol = 16
)

// Describes tells whether s is that of an ideographic description character.
func Describes(s trie.Symbol) bool { return s-1 < LastDescription }

// A Table is the compiled dictionaries of all configurations. It is not to be
// changed.
type Table struct {
	Origin  Origin
	Longest int      // the length of the longest key in characters
	Runes   []rune   // by symbol
	Symbols *Symbols // the other way
	Values  string   // see [Ref]

	tries   []func() *trie.Trie
	maps    []func() *Map
	configs map[string]func() *Config
}

// Config gives a configuration by its name, nil if there is none. What it
// consists of is decoded on the first call.
func (t *Table) Config(name string) *Config {
	if c := t.configs[name]; c != nil {
		return c()
	}
	return nil
}

// ValueBytes gives [Table.Values] as bytes.
func (t *Table) ValueBytes() []byte { return blob.BytesOf(t.Values) }

// Origin says what a table was compiled from.
type Origin struct{ Name, Version, SHA256 string }

// A Map is what one stage does: the longest key at a place of the text, of all
// that can win there, and what becomes of it.
type Map struct {
	Trie  *trie.Trie // keys of two and more characters; a value is an index to Refs
	Refs  []Ref
	Chars Chars
	// Filter is that of the trie, for a large one, and of the second stages of
	// the configurations that cut the text by it; nil for others.
	Filter *trie.Filter
	// Neighbours are those of the trie, for a large one.
	Neighbours *trie.Neighbours
}

// Composable tells whether a stage only puts a character in place of another, so
// that the next can be searched without writing down what comes out of it.
func (t *Table) Composable(m *Map) bool {
	if len(m.Refs) > 0 {
		return false
	}
	for _, c := range m.Chars {
		if utf8.RuneCountInString(t.Text(c.Ref)) != 1 {
			return false
		}
	}
	return true
}

// Becoming gives the symbol of what each symbol's character becomes in a stage
// that is composable.
func (t *Table) Becoming(m *Map) []trie.Symbol {
	as := make([]trie.Symbol, len(t.Runes))
	for s := range as {
		as[s] = trie.Symbol(s)
	}
	for _, c := range m.Chars {
		r, _ := utf8.DecodeRuneInString(t.Text(c.Ref))
		as[c.Symbol] = t.Symbols.Of(r)
	}
	return as
}

// Chars are keys of one character and what becomes of them, in the order of
// their symbols.
type Chars []Char

// A Char is a key of one character.
type Char struct {
	Symbol trie.Symbol
	Ref    Ref
}

// Next gives what becomes of s, 0 if it is no key, and drops what is before it:
// it is for going through all symbols in their order.
func (c *Chars) Next(s trie.Symbol) Ref {
	for len(*c) > 0 && (*c)[0].Symbol < s {
		*c = (*c)[1:]
	}
	if len(*c) > 0 && (*c)[0].Symbol == s {
		return (*c)[0].Ref
	}
	return 0
}

// A Config is one of OpenCC's configurations.
type Config struct {
	Name string
	// Segments are the phrases that the text is cut by, each with what becomes
	// of it in the whole chain; nil if the text is not cut.
	Segments *Map
	// Stages are what is done to the text between them, or to all of it.
	Stages []*Map
	// Changing is the filter of the keys without which the result would be
	// another: those of the second stage, and the phrases that do not become
	// what their characters become by themselves, or that hold a character whose
	// form takes other than three bytes or becomes more than one. It is nil if
	// there are few phrases, or if the stages cannot be searched as one. To make it
	// takes time; it is to be called once.
	Changing func() *trie.Filter
}

// Normal gives text with each compatibility ideograph as what it stands for, as
// the engine reads it.
func (t *Table) Normal(text string) string {
	return strings.Map(func(r rune) rune {
		if s := t.Symbols.Of(r); s != Unknown {
			return t.Runes[s]
		}
		return r
	}, text)
}

// Text gives the string that r refers to.
func (t *Table) Text(r Ref) string {
	from, to := r.Bounds()
	return t.Values[from:to]
}

// MaxRefLen is the length in bytes of the longest value that a [Ref] can hold.
const MaxRefLen = 0xFF
