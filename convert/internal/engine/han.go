package engine

import (
	"unicode/utf8"

	"zhmd/convert/internal/han"
	"zhmd/convert/internal/table"
	"zhmd/convert/internal/trie"
)

// appendHan converts characters of three bytes from i on, as many as need
// nothing but the search for a phrase, and gives where it stopped. i is where an
// op begins, and so is where it stops; in between it passes over phrases that are
// as good as their characters, see [Program.alignedAt].
func (p *Program) appendHan(w *output, src []byte, i int) int {
	bmp, outs := p.symbols.BMP, w.outs
	w.aligned = i
	for i+hanWindow <= len(src) && w.n+room <= len(w.buf) {
		word := han.Load32(src, i)
		if !han.IsThree(word) {
			break
		}
		next, third, sizes := p.ahead(bmp, src, i+3)
		start, found := trie.Start(bmp[han.CodePoint(word)], next, third), false
		if sizes == bothThree {
			if i, start, found = p.appendPlain(w, src, i, start); !found {
				continue
			}
		}
		symbol := trie.Symbol(start >> 32)
		out := outs[symbol]
		if symbol == table.Unknown {
			out = han.Load32(src, i)
		}
		if out == 0 {
			break
		}
		if found || w.all.Has(symbol, next, third) {
			if end := p.appendKey(w, src, i, start); end > i {
				i = end
				continue
			}
		}
		han.Store32(w.buf, w.n, out)
		w.n, i = w.n+han.SizeOf(out), i+3
	}
	if i+hanWindow > len(src) || w.n+room > len(w.buf) {
		return p.backToAligned(w, src, i)
	}
	return i
}

// backToAligned takes back what is behind the last place at which an op begins.
func (p *Program) backToAligned(w *output, src []byte, i int) int {
	for w.aligned = p.alignedAt(src, w.aligned, i, nil, w.sparse); i > w.aligned; i -= 3 {
		w.n -= han.SizeOf(w.outs[p.symbols.BMP[han.CodePoint(han.Load32(src, i-3))]])
	}
	return i
}

// appendPlain converts the characters at i that are not looked at twice. start
// is the symbols of three that take three bytes each. It stops before one with
// which a key may begin, or that op has to deal with, and gives its start; found
// is false if it stopped for another reason.
func (p *Program) appendPlain(w *output, src []byte, i int, start uint64) (at int, last uint64, found bool) {
	plain := han.Plain{BMP: p.symbols.BMP, Outs: w.outs, Filter: w.all}
	end := min(len(src)-hanWindow, i+(len(w.buf)-w.n-room)/utf8.UTFMax*3)
	to := han.Place{N: w.n, I: i, Start: start}
	found = plain.Convert(w.buf, src, &to, end)
	w.n = to.N
	return to.I, to.Start, found
}

// appendKey writes what becomes of the word or the phrase at i, if there is one,
// and gives its end; else i, as for a phrase that does not begin where an op does.
func (p *Program) appendKey(w *output, src []byte, i int, start uint64) int {
	if p.gloss != nil {
		symbol, next, third := trie.Symbol(start>>32), trie.Symbol(start>>16), trie.Symbol(start)
		if p.mayBeWord(&w.look, start) {
			if end := p.appendWord(w, src, i, start); end != 0 {
				w.aligned = end
				return end
			}
		}
		if !w.phrases.Has(symbol, next, third) {
			return i
		}
	}
	end, ref := p.phraseOf(&w.look, src, i, start)
	if end == 0 {
		return i
	}
	if w.aligned = p.alignedAt(src, w.aligned, i, nil, w.sparse); w.aligned < i {
		return i
	}
	w.n += p.put(w.buf[w.n:], ref)
	w.aligned = end
	return end
}

const hanWindow = han.Window

// What is known of the two characters ahead: which have three bytes.
const (
	nextThree = 1
	bothThree = 3
)

// ahead gives the symbols of the two characters at i, and which have three
// bytes.
func (p *Program) ahead(bmp *[1 << 16]trie.Symbol, src []byte, i int) (first, second trie.Symbol, sizes int) {
	a, b := han.Load32(src, i), han.Load32(src, i+3)
	if han.IsThree(a) && han.IsThree(b) {
		return bmp[han.CodePoint(a)], bmp[han.CodePoint(b)], bothThree
	}
	first, size := p.at(src, i)
	if i+size < len(src) {
		second, _ = p.at(src, i+size)
	}
	if han.IsThree(a) {
		sizes = nextThree
	}
	return first, second, sizes
}
