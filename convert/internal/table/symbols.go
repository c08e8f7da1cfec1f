package table

import (
	"cmp"
	"slices"

	"zhmd/convert/internal/blob"
	"zhmd/convert/internal/trie"
)

// Symbols gives the symbol of each character. A compatibility ideograph has that
// of the character it stands for, and so is normalised by being read.
type Symbols struct {
	Low [LowEnd]trie.Symbol // of one or two bytes
	// BMP is of three bytes; it is Unknown where three bytes are no character.
	BMP  *[1 << 16]trie.Symbol
	Rest []Supplementary // of four bytes, in their order
}

// LowEnd is the first character that takes three bytes.
const LowEnd = 0x800

// A Supplementary is a character beyond the first 65,536 and its symbol.
type Supplementary struct {
	Rune   rune
	Symbol uint32
}

// Of gives the symbol of a character.
func (s *Symbols) Of(r rune) trie.Symbol {
	switch {
	case r < LowEnd:
		return s.Low[r]
	case r < 1<<16:
		return s.BMP[r]
	}
	if i, ok := s.find(r); ok {
		return trie.Symbol(s.Rest[i].Symbol)
	}
	return Unknown
}

func (s *Symbols) find(r rune) (i int, ok bool) {
	return slices.BinarySearchFunc(s.Rest, r, func(e Supplementary, r rune) int { return cmp.Compare(e.Rune, r) })
}

// Set gives a character a symbol. It must not be called for those of a [Table],
// but on a [Symbols.Clone].
func (s *Symbols) Set(r rune, symbol trie.Symbol) {
	switch {
	case r < LowEnd:
		s.Low[r] = symbol
	case r < 1<<16:
		s.BMP[r] = symbol
	default:
		i, ok := s.find(r)
		if !ok {
			s.Rest = slices.Insert(s.Rest, i, Supplementary{r, uint32(symbol)})
		}
		s.Rest[i].Symbol = uint32(symbol)
	}
}

// Clone gives a copy that can be changed.
func (s *Symbols) Clone() *Symbols {
	bmp := *s.BMP
	return &Symbols{Low: s.Low, BMP: &bmp, Rest: slices.Clone(s.Rest)}
}

// Write writes the symbols, for [ReadSymbols].
func (s *Symbols) Write(w *blob.Writer) {
	var rest []uint32
	for _, r := range s.Rest {
		rest = append(rest, uint32(r.Rune), r.Symbol)
	}
	blob.Put(w, s.Low[:])
	s.writePages(w)
	blob.Put(w, rest)
}

// page is how many characters stand together in the written form, which leaves out those
// pages that have no symbol.
const page = 64

func (s *Symbols) writePages(w *blob.Writer) {
	var numbers []uint16
	var symbols []trie.Symbol
	for n := range len(s.BMP) / page {
		if p := s.BMP[n*page : (n+1)*page]; slices.Max(p) != Unknown {
			numbers, symbols = append(numbers, uint16(n)), append(symbols, p...)
		}
	}
	blob.Put(w, numbers)
	blob.Put(w, symbols)
}

func (s *Symbols) readPages(r *blob.Reader) {
	numbers, symbols := blob.Take[uint16](r), blob.Take[trie.Symbol](r)
	s.BMP = new([1 << 16]trie.Symbol)
	for i, n := range numbers {
		copy(s.BMP[int(n)*page:], symbols[i*page:(i+1)*page])
	}
}

// ReadSymbols reads what [Symbols.Write] wrote.
func ReadSymbols(r *blob.Reader) *Symbols {
	s := &Symbols{}
	copy(s.Low[:], blob.Take[trie.Symbol](r))
	s.readPages(r)
	rest := blob.Take[uint32](r)
	s.Rest = make([]Supplementary, 0, len(rest)/2)
	for i := 0; i < len(rest); i += 2 {
		s.Rest = append(s.Rest, Supplementary{rune(rest[i]), rest[i+1]})
	}
	return s
}
