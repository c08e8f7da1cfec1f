package engine

import (
	"encoding/binary"
	"slices"
	"unicode/utf8"

	"zhmd/convert/internal/table"
	"zhmd/convert/internal/trie"
)

// room is the space that the output has before anything is written that is not
// measured first: any value, and what the last store of eight bytes spills.
const room = table.MaxRefLen + 17

// Append converts src and appends the result to dst. It does not allocate if
// dst has room for the result and half as much again.
//
// It does what going from op to op does. What most of a Chinese text is made
// of, ASCII and characters of three bytes, is dealt with here at full speed, and
// everything else left to op.
func (p *Program) Append(dst, src []byte) []byte { return p.AppendFrom(dst, src, 0) }

// AppendFrom does the same with src[from:], knowing what is before it: a word of
// a glossary does not begin inside a word of ASCII.
func (p *Program) AppendFrom(dst, src []byte, from int) []byte {
	switch {
	case p.chain != nil:
		return p.appendChained(dst, src, from)
	case len(src) > maxPadded:
		return p.append(dst, src, from, len(src))
	}
	padded := paddeds.Get().(*[]byte)
	defer paddeds.Put(padded)
	*padded = append(append((*padded)[:0], src...), padding...)
	return p.append(dst, *padded, from, len(src))
}

// maxPadded is the size in bytes up to which a text is copied, so that its last
// characters are dealt with at full speed too: in a short text they count.
const maxPadded = 1 << 10

// append converts src[from:to]; what is behind that is padding.
func (p *Program) append(dst, src []byte, from, to int) []byte {
	w := output{buf: dst[:cap(dst)], n: len(dst)}
	w.look, w.sparse = p.look(to - from)
	for i := from; i < to; {
		w.reserve(room)
		if src[i] < utf8.RuneSelf {
			if end := p.appendASCII(&w, src, i); end > i {
				i = end
				continue
			}
		} else if end := p.appendHan(&w, src, i); end > i {
			i = end
			continue
		}
		o := p.op(src, i, nil, nil)
		if o.keep {
			w.copy(src[i:o.end])
		} else {
			w.copyString(o.text)
		}
		i = o.end
	}
	return w.buf[:w.n]
}

// An output is bytes that are being written: buf[:n], of a buffer that is
// longer so that stores need not be exact.
type output struct {
	buf []byte
	n   int

	look   *trie.Filter // what is looked for
	sparse bool         // that is not all phrases
}

// reserve makes room for size bytes.
func (w *output) reserve(size int) {
	if len(w.buf)-w.n < size {
		w.buf = slices.Grow(w.buf[:w.n], max(size, len(w.buf)/2))
		w.buf = w.buf[:cap(w.buf)]
	}
}

func (w *output) copy(b []byte) {
	w.reserve(len(b) + room)
	w.n += copy(w.buf[w.n:], b)
}

func (w *output) copyString(s string) {
	w.reserve(len(s) + room)
	w.n += copy(w.buf[w.n:], s)
}

// appendASCII copies the ASCII at i up to where it ends or a key begins, and
// gives that place.
func (p *Program) appendASCII(w *output, src []byte, i int) int {
	if p.ascii.within {
		end := p.asciiRun(src, i)
		w.copy(src[i:end])
		return end
	}
	start, buf, n := i, w.buf, w.n
	for i+8 <= len(src) && n+8 <= len(buf) {
		eight := binary.LittleEndian.Uint64(src[i:])
		binary.LittleEndian.PutUint64(buf[n:], eight)
		k := asciiPrefix(eight)
		i, n = i+k, n+k
		if k < 8 {
			break
		}
	}
	for i < len(src) && n < len(buf) && src[i] < utf8.RuneSelf {
		buf[n] = src[i]
		i, n = i+1, n+1
	}
	if i < len(src) && src[i-1] < utf8.RuneSelf && p.ascii.last[src[i-1]] {
		if key := p.keyBefore(src, start, i); key < i {
			n -= i - key
			i = key
		}
	}
	w.n = n
	return i
}

// appendHan converts characters of three bytes from i on, as many as need
// nothing but the search for a phrase, and gives where it stopped. It reads two
// characters ahead, each once. i is where an op begins, and so is where it
// stops; in between it passes over phrases that are as good as their
// characters, see [Program.alignedAt].
func (p *Program) appendHan(w *output, src []byte, i int) int {
	buf, n, aligned := w.buf, w.n, i
	bmp, outs, filter := p.symbols.BMP, p.outs, w.look
restart:
	for i+hanWindow <= len(src) && n+room <= len(buf) {
		word := load32(src, i)
		if !isThree(word) {
			break
		}
		symbol := bmp[codePoint(word)]
		next, third, sizes := p.ahead(bmp, src, i+3)
		for {
			if symbol > table.LastDescription {
				out := outs[symbol]
				if out == 0 {
					break restart
				}
				if filter.Has(symbol, next, third) {
					end, ref, word := p.phraseOf(src, i, &p.chars[symbol], next, third)
					if word != "" {
						w.n = n
						w.copyString(word)
						buf, n, i, aligned = w.buf, w.n, end, end
						continue restart
					}
					if end != 0 {
						if aligned = p.alignedAt(src, aligned, i, nil, w.sparse); aligned == i {
							n += p.put(buf[n:], ref)
							i, aligned = end, end
							continue restart
						}
					}
				}
				store32(buf, n, out)
				n, i = n+sizeOf(out), i+3
			} else {
				word := load32(src, i)
				if symbol != table.Unknown || invalid(word) {
					break restart
				}
				store32(buf, n, word)
				n, i = n+3, i+3
			}
			if sizes&nextThree == 0 || i+hanWindow > len(src) || n+room > len(buf) {
				continue restart
			}
			symbol, next = next, third
			if word := load32(src, i+6); sizes == bothThree && isThree(word) {
				third = bmp[codePoint(word)]
			} else {
				next, third, sizes = p.ahead(bmp, src, i+3)
			}
		}
	}
	if i+hanWindow > len(src) || n+room > len(buf) {
		for aligned = p.alignedAt(src, aligned, i, nil, w.sparse); i > aligned; i -= 3 {
			n -= sizeOf(outs[bmp[codePoint(load32(src, i-3))]])
		}
	}
	w.n = n
	return i
}

// hanWindow is how much of the source appendHan looks at at once: two
// characters, and a third with the byte behind it. Its loads and stores rely on
// that much of the source and room in the output being there.
const hanWindow = 3 + 3 + 4

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

// phraseOf gives the end of the phrase at i that begins with the character c
// and then next and third, and what becomes of it, word if it is one of the
// glossary; 0 if there is none.
func (p *Program) phraseOf(src []byte, i int, c *char, next, third trie.Symbol) (end int, ref table.Ref, word string) {
	if c.gloss != 0 && p.gloss.mayBegin(c.gloss, next, third) {
		if end, word = p.gloss.match(p, src, i, nil); end != 0 {
			return end, 0, word
		}
	}
	if c.main != 0 {
		if n, ok := p.main.trie.Step(c.main, next); ok {
			if end, ref = p.follow(src, i+3, n); p.gloss != nil && p.gloss.next(p, src, i, end, nil) < end {
				end, ref = p.phrase(src, i, nil)
			}
		}
	}
	if end == 0 && c.between != 0 {
		if end, ref = p.betweenAfter(src, i, c.between, next); p.gloss != nil && p.gloss.next(p, src, i, end, nil) < end {
			end, ref = p.phraseBetween(src, i, nil)
		}
	}
	return end, ref, ""
}

// follow gives the longest match of the main search whose second character is
// at j and led to node n.
func (p *Program) follow(src []byte, j int, n trie.Node) (end int, ref table.Ref) {
	value, nodes, bmp := uint32(0), p.main.trie.Nodes, p.symbols.BMP
	j += sizeAt(src, j)
	for {
		if v := n.Value(); v != 0 {
			end, value = j, v
		}
		base := n.Base()
		if base == 0 {
			break
		}
		var s trie.Symbol
		size := 3
		if word := uint32(0); j+4 <= len(src) {
			word = load32(src, j)
			if isThree(word) {
				s = bmp[codePoint(word)]
			} else {
				s, size = p.at(src, j)
			}
		} else if j < len(src) {
			s, size = p.at(src, j)
		}
		at := int(base + uint32(s))
		if at >= len(nodes) || s == 0 {
			break
		}
		if n = nodes[at]; n.Symbol() != s {
			break
		}
		j += size
	}
	if value == 0 {
		return 0, 0
	}
	return end, p.main.refs[value-1]
}

// sizeAt is the length of the character at i, which is in a key.
func sizeAt(src []byte, i int) int {
	switch b := src[i]; {
	case b < utf8.RuneSelf:
		return 1
	case b < 0xE0:
		return 2
	case b < 0xF0:
		return 3
	}
	return 4
}

// betweenAfter is longestBetween for a character whose base is known and behind
// which next stands: most often no phrase goes on with that.
func (p *Program) betweenAfter(src []byte, i int, base uint32, next trie.Symbol) (end int, ref table.Ref) {
	if _, ok := p.between.trie.Step(base, p.between.as[next]); !ok {
		return 0, 0
	}
	return p.longestBetween(src, i, len(src))
}

// put writes what ref refers to into buf, which has room for any value.
func (p *Program) put(buf []byte, ref table.Ref) int {
	from, to := ref.Bounds()
	if to-from <= 16 && from+16 <= len(p.bytes) {
		*(*[16]byte)(buf) = *(*[16]byte)(p.bytes[from:])
		return to - from
	}
	return copy(buf, p.values[from:to])
}

// isThree tells whether the low three bytes of w can be a character's.
func isThree(w uint32) bool { return w&0x00C0C0F0 == 0x008080E0 }

// codePoint gives the code point of the character in the low three bytes of w.
func codePoint(w uint32) uint16 {
	return uint16(w&0x0F)<<12 | uint16(w>>8&0x3F)<<6 | uint16(w>>16&0x3F)
}

// invalid tells whether the three bytes are no character after all: one that
// has a shorter form, or half a surrogate pair.
func invalid(w uint32) bool {
	r := codePoint(w)
	return r < 0x800 || r >= 0xD800 && r < 0xE000
}

// sizeOf is the length of the UTF-8 character in w.
func sizeOf(w uint32) int {
	if w&0xF8 == 0xF0 {
		return 4
	}
	return 3
}
