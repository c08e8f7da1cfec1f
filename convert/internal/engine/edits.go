package engine

import (
	"encoding/binary"
	"sync"
	"unicode/utf8"

	"zhmd/convert/internal/han"
	"zhmd/convert/internal/table"
	"zhmd/convert/internal/trie"
)

// Edits calls emit for each part of text that is changed, in order, with its
// offsets and what is written in its place. cuts are ascending offsets that
// phrases reach over under the rule of [Program.allowed] alone.
func (p *Program) Edits(text []byte, cuts []int, emit func(start, end int, replacement string)) {
	p.edits(text, 0, cuts, emit)
}

// edits is Edits of what is behind an offset.
func (p *Program) edits(text []byte, from int, cuts []int, emit func(start, end int, replacement string)) {
	if p.gloss != nil && (p.chain != nil || len(cuts) > 0) { // a cut may take a word away and so let a phrase in
		p.editsByOps(text, from, cuts, emit)
		return
	}
	e := editors.Get().(*editor)
	e.p, e.src, e.n, e.cuts, e.emit = p, append(append(e.src[:0], text...), padding...), len(text), cuts, emit
	e.look, e.aligned, e.flow.p = p.look(), 0, nil
	e.run(from)
	e.p, e.cuts, e.emit = nil, nil, nil
	editors.Put(e)
}

var editors = sync.Pool{New: func() any { return new(editor) }}

// padding stands behind a text so that it can be read without looking for its
// end. It is not UTF-8 and so belongs to no key.
const padding = "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"

var paddeds = sync.Pool{New: func() any { return new([]byte) }}

// editsByOps goes from op to op.
func (p *Program) editsByOps(text []byte, from int, cuts []int, emit func(start, end int, replacement string)) {
	var f flow
	for i := from; i < len(text); {
		cuts = behind(cuts, i)
		o := p.op(text, i, cuts, &f)
		if !o.keep && string(text[i:o.end]) != o.text {
			emit(i, o.end, o.text)
		}
		i = o.end
	}
}

// An editor does what editsByOps does, as [Program.Append] does it: character by
// character but for the phrases that make a difference.
type editor struct {
	p       *Program
	src     []byte // the text and padding
	n       int    // the length of the text
	cuts    []int
	emit    func(start, end int, replacement string)
	aligned int // the last place that is known to begin an op
	flow    flow
	look
}

func (e *editor) run(from int) {
	for i := from; i < e.n; {
		if e.src[i] < utf8.RuneSelf {
			if end := e.p.asciiEnd(e.src, i); end > i {
				i, e.aligned = end, end
				continue
			}
		} else if end := e.han(i); end > i {
			i = end
			continue
		}
		i = e.op(i)
	}
}

// op does the op at i and gives its end.
func (e *editor) op(i int) int {
	e.cuts = behind(e.cuts, i)
	o := e.p.op(e.src, i, e.cuts, &e.flow)
	if !o.keep && string(e.src[i:o.end]) != o.text {
		e.emit(i, o.end, o.text)
	}
	e.aligned = o.end
	return o.end
}

// han goes over characters of three bytes from i on and gives where it stopped:
// where an op begins that is not a matter of one such character.
func (e *editor) han(i int) int {
	p, src := e.p, e.src
	bmp, outs, rows, shift := p.symbols.BMP, p.outs(), e.all.Rows, e.all.Shift
	e.aligned = i
	for i < e.n {
		word := han.Load32(src, i)
		if !han.IsThree(word) {
			break
		}
		symbol := bmp[han.CodePoint(word)]
		if symbol <= table.LastDescription {
			if symbol != table.Unknown || han.Invalid(word) {
				break
			}
			i += 3
			continue
		}
		out := outs[symbol]
		if out == 0 {
			break
		}
		next, third, _ := p.ahead(bmp, src, i+3)
		start := trie.Start(symbol, next, third)
		pair := trie.Pair(start)
		if trie.Begins(han.Load64(rows, trie.Index(pair, start, shift)), pair, start) {
			if p.chain != nil {
				break
			}
			if end := e.phrase(i, symbol, next, third); end > i {
				i = end
				continue
			}
		}
		if out != word&0xFFFFFF {
			e.emit(i, i+3, p.becomes(symbol))
		}
		i += 3
	}
	return i
}

// phrase does the op at i if it is a phrase, or is not known to be none, and
// gives its end; else i.
func (e *editor) phrase(i int, s, next, third trie.Symbol) int {
	end, ref, word := e.find(i, s, next, third)
	if end == 0 {
		return i
	}
	e.cuts = behind(e.cuts, e.aligned)
	across := len(behind(e.cuts, i)) > 0 && behind(e.cuts, i)[0] < end
	if word == "" || across {
		if e.aligned = e.p.alignedAt(e.src, e.aligned, i, e.cuts, e.sparse); e.aligned < i {
			return i
		}
	}
	if across {
		return e.op(i)
	}
	if word == "" {
		word = e.p.text(ref)
	}
	if string(e.src[i:end]) != word {
		e.emit(i, end, word)
	}
	e.aligned = end
	return end
}

// find gives the end of the word or phrase at i, and what becomes of it.
func (e *editor) find(i int, s, next, third trie.Symbol) (end int, ref table.Ref, word string) {
	if e.p.gloss != nil {
		if e.p.mayBeWord(&e.look, trie.Start(s, next, third)) {
			if end, word = e.p.gloss.match(e.p, e.src, i, nil); end != 0 {
				return end, 0, word
			}
		}
		if !e.phrases.Has(s, next, third) {
			return 0, 0, ""
		}
	}
	end, ref = e.p.phraseOf(&e.look, e.src, i, trie.Start(s, next, third))
	return end, ref, ""
}

// becomes gives what becomes of a character by itself.
func (p *Program) becomes(s trie.Symbol) string {
	if ref := p.refs[s]; ref != 0 {
		return p.text(ref)
	}
	return string(p.runes[s]) // a compatibility ideograph stands for it
}

// asciiEnd gives the end of the ASCII at i, or where a key begins in it.
func (p *Program) asciiEnd(src []byte, i int) int {
	if p.ascii.within {
		return p.asciiRun(src, i)
	}
	start := i
	for i+8 <= len(src) {
		k := asciiPrefix(binary.LittleEndian.Uint64(src[i:]))
		if i += k; k < 8 {
			break
		}
	}
	if src[i] >= utf8.RuneSelf && p.ascii.last[src[i-1]&0x7F] {
		return p.keyBefore(src, start, i)
	}
	return i
}
