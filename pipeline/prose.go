package pipeline

import (
	"bytes"
	"unicode/utf8"

	"zhmd/convert"
)

// A prose is the runs of a source, ready to be converted. They are many and
// short, and to call a converter takes time. So there is one text of all, with
// a byte between them that no character has and that divides text.
type prose struct {
	source []byte
	runs   runs
	joined run // all runs, each with a divider behind it
}

const divider = 0xFF

// separated returns source with a divider in place of each byte that is not UTF-8: on
// both sides of markup such bytes may not make a character.
func (d *Document) separated(source []byte) []byte {
	if !d.invalid {
		return source
	}
	all := bytes.Clone(source)
	for i := 0; i < len(all); {
		r, size := utf8.DecodeRune(all[i:])
		if r == utf8.RuneError && size == 1 {
			all[i] = divider
		}
		i += size
	}
	return all
}

func newProse(source []byte, r runs) prose {
	p := prose{source: source, runs: r}
	size := 0
	for _, s := range r.spans {
		size += s.end - s.start
	}
	p.joined = run{text: make([]byte, 0, size+len(r.counts)), pieces: make([]piece, 0, len(r.spans))}
	for spans := range r.each {
		for _, s := range spans {
			p.joined.add(source[s.start:s.end], s.start)
		}
		p.joined.divide()
	}
	return p
}

// leadSize is how much of a prose is asked what it is about, in bytes.
const leadSize = 1 << 10

// lead returns the runs without markup that the prose begins with.
func (p *prose) lead() (all []byte) {
	for spans := range p.runs.each {
		if len(spans) == 1 {
			all = append(append(all, p.source[spans[0].start:spans[0].end]...), divider)
		}
		if len(all) >= leadSize {
			break
		}
	}
	return all
}

// edits appends the edits of all runs by c, around words, as edits of the source
// and in its order.
func (p *prose) edits(dst []convert.Edit, c convert.Converter, words *lexicon) []convert.Edit {
	first := len(dst)
	dst = words.edits(dst, c, &p.joined)
	dst = append(dst[:first], sourceEdits(&p.joined, dst[first:])...)
	sortEdits(dst[first:])
	return dst
}
