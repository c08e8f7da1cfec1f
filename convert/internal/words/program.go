package words

import (
	"zhmd/convert/internal/engine"
	"zhmd/convert/internal/trie"
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
	// pinStarts is what a pin may begin with, asciiStarts the ASCII of these; nil if nothing.
	pinStarts, asciiStarts *symbols

	// foreign converts characters that are in no word, and what is in the other
	// script; shapes gives native text the target's shapes of characters, nil if
	// it has none of its own.
	foreign, shapes *engine.Program

	keys  *trie.Deep // words that may be written otherwise than their characters, by class
	chars chars
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
		glossary: o.Glossary, foreign: o.Foreign, shapes: o.Shapes, chars: make(chars, len(lex.Runes)),
	}
	if o.Target == Hans {
		p.native = inHans
	}
	p.findPinStarts(o.Words)
	if k := p.writes(); k < len(lex.Keys) {
		p.keys = lex.Keys[k]
	}
	switch o.From {
	case FromHans:
		p.from = maskHans
	case FromHant:
		p.from = maskHant
	}
	return p
}

// writes returns which of what programs write this one does, for Lexicon.Keys.
func (p *Program) writes() int {
	switch {
	case p.regional >= 0:
		return p.regional
	case p.byWord:
		return CN
	case p.native == inHans:
		return Targets
	}
	return p.target
}
