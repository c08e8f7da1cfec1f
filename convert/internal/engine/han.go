package engine

import (
	"unicode/utf8"

	"zhmd/convert/internal/table"
	"zhmd/convert/internal/trie"
)

// appendHan converts characters of three bytes from i on, as many as need
// nothing but the search for a phrase, and gives where it stopped. i is where an
// op begins, and so is where it stops; in between it passes over phrases that are
// as good as their characters, see [Program.alignedAt].
func (p *Program) appendHan(w *output, src []byte, i int) int {
	bmp, outs := p.symbols.BMP, p.outs
	w.aligned = i
	for i+hanWindow <= len(src) && w.n+room <= len(w.buf) {
		word := load32(src, i)
		if !isThree(word) {
			break
		}
		next, third, sizes := p.ahead(bmp, src, i+3)
		start, found := trie.Start(bmp[codePoint(word)], next, third), false
		if sizes == bothThree {
			if i, start, found = p.appendPlain(w, src, i, start); !found {
				continue
			}
		}
		symbol := trie.Symbol(start >> 32)
		out := outs[symbol]
		if symbol == table.Unknown {
			out = load32(src, i)
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
		store32(w.buf, w.n, out)
		w.n, i = w.n+sizeOf(out), i+3
	}
	if i+hanWindow > len(src) || w.n+room > len(w.buf) {
		return p.backToAligned(w, src, i)
	}
	return i
}

// backToAligned takes back what is behind the last place at which an op begins.
func (p *Program) backToAligned(w *output, src []byte, i int) int {
	for w.aligned = p.alignedAt(src, w.aligned, i, nil, w.sparse); i > w.aligned; i -= 3 {
		w.n -= sizeOf(p.outs[p.symbols.BMP[codePoint(load32(src, i-3))]])
	}
	return i
}

// appendPlain converts the characters at i that are not looked at twice. start
// is the symbols of three that take three bytes each. It stops before one with
// which a key may begin, or that op has to deal with, and gives its start; found
// is false if it stopped for another reason. This is where nearly all the time
// goes that a Han text takes, so it has in registers all that it needs.
//
// Three bytes that are no character are copied as three that are.
func (p *Program) appendPlain(w *output, src []byte, i int, start uint64) (at int, last uint64, found bool) {
	bmp, outs, rows, shift := p.symbols.BMP, p.outs, w.all.Rows, w.all.Shift
	buf, n := w.buf, w.n
	end := min(len(src)-hanWindow, i+(len(buf)-n-room)/utf8.UTFMax*3)
	_, _ = bmp[0], outs[0] // not nil
	for i <= end {
		word, symbol := load32(src, i), trie.Symbol(start>>32)
		out := outs[symbol]
		if symbol == table.Unknown {
			out = word
		}
		pair := trie.Pair(start)
		row := load64(rows, trie.Index(pair, start, shift))
		if out == 0 || trie.Begins(row, pair, start) {
			w.n = n
			return i, start, true
		}
		store32(buf, n, out)
		n += sizeOf(out)
		i += 3
		word = load32(src, i+6)
		if !isThree(word) {
			break
		}
		start = start<<16 | uint64(bmp[codePoint(word)])
	}
	w.n = n
	return i, start, false
}

// appendKey writes what becomes of the word or the phrase at i, if there is one,
// and gives its end; else i, as for a phrase that does not begin where an op does.
func (p *Program) appendKey(w *output, src []byte, i int, start uint64) int {
	if p.gloss != nil {
		symbol, next, third := trie.Symbol(start>>32), trie.Symbol(start>>16), trie.Symbol(start)
		if p.chars[symbol].gloss != 0 {
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

// hanWindow is how much of the source is looked at at once: three characters,
// and a fourth with the byte behind it. Loads and stores rely on that much of the
// source and room in the output being there.
const hanWindow = 4*3 + 1

// What is known of the two characters ahead: which have three bytes.
const (
	nextThree = 1
	bothThree = 3
)

// ahead gives the symbols of the two characters at i, and which have three
// bytes.
func (p *Program) ahead(bmp *[1 << 16]trie.Symbol, src []byte, i int) (first, second trie.Symbol, sizes int) {
	a, b := load32(src, i), load32(src, i+3)
	if isThree(a) && isThree(b) {
		return bmp[codePoint(a)], bmp[codePoint(b)], bothThree
	}
	first, size := p.at(src, i)
	if i+size < len(src) {
		second, _ = p.at(src, i+size)
	}
	if isThree(a) {
		sizes = nextThree
	}
	return first, second, sizes
}
