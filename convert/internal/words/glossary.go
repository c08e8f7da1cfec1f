package words

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"zhmd/convert/internal/engine"
	"zhmd/convert/internal/han"
	"zhmd/convert/internal/table"
)

// maxHidden is how many hidden words each text is searched for.
const maxHidden = 16

// hide finds out which words are hidden: the fast way copies a character by itself that no
// symbol stands for, and looks over line breaks.
func (p *Program) hide() {
	for _, w := range p.words {
		r, size := utf8.DecodeRuneInString(w.Key)
		if size == 3 && size == len(w.Key) && p.lex.Symbols.Of(r) == table.Unknown || strings.IndexByte(w.Key, '\n') >= 0 || strings.IndexByte(w.Key, divider) >= 0 {
			p.hidden = append(p.hidden, w)
		}
	}
	p.slow = len(p.hidden) > maxHidden
}

// hides tells whether there is a hidden word in a text.
func (p *Program) hides(text []byte) bool {
	return slices.ContainsFunc(p.hidden, func(w engine.Word) bool { return bytes.Contains(text, []byte(w.Key)) })
}

// fixed writes the word of the glossary at i, if there is one, and gives its end;
// else i. No other word reaches over it.
func (w *writer) fixed(i int) int {
	if w.gloss == nil || !w.mayBegin(i) {
		return i
	}
	return w.fix(i)
}

// fix is fixed for where one may begin.
func (w *writer) fix(i int) int {
	end, value := w.glossary.Word(w.src[:w.end], i)
	if end <= i {
		return i
	}
	w.any |= isOdd
	w.note(0, i, end, len(value))
	w.buf = append(w.buf[:w.n], value...)
	w.n, w.buf = len(w.buf), w.buf[:cap(w.buf)]
	w.low = end
	return end
}

// mayBegin tells whether a word of the glossary may begin at i, by its first characters.
func (w *writer) mayBegin(i int) bool {
	if b := w.src[i]; b < utf8.RuneSelf {
		return w.gloss.low.has(b)
	}
	if i+han.Window > len(w.src) {
		return true
	}
	word := han.Load32(w.src, i)
	if !han.IsThree(word) {
		return true
	}
	if !w.gloss.begins.has(w.lex.Symbols.BMP[han.CodePoint(word)]) {
		return false
	}
	start, _ := w.ahead(i)
	return w.gloss.mayGoOn(start)
}

// stops tells whether a word of the glossary begins at i.
func (w *writer) stops(i int) bool {
	if w.gloss == nil || !w.mayBegin(i) {
		return false
	}
	end, _ := w.glossary.Word(w.src[:w.end], i)
	return end > i
}

// glossedASCII is ascii where the glossary has words that begin with ASCII.
func (w *writer) glossedASCII(i int) int {
	start := i
	for i < w.end && w.src[i] < utf8.RuneSelf {
		if w.stops(i) {
			if w.lines != nil {
				w.lines.inASCII(start, i)
			}
			return w.fixed(i)
		}
		from := i
		for i++; i < w.end && w.src[i] < utf8.RuneSelf && !w.gloss.low.has(w.src[i]); {
			i++
		}
		w.makeRoom(i - from + room)
		w.n += copy(w.buf[w.n:], w.src[from:i])
	}
	if w.lines != nil {
		w.lines.inASCII(start, i)
	}
	return w.behindASCII(i)
}
