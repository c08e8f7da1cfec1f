package words

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhmd/convert/internal/engine"
	"zhmd/convert/internal/han"
)

// breaks tells whether there is a line break in a word: the fast way would look over it.
func breaks(words []engine.Word) bool {
	return slices.ContainsFunc(words, func(w engine.Word) bool { return strings.IndexByte(w.Key, '\n') >= 0 })
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
	end, value, letters := w.glossary.Word(w.src[:w.end], i)
	if end <= i {
		return i
	}
	if !letters {
		w.any |= isOdd
	}
	if w.track {
		w.uneven = append(w.uneven, stretch{i, end, w.n, w.n + len(value), true})
	}
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
	s := w.lex.Symbols.BMP[han.CodePoint(word)]
	if !w.gloss.begins.has(s) {
		return false
	}
	start, _ := w.ahead(i)
	return w.gloss.mayGoOn(s, start)
}

// stops tells whether a word of the glossary begins at i.
func (w *writer) stops(i int) bool {
	if w.gloss == nil || !w.mayBegin(i) {
		return false
	}
	end, _, _ := w.glossary.Word(w.src[:w.end], i)
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
