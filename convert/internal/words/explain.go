package words

import (
	"slices"

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

// A record is how blocks are read, and which arcs were tried for the last one.
type record struct {
	readings []Reading
	before   int // how many of these are of earlier blocks
	edges    []edge
	alike    []rival
}

// Explain returns how text is read, part by part.
func (p *Program) Explain(text []byte, seen *Seen) []Reading {
	w := p.worker()
	defer w.release()
	r := new(record)
	w.record = r
	n := 0
	for c, at := (cutter{src: text}), 0; at < len(text); {
		block := w.convert(text[at:c.end(at)], nil, seen)
		for ; n < len(r.readings); n++ {
			r.readings[n].Start, r.readings[n].End = r.readings[n].Start+at, r.readings[n].End+at
		}
		at += len(block)
	}
	return r.readings
}

// note records a reading whose result is that of the edits from a number on.
func (w *worker) note(r Reading, from int) {
	if w.record != nil && r.Start < r.End {
		r.Result = w.spliced(r.Start, r.End, from)
		w.record.readings = append(w.record.readings, r)
	}
}

// spliced returns a part of the block with the edits from a number on, which are in it.
func (w *worker) spliced(start, end, from int) string {
	var out []byte
	for _, e := range w.edits[from:] {
		out = append(append(out, w.text[start:e.start]...), e.text...)
		start = e.end
	}
	return string(append(out, w.text[start:end]...))
}

// noteAround records a part of a block that is converted without looking for words.
func (w *worker) noteAround(start, end int, pin *pin, from int) {
	r := Reading{Kind: OfShapes, Start: start, End: end, InHant: w.allowed == maskHant}
	switch {
	case pin != nil:
		r.Kind, r.InHant = pin.reading(), false
	case w.native == inHans && w.allowed == maskHant:
		r.Kind = OfForeign
	}
	w.note(r, from)
}

// reading returns the kind of a reading of a pin.
func (p *pin) reading() Kind {
	if p.kind == pinGlossary {
		return OfGlossary
	}
	return OfOther
}

// noteStep records a step that has been rendered.
func (w *worker) noteStep(s step, from int) {
	if w.record == nil {
		return
	}
	r := Reading{Start: w.start(s.from), End: w.ends[s.to-1], InHant: s.after == inHant}
	switch {
	case w.syms[s.from] == table.Unknown:
		w.noteBetween(r, from)
		return
	case w.native == inHans:
		return // its parts are
	case s.entry == ofName:
		r.Kind = OfName
	case s.entry != none:
		r.Hans = w.lex.hans(&w.block, s)
	}
	if w.note(r, from); r.Kind == OfWord {
		last := &w.record.readings[len(w.record.readings)-1]
		last.Others = others(last.Result, s, w.record.alike)
	}
}

// noteBetween records a character that is no matter of words. Text between words counts
// for what is before it where the target is Simplified.
func (w *worker) noteBetween(r Reading, from int) {
	r.Kind = OfOther
	at, _ := slices.BinarySearch(w.ends, r.End)
	is := w.pinAt(at)
	switch {
	case is != nil && is.kind != pinForeign:
		r.Kind = is.reading()
	case w.native == inHans:
		w.notePart(r.Start, r.End, w.record.inHant(r.Start), from)
		return
	}
	w.note(r, from)
}

// inHant reports whether the last reading ends at an offset and is of a Traditional word.
func (r *record) inHant(at int) bool {
	n := len(r.readings)
	return n > 0 && r.readings[n-1].End == at && r.readings[n-1].Kind == OfForeign
}

// notePart records a part of a block in one script for a Simplified target. Simplified
// parts side by side are one.
func (w *worker) notePart(start, end int, hant bool, from int) {
	if w.record == nil {
		return
	}
	r := Reading{Kind: OfShapes, Start: start, End: end}
	if hant {
		r.Kind, r.InHant = OfForeign, true
	} else if n := len(w.record.readings); n > 0 && start > 0 && w.record.readings[n-1].Kind == OfShapes && w.record.readings[n-1].End == start {
		last := &w.record.readings[n-1]
		last.End, last.Result = end, last.Result+w.spliced(start, end, from)
		return
	}
	w.note(r, from)
}

// hans returns the word of a step as Simplified text has it.
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
