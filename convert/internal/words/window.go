package words

import (
	"unicode/utf8"

	"zhmd/convert/internal/han"
	"zhmd/convert/internal/table"
	"zhmd/convert/internal/trie"
)

// A window is the characters between two places that no word reaches over, and the
// likeliest way through them. It is [block.search] for Simplified text, which is
// most of what is searched.
type window struct {
	syms   [maxWindow]Symbol
	ends   [maxWindow]int32 // by character, counted from where the window begins
	places [maxWindow + 1]place
}

// maxWindow is how many characters a window has at most; longer ones, of which
// there are hardly any, are searched as blocks.
const maxWindow = 48

// decide finds the words around i, between the nearest places that none reaches
// over, writes them and gives the end of the last. What is before i there has been
// written character by character, and is written again.
func (w *writer) decide(i int) int {
	from, s, size := w.back(i)
	win := &w.window
	for n, to := 0, from; ; n++ {
		marks := uint32(w.marks[s]) << 24
		if marks&isHant != 0 {
			w.failed = true
			return to
		}
		if n == maxWindow {
			return w.decideLong(from, i)
		}
		w.any |= marks
		to += size
		win.syms[n], win.ends[n] = s, int32(to-from)
		var next Symbol
		if to < w.end {
			next, size = w.at(to)
		}
		if to >= w.end || to > i && (!w.neighbours(to, s, next) || w.stops(to)) {
			return w.decided(from, i, to, n+1)
		}
		s = next
	}
}

// back gives the nearest place before i, or i, that no word reaches over, and the
// character there.
func (w *writer) back(i int) (from int, s Symbol, size int) {
	s, size = w.at(i)
	for from = i; from > w.low; {
		before, n := w.before(from)
		if !w.neighbours(from, before, s) {
			break
		}
		from, s, size = from-n, before, n
	}
	return from, s, size
}

// before gives the symbol and the size of the character that ends at i.
func (w *writer) before(i int) (s Symbol, size int) {
	if i >= 3 && i < len(w.src) {
		if word := han.Load32(w.src, i-3); han.IsThree(word) {
			return w.lex.Symbols.BMP[han.CodePoint(word)], 3
		}
	}
	return w.lex.before(w.src, i)
}

// neighbours tells whether a word may reach over i, where the characters s and next
// meet, or a word of ASCII does.
func (w *writer) neighbours(i int, s, next Symbol) bool {
	flags := w.lex.Flags
	return w.beside.Has(w.lex.Class[s], w.lex.Class[next]) && s != table.Unknown && next != table.Unknown && (flags[s]|flags[next])&Odd == 0 ||
		w.src[i] < utf8.RuneSelf && alphanumeric(w.src, i-1) && alphanumeric(w.src, i)
}

// pairs is how many bits tell of what stands side by side, as a power of two.
const pairs = 21

// minPairs is how many there are at least.
const minPairs = 6

// neighbours tells which characters stand side by side in a word, each by what stands
// for it.
func (l *Lexicon) neighbours() *trie.Neighbours {
	l.besides.Do(func() {
		l.beside = trie.NewNeighbours(pairs)
		l.beside.Add(l.Trie)
	})
	return l.beside
}

// at gives the symbol and the size of the character at i.
func (w *writer) at(i int) (s Symbol, size int) {
	if i+4 <= len(w.src) {
		if word := han.Load32(w.src, i); han.IsThree(word) {
			return w.lex.Symbols.BMP[han.CodePoint(word)], 3
		} else if word&utf8.RuneSelf == 0 {
			return w.lex.Symbols.Low[word&0xFF], 1
		}
	}
	return w.lex.at(w.src, i)
}

// joined is neighbours for the characters there.
func (w *writer) joined(i int) bool {
	s, _ := w.before(i)
	next, _ := w.at(i)
	return w.neighbours(i, s, next)
}

// before gives the symbol and the size of the character that ends at i.
func (l *Lexicon) before(text []byte, i int) (s Symbol, size int) {
	if b := text[i-1]; b < utf8.RuneSelf {
		return l.Symbols.Low[b], 1
	}
	r, size := utf8.DecodeLastRune(text[:i])
	if r == utf8.RuneError && size == 1 {
		return table.Unknown, 1
	}
	return l.Symbols.Of(r), size
}
