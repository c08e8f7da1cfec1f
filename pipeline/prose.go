package pipeline

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"zhmd/convert"
)

// A prose is the runs of a source, ready to be converted. They are many and
// short, and to call a converter takes time. So there are texts of many runs, with
// a byte between them that no character has and that divides text.
type prose struct {
	source []byte
	runs   runs
	solos  []span  // the runs that have one piece, in the order of the source
	joined []byte  // their texts, each with a divider behind it
	mixed  []batch // the other runs
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
	p := prose{source: source, runs: r, mixed: newBatches(source, &r), solos: make([]span, 0, len(r.counts))}
	for spans := range r.each {
		if len(spans) == 1 {
			p.solos = append(p.solos, spans[0])
		}
	}
	byStart := func(a, b span) int { return a.start - b.start }
	if !slices.IsSortedFunc(p.solos, byStart) {
		slices.SortFunc(p.solos, byStart)
	}
	return p
}

// join makes the text of the solos.
func (p *prose) join() {
	size := 0
	for _, s := range p.solos {
		size += s.end - s.start + 1
	}
	p.joined = make([]byte, 0, size)
	for _, s := range p.solos {
		p.joined = append(append(p.joined, p.source[s.start:s.end]...), divider)
	}
}

// texts gives the texts of all runs, several at once.
func (p *prose) texts(yield func([]byte) bool) {
	if !yield(p.joined) {
		return
	}
	for i := range p.mixed {
		if !yield(p.mixed[i].text) {
			return
		}
	}
}

// edits appends the edits of each run by c, around words, as edits of the source
// and in its order.
func (p *prose) edits(dst []convert.Edit, c convert.Converter, words *lexicon) []convert.Edit {
	first := len(dst)
	var some []convert.Edit
	for spans := range p.runs.each {
		r := newRun(p.source, spans)
		some = words.edits(some[:0], c, &r)
		dst = appendSourceEdits(dst, &r, some)
	}
	sortEdits(dst[first:])
	return dst
}
