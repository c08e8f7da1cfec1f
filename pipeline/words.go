package pipeline

import (
	"slices"
	"unicode/utf8"

	"zhmd/convert"
)

// targeted is a converter that knows which variant it converts to.
type targeted interface{ Target() convert.Variant }

func targetOf(c convert.Converter) convert.Variant {
	if t, ok := c.(targeted); ok {
		return t.Target()
	}
	return 0
}

// A lexicon is the document's own words in one version, the longest first.
type lexicon []entry

type entry struct {
	from       int // the offset in the body from which on it counts
	key, value string
}

// lexicon gives the words for a target; a converter that does not say what it
// converts to gets none, and changes nothing by itself.
func (d *Document) lexicon(target convert.Variant) lexicon {
	var all lexicon
	if target == 0 {
		return nil
	}
	for _, w := range d.orders.words {
		if value, ok := w.value(target); ok {
			all = append(all, entry{w.from, w.key, value})
		}
	}
	slices.Reverse(all) // of two that are the same the later one counts
	slices.SortStableFunc(all, func(a, b entry) int { return len(b.key) - len(a.key) })
	return all
}

// edits converts a run by c around the words that are in it.
func (l lexicon) edits(dst []convert.Edit, c convert.Converter, r *run) []convert.Edit {
	at := 0
	for i := 0; i < len(r.text); {
		key, value := l.match(r, i)
		if key == 0 {
			_, size := utf8.DecodeRune(r.text[i:])
			i += size
			continue
		}
		dst = stretch(dst, c, r, at, i)
		if value != string(r.text[i:i+key]) {
			dst = append(dst, convert.Edit{Start: i, End: i + key, New: value})
		}
		i += key
		at = i
	}
	return stretch(dst, c, r, at, len(r.text))
}

// match gives the length of the word at i in the run and what becomes of it, 0
// if there is none. A word that is written through markup has to keep its
// number of characters.
func (l lexicon) match(r *run, i int) (key int, value string) {
	for _, w := range l {
		end := i + len(w.key)
		if end > len(r.text) || string(r.text[i:end]) != w.key || r.source(i) < w.from || inWord(r.text, i) || inWord(r.text, end) {
			continue
		}
		if r.pieceAt(i) == r.pieceAt(end-1) || utf8.RuneCountInString(w.key) == utf8.RuneCountInString(w.value) {
			return len(w.key), w.value
		}
	}
	return 0, ""
}

// inWord tells whether there are ASCII letters or digits on both sides of i.
func inWord(text []byte, i int) bool {
	return i > 0 && i < len(text) && isAlphanumeric(text[i-1]) && isAlphanumeric(text[i])
}

func isAlphanumeric(b byte) bool { return isLetter(b) || b >= '0' && b <= '9' }

// stretch converts a part of a run.
func stretch(dst []convert.Edit, c convert.Converter, r *run, from, to int) []convert.Edit {
	if from == to {
		return dst
	}
	var cuts []int
	for _, cut := range r.cuts {
		if from < cut && cut < to {
			cuts = append(cuts, cut-from)
		}
	}
	first := len(dst)
	dst = c.Edits(dst, r.text[from:to], cuts)
	for i := first; i < len(dst); i++ {
		dst[i].Start += from
		dst[i].End += from
	}
	return dst
}

// chosen gives the edits with, in place of those inside, the texts that the
// document itself gives for a target.
func (d *Document) chosen(edits []convert.Edit, target convert.Variant) []convert.Edit {
	var all []convert.Edit
	for _, c := range d.orders.choices {
		text, ok := c.text(target)
		if !ok || target == 0 {
			continue
		}
		edits = slices.DeleteFunc(edits, func(e convert.Edit) bool { return c.start <= e.Start && e.End <= c.end })
		if text != string(d.body[c.start:c.end]) {
			all = append(all, convert.Edit{Start: c.start, End: c.end, New: text})
		}
	}
	if len(all) == 0 {
		return edits
	}
	edits = append(edits, all...)
	sortEdits(edits)
	return edits
}

// withoutOff leaves out the runs that begin where directives have turned
// conversion off.
func withoutOff(runs []run, off []span) []run {
	if len(off) == 0 {
		return runs
	}
	return slices.DeleteFunc(runs, func(r run) bool {
		return slices.ContainsFunc(off, func(s span) bool { return s.start <= r.pieces[0].source && r.pieces[0].source < s.end })
	})
}
