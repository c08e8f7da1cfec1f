package words

import (
	"unicode/utf8"

	"zhmd/convert/internal/engine"
)

// A Program writes for one target. It is safe for use by several goroutines.
type Program struct {
	lex      *Lexicon
	native   uint8           // the target's script
	target   int             // which form of a word is written
	regional int             // which if it may be a regional word; -1 for none
	always   bool            // regional words are written for native text too
	byWord   bool            // foreign writes regional words, and so is asked word by word
	from     mask            // the scripts that a text may have
	glossary *engine.Program // knows the words of the glossary; nil if there are none
	words    []engine.Word
	begins   *symbols // what the words may begin with; nil if there are none
	slow     bool     // there is no fast way: it cannot find one of them, or is not wanted

	// foreign converts characters that are in no word, and what is in the other
	// script; shapes gives native text the target's shapes of characters, nil if
	// it has none of its own.
	foreign, shapes *engine.Program
	way             *fastWay
}

// Options say how a [Program] writes.
type Options struct {
	Target, Regional int // of the targets; Regional is -1 for no regional words
	Always           bool
	ByWord           bool // Foreign writes regional words, and is asked word by word
	// Glossary finds the user's words, which are in Words; nil if there are none.
	Glossary        *engine.Program
	Words           []engine.Word
	From            From
	Foreign, Shapes *engine.Program
}

// From is what is known of the script of a text.
type From uint8

// What is known of a text.
const (
	FromAny From = iota
	FromHans
	FromHant
)

// New makes a program.
func New(lex *Lexicon, o Options) *Program {
	p := &Program{
		lex: lex, native: inHant, target: o.Target, regional: o.Regional, always: o.Always, byWord: o.ByWord, from: maskBoth,
		glossary: o.Glossary, words: o.Words, slow: breaks(o.Words), foreign: o.Foreign, shapes: o.Shapes, way: new(fastWay),
	}
	if o.Target == Hans {
		p.native = inHans
	}
	if o.Glossary != nil {
		p.begins = p.beginnings()
	}
	switch o.From {
	case FromHans:
		p.from = maskHans
	case FromHant:
		p.from = maskHant
	}
	return p
}

// Growth returns a bound on how many bytes longer the words of the glossary make text.
func (p *Program) Growth(text []byte) int {
	if p.glossary == nil {
		return 0
	}
	return p.glossary.Growth(text)
}

// WordByWord gives a program that finds every word of every text.
func (p *Program) WordByWord() *Program {
	q := *p
	q.slow = true
	return &q
}

// shape appends what becomes of the character k of a step, c, of the target's own
// script. Where it is the very character of the word's entry, one is what that has
// for the target.
func (p *Program) shape(dst []byte, b *block, s step, k int, c []byte, one string) []byte {
	if one != "" && charAt(p.lex.form(s.entry, Hant), k) == string(c) {
		return append(dst, one...)
	}
	if p.shapes == nil {
		return append(dst, c...)
	}
	return p.shapes.AppendChar(dst, p.lex.Runes[b.syms[s.from+k]])
}

func charAt(s string, k int) string {
	for ; k > 0; k-- {
		_, n := utf8.DecodeRuneInString(s)
		s = s[n:]
	}
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}

// regionalIn tells whether a regional word may be written for characters in these
// scripts: those of another region, as far as that can be seen.
func (p *Program) regionalIn(in []uint8) bool {
	for _, s := range in {
		if s == p.native && !p.always {
			return false
		}
	}
	return true
}
