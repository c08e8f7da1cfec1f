package words

import (
	"slices"
	"unicode/utf8"

	"zhmd/convert/internal/table"
	"zhmd/convert/internal/trie"
)

// render finds the edits of the steps of the block. cuts are offsets into it.
func (w *worker) render(steps []step, cuts []int) {
	w.cuts = cuts
	for _, s := range steps {
		from := len(w.edits)
		w.renderStep(s)
		w.noteStep(s, from)
	}
}

func (w *worker) renderStep(s step) {
	switch {
	case s.entry == ofGap:
		w.renderGap(s.to)
	case w.syms[s.from] == table.Unknown:
		w.renderBetween(s.from)
	case w.native == inHans:
		w.renderParts(s)
	case s.entry == ofName:
		w.renderName(s)
	default:
		w.renderWord(s)
	}
}

// renderGap takes the edits of decided characters up to one.
func (w *worker) renderGap(to int) {
	n, end := w.taken, w.ends[to-1]
	for n < len(w.gaps) && w.gaps[n].start < end {
		n++
	}
	w.edits, w.taken = append(w.edits, w.gaps[w.taken:n]...), n
}

// becomes returns what a character that changes becomes by itself in the text of a script.
func (w *worker) becomes(s Symbol, c char, script uint8) string {
	out := c.out(script)
	switch {
	case out == table.Unknown:
		return w.foreign.Char(w.lex.Runes[s])
	case script == inHans && w.target == Hant && w.names != nil:
		return w.lex.glyph(w.names.shape(w.lex, out))
	}
	return w.lex.glyph(out)
}

// renderBetween finds the edits of a character that is no matter of words.
func (w *worker) renderBetween(i int) {
	start, end := w.start(i), w.ends[i]
	switch pin := w.pinAt(i); {
	case pin == nil:
	case pin.kind != pinForeign:
		w.put(start, end, pin.value)
	case w.native != inHans || w.allowed != maskHans:
		w.base = start
		w.foreign.Edits(w.text[start:end], shifted(w.cuts, start, end-start), w.collect)
	}
}

// pinAt returns the pin that the character i is; nil if it is none.
func (b *block) pinAt(i int) *pin {
	if len(b.pins) == 0 {
		return nil
	}
	at, ok := slices.BinarySearchFunc(b.pins, i, func(p pin, i int) int { return p.at - i })
	if !ok {
		return nil
	}
	return &b.pins[at]
}

// cutIn reports whether there is a cut inside of a part of the block, behind all parts that
// it was asked for before.
func (w *worker) cutIn(start, end int) bool {
	for len(w.cuts) > 0 && w.cuts[0] <= start {
		w.cuts = w.cuts[1:]
	}
	return len(w.cuts) > 0 && w.cuts[0] < end
}

// renderName finds the edits of a name that is written as the document has it, in the
// shapes of the target.
func (w *worker) renderName(s step) {
	start := w.start(s.from)
	for i, c := range w.names.at(&w.block, s.from) {
		end, out := w.ends[s.from+i], w.lex.glyph(c)
		if w.shapes != nil {
			if shape := w.shapes.Changed(w.lex.Runes[c]); shape != "" {
				out = shape
			}
		}
		w.put(start, end, out)
		start = end
	}
}

// renderWord finds the edits of a word, or of a character that is in none.
func (w *worker) renderWord(s step) {
	start, end := w.start(s.from), w.ends[s.to-1]
	foreign := !s.mixed && s.after != w.native
	if w.regional >= 0 && s.entry >= 0 && (foreign || w.always) && w.renderRegional(s, start, end) {
		return
	}
	form := w.lex.form(s.entry, w.target)
	if form != "" && (foreign && w.names == nil || w.shapes != nil && w.exception(s.entry, form)) {
		w.put(start, end, form)
		return
	}
	var buf [maxWord]uint8
	for k, script := range w.scriptsOf(s, w.change, buf[:0]) {
		end := w.ends[s.from+k]
		var one string
		if form != "" {
			_, n := utf8.DecodeRuneInString(form)
			one, form = form[:n], form[n:]
		}
		w.renderInWord(start, end, w.syms[s.from+k], script, one, s.entry, k)
		start = end
	}
}

// renderRegional finds the edit of a word that a region has in place of one. It reports
// false if there is none: a word that reaches over a cut keeps its number of characters.
func (w *worker) renderRegional(s step, start, end int) bool {
	word, topic, ok := w.regionalForm(s.entry, &context{w.text, start, end, w.topics, &w.asked})
	switch {
	case !ok || w.open && w.lex.open(s.entry):
		return false
	case w.cutIn(start, end) && utf8.RuneCountInString(word) != s.to-s.from:
		return false
	}
	w.hits.add(topic)
	w.put(start, end, word)
	return true
}

// renderInWord finds the edit of the k-th character of a word, which has one for it; "" if
// it is read character by character.
func (w *worker) renderInWord(start, end int, s Symbol, script uint8, one string, e int32, k int) {
	switch {
	case script == w.native && (one == "" || nthChar(w.lex.form(e, Hant), k) != w.lex.glyph(s)):
		if one = ""; w.shapes != nil {
			one = w.shapes.Changed(w.lex.Runes[s])
		}
	case script == w.native:
	case one != "":
		one = w.ownShape(one)
	default:
		one = w.ownShape(w.foreign.Changed(w.lex.Runes[s]))
	}
	if one != "" {
		w.put(start, end, one)
	}
}

// ownShape returns a Traditional character that is written: for the target that has no
// shapes of its own, in the one that the document has. "" is none.
func (w *worker) ownShape(one string) string {
	if one == "" || w.target != Hant || w.names == nil {
		return one
	}
	r, _ := utf8.DecodeRuneInString(one)
	if s := w.lex.Symbols.Of(r); s != table.Unknown {
		return w.lex.glyph(w.names.shape(w.lex, s))
	}
	return one
}

// exception reports whether a word has a form that is other than what its Traditional
// characters have one by one, in whichever script each stands: a name.
func (p *Program) exception(e int32, form string) bool {
	for _, r := range p.lex.form(e, Hant) {
		theirs, n := utf8.DecodeRuneInString(form)
		form = form[n:]
		if shape := p.shapes.Changed(r); shape == "" && theirs != r || shape != "" && shape != string(theirs) {
			return true
		}
	}
	return form != ""
}

// renderParts finds the edits of the Traditional parts of a word for a Simplified target.
func (w *worker) renderParts(s step) {
	var buf [maxWord]uint8
	in := w.scriptsOf(s, w.change, buf[:0])
	for k := 0; k < len(in); {
		from := k
		for k++; k < len(in) && in[k] == in[from]; k++ {
		}
		found := len(w.edits)
		if in[from] == inHant {
			w.renderHant(s.from+from, s.from+k, len(in) > 1 && w.keys.Begins(w.firstThree(s.from)))
		}
		w.notePart(w.start(s.from+from), w.ends[s.from+k-1], in[from] == inHant, found)
	}
}

// firstThree returns the classes of the three characters from i on, see [trie.Start].
func (b *block) firstThree(i int) uint64 {
	return trie.Start(b.classAt(i), b.classAt(i+1), b.classAt(i+2))
}

// renderHant finds the edits of a Traditional word, or a part of one, that is made
// Simplified; isKey reports whether that may be other than its characters are. Where a
// Traditional character is left in it the whole has to be a word of Simplified text, a
// name for the most part; otherwise the characters are converted each by itself.
func (w *worker) renderHant(from, to int, isKey bool) {
	start, end := w.start(from), w.ends[to-1]
	text := w.text[start:end]
	if to-from > 1 && isKey {
		cut := w.cutIn(start, end)
		if w.byWord {
			if word := w.lex.mainland(w.syms[from:to]); word != "" && (!cut || utf8.RuneCountInString(word) == to-from) {
				w.put(start, end, word)
				return
			} else if word != "" {
				w.convertBy(w.foreign, start, end, w.cuts)
				return
			}
		}
		w.scratch = w.foreign.Append(w.scratch[:0], text)
		if !hasHant(w.lex, w.scratch) || w.lex.has(w.scratch) {
			w.convertBy(w.foreign, start, end, w.cuts)
			return
		}
	}
	for i := from; i < to; i++ {
		if c := w.char(w.syms[i]); c.changes(inHant) {
			w.put(w.start(i), w.ends[i], w.becomes(w.syms[i], c, inHant))
		}
	}
}

// nthChar returns the k-th character of a text, counted from 0.
func nthChar(s string, k int) string {
	for ; k > 0; k-- {
		_, n := utf8.DecodeRuneInString(s)
		s = s[n:]
	}
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}

// scriptsOf returns in which script each character of a step stands.
func (b *block) scriptsOf(s step, change int, dst []uint8) []uint8 {
	n := s.to - s.from
	dst = dst[:n]
	for k := range dst {
		dst[k] = s.after
	}
	if !s.mixed {
		return dst
	}
	var each [maxWord]mask
	var ways [maxWord][scripts]uint8
	b.masks(s.from, s.entry, each[:n])
	changes(each[:n], s.before, int32(change), ways[:n])
	script := s.after
	for k := n - 1; k >= 0; k-- {
		dst[k] = script
		script = ways[k][script]
	}
	return dst
}

// masks finds in which scripts each of the characters from the one at can stand as those of
// an entry.
func (b *block) masks(at int, e int32, each []mask) {
	n := len(each)
	for k := range each {
		c := b.syms[at+k]
		if int(e) >= len(b.lex.Spelt) {
			each[k] = mask(b.lex.Flags[c] & (AsHans | AsHant))
			continue
		}
		spelling := b.lex.Spelling[b.lex.Spelt[e]:]
		each[k] = 0
		if c == spelling[k] {
			each[k] |= maskHans
		}
		if b.lex.Glyph[c] == spelling[n+k] && b.lex.Flags[c]&OnlyHans == 0 {
			each[k] |= maskHant
		}
	}
}

// form returns a form of an entry; "" if it is read character by character.
func (l *Lexicon) form(e int32, target int) string {
	if e < 0 || int(e) >= len(l.Spelt) {
		return ""
	}
	return l.Text(l.Forms.At(int(e), target))
}
