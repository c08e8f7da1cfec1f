package pipeline

import (
	"slices"
	"sort"
	"unicode/utf8"

	"zhmd/convert"
)

// A lexicon is the document's own words in one version.
type lexicon struct {
	entries map[string][]entry // by key, in the order of the source
	lengths []int              // of keys in bytes, the longest first
	first   [256]bool          // a key begins with this byte
}

// An entry is what becomes of a word from an offset in the body on.
type entry struct {
	from  int
	value string
}

// lexicon gives the words for a target; a converter that does not say what it
// converts to gets none, and changes nothing by itself.
func (d *Document) lexicon(target convert.Variant) *lexicon {
	if target == 0 || len(d.orders.words) == 0 {
		return nil
	}
	l := &lexicon{entries: map[string][]entry{}}
	for _, w := range d.orders.words {
		if value, ok := w.value(target); ok {
			l.entries[w.key] = append(l.entries[w.key], entry{w.from, value})
			l.first[w.key[0]] = true
		}
	}
	for key := range l.entries {
		if !slices.Contains(l.lengths, len(key)) {
			l.lengths = append(l.lengths, len(key))
		}
	}
	slices.Sort(l.lengths)
	slices.Reverse(l.lengths)
	return l
}

// edits appends the edits of a run by c around the words that are in it.
func (l *lexicon) edits(dst []convert.Edit, c convert.Converter, r *run) []convert.Edit {
	if l == nil {
		return c.Edits(dst, r.text, r.cuts)
	}
	rest, own := l.apart(r)
	first := len(dst)
	dst = append(dst, own...)
	i := 0
	for _, e := range c.Edits(nil, rest.text, rest.cuts) {
		if !rest.may(e) {
			continue
		}
		for i+1 < len(rest.pieces) && rest.pieces[i+1].text <= e.Start {
			i++
		}
		by := rest.pieces[i].source - rest.pieces[i].text
		dst = append(dst, convert.Edit{Start: e.Start + by, End: e.End + by, New: e.New})
	}
	sortEdits(dst[first:])
	return dst
}

// apart returns a run with a divider in place of each of the words that are in it, whose
// pieces are of that run, and the edits that write the words.
func (l *lexicon) apart(r *run) (rest *run, own []convert.Edit) {
	rest = new(run)
	at, cuts := 0, r.cuts
	add := func(end int) {
		for ; len(cuts) > 0 && cuts[0] < end; cuts = cuts[1:] {
			if cuts[0] > at {
				rest.cuts = append(rest.cuts, len(rest.text)+cuts[0]-at)
			}
		}
		rest.pieces = append(rest.pieces, piece{len(rest.text), at})
		rest.text = append(rest.text, r.text[at:end]...)
	}
	for i := 0; i < len(r.text); {
		key, value := l.match(r, i)
		if key == 0 {
			_, size := utf8.DecodeRune(r.text[i:])
			i += size
			continue
		}
		add(i)
		rest.divide()
		if value != string(r.text[i:i+key]) {
			own = append(own, convert.Edit{Start: i, End: i + key, New: value})
		}
		i += key
		at = i
	}
	add(len(r.text))
	return rest, own
}

// match gives the length of the longest word at i in the run and what becomes
// of it, 0 if there is none. A word that is written through markup has to keep
// its number of characters.
func (l *lexicon) match(r *run, i int) (key int, value string) {
	if !l.first[r.text[i]] || inWord(r.text, i) {
		return 0, ""
	}
	for _, n := range l.lengths {
		end := i + n
		if end > len(r.text) || inWord(r.text, end) {
			continue
		}
		all := l.entries[string(r.text[i:end])]
		k := sort.Search(len(all), func(k int) bool { return all[k].from > r.source(i) }) - 1
		if k < 0 {
			continue
		}
		if r.pieceAt(i) == r.pieceAt(end-1) || utf8.RuneCount(r.text[i:end]) == utf8.RuneCountInString(all[k].value) {
			return n, all[k].value
		}
	}
	return 0, ""
}

// inWord tells whether there are ASCII letters or digits on both sides of i.
func inWord(text []byte, i int) bool {
	return i > 0 && i < len(text) && isAlphanumeric(text[i-1]) && isAlphanumeric(text[i])
}

func isAlphanumeric(b byte) bool { return isLetter(b) || b >= '0' && b <= '9' }
