package words

import (
	"slices"

	"zhmd/convert/internal/engine"
	"zhmd/convert/internal/table"
)

// Kind tells what a [Reading] is of.
type Kind uint8

// The kinds of readings.
const (
	OfWord     Kind = iota // a word, or a character that is in none
	OfGlossary             // a word of the glossary
	OfName                 // a name that the document has
	OfOther                // what stands between words
	OfForeign              // a block, or a Traditional word for a Simplified target, that OpenCC converts
	OfShapes               // a block of the target's own script, of which the shapes are converted
)

// A Reading is how a part of a text is read.
type Reading struct {
	Kind       Kind
	Start, End int    // bytes
	Hans       string // the word as it is written in Simplified; "" if it is in no list
	InHant     bool   // it is read as Traditional
	Result     string
	Others     []Other // what else it could be, the likeliest first
}

// An Other is another result, and how much less likely that is, in units of cost.
type Other struct {
	Result string
	Cost   int
}

// Explain tells how text is read, part by part.
func (p *Program) Explain(text []byte, seen *Seen) []Reading {
	var all []Reading
	at := 0
	for block := range blocksOf(text) {
		for _, r := range p.explainBlock(block, seen) {
			r.Start, r.End = r.Start+at, r.End+at
			all = append(all, r)
		}
		at += len(block)
	}
	return all
}

func (p *Program) explainBlock(text []byte, seen *Seen) []Reading {
	if p.stays(text, seen) {
		return []Reading{{Kind: OfShapes, End: len(text), Result: string(text)}}
	}
	b := new(block)
	b.read(p, text)
	seen.note(b)
	if p.leaves(b) {
		return []Reading{{Kind: OfOther, End: len(text), Result: string(text)}}
	}
	allowed, change := p.judge(b, seen)
	if by, ok := p.whole(allowed); ok {
		if _, ok := p.appendAround(nil, b, by); ok {
			return p.explainWhole(b, by, allowed)
		}
	}
	var edges []edge
	b.traced = func(e edge) { edges = append(edges, e) }
	steps := p.divide(b, allowed, change)
	if p.native == inHans {
		return p.explainParts(b, steps, change)
	}
	alike := p.rivals(b, edges, change)
	b.hits = hits{}
	var all []Reading
	for _, s := range steps {
		all = append(all, p.explainStep(b, s, change, alike))
	}
	seen.count(&b.hits)
	return all
}

// explainWhole explains a block that is converted without looking for words.
func (p *Program) explainWhole(b *block, by *engine.Program, allowed mask) (all []Reading) {
	b.besides(func(start, end int, is *fixed) {
		r := Reading{Kind: OfShapes, Start: start, End: end, InHant: allowed == maskHant, Result: string(b.text[start:end])}
		switch {
		case start == end:
			return
		case is != nil:
			r.Kind, r.InHant, r.Result = is.kind(), false, is.value
		case by != nil:
			r.Result = string(by.Append(nil, b.text[start:end]))
		}
		if is == nil && p.native == inHans && allowed == maskHant {
			r.Kind = OfForeign
		}
		all = append(all, r)
	})
	return all
}

// kind gives that of a reading of what is fixed.
func (f *fixed) kind() Kind {
	if f.kept {
		return OfOther
	}
	return OfGlossary
}

func (p *Program) explainParts(b *block, steps []step, change int) []Reading {
	var all []Reading
	for _, part := range b.parts(steps, change) {
		r := Reading{Kind: OfShapes, Start: part.start, End: part.end, Result: string(b.text[part.start:part.end])}
		switch part.script {
		case fixedPart:
			if r.Kind, r.Result = OfGlossary, part.value; part.kept {
				r.Kind = OfOther
			}
		case inHant:
			r.Kind, r.InHant, r.Result = OfForeign, true, string(p.appendHant(nil, b.text[part.start:part.end]))
		}
		all = append(all, r)
	}
	return all
}

func (p *Program) explainStep(b *block, s step, change int, alike []rival) Reading {
	r := Reading{Start: b.start(s.from), End: b.ends[s.to-1], InHant: s.after == inHant, Result: string(p.write(nil, b, s, change, false))}
	switch {
	case s.entry == ofName:
		r.Kind = OfName
		return r
	case s.entry != none:
		r.Hans = b.lex.hans(b, s)
	case b.syms[s.from] == table.Unknown:
		if r.Kind = OfOther; slices.ContainsFunc(b.fixed, func(f fixed) bool { return f.at == s.from }) {
			r.Kind = OfGlossary
		}
		return r
	}
	r.Others = others(r.Result, s, alike)
	return r
}

// hans gives the word of a step as Simplified text has it.
func (l *Lexicon) hans(b *block, s step) string {
	var all []rune
	for k := s.from; k < s.to; k++ {
		c := l.Class[b.syms[k]]
		if int(s.entry) < len(l.Spelt) {
			c = l.Spelling[int(l.Spelt[s.entry])+k-s.from]
		}
		all = append(all, l.Runes[c])
	}
	return string(all)
}
