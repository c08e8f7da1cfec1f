package words

import "math/bits"

// maxDomain is more than the number of the last domain.
const maxDomain = 16

// hits are how many regional words were written, by domain.
type hits struct {
	by      [maxDomain]int32
	domains uint32 // those of which there are any, as bits
}

func (h *hits) add(domain uint8) {
	if domain > 0 {
		h.by[domain]++
		h.domains |= 1 << domain
	}
}

// to adds those of h to others.
func (h *hits) to(others *hits) {
	if h.domains == 0 {
		return
	}
	for domain, n := range h.by {
		others.by[domain] += n
	}
	others.domains |= h.domains
}

// fewHits is how many regional words of a domain tell that a text is of it.
const fewHits = 4

// domains gives those that a text is of, as bits: one is, whose words it has some of and
// not much fewer than of any other.
func (s *Seen) domains() (all uint32) {
	if all = s.About; s.Hits.domains == 0 {
		return all
	}
	most := int32(0)
	for d := s.Hits.domains; d != 0; d &= d - 1 {
		most = max(most, s.Hits.by[bits.TrailingZeros32(d)])
	}
	for d := s.Hits.domains; d != 0; d &= d - 1 {
		if n := s.Hits.by[bits.TrailingZeros32(d)]; n >= fewHits && 4*n >= most {
			all |= d & -d
		}
	}
	return all
}

// weigh adds the domains to a block's that its own words belong to: there, one word
// that only texts of a domain have tells enough.
func (p *Program) weigh(b *block, steps []step) {
	if p.regional < 0 {
		return
	}
	for _, s := range steps {
		if s.entry >= 0 && s.after != p.native && !p.lex.conditional(s.entry) {
			_, domain := p.regionalForm(s.entry, new(context))
			b.domains |= 1 << domain &^ 1
		}
	}
}

// count adds what a block had.
func (s *Seen) count(h *hits) {
	if !s.Whole {
		h.to(&s.Hits)
	}
}

// sample is how much of a text is looked at to find out what it is about, in bytes.
const sample = 1 << 9

// Sample adds the hits of the beginning of text to what is known. A text with code is
// about what has code.
func (p *Program) Sample(text []byte, code bool, seen *Seen) {
	if p.regional < 0 {
		return
	}
	found := *seen
	found.Whole = false
	end := 0
	for block := range blocksOf(text) {
		if end += len(block); end >= sample {
			break
		}
	}
	b := blocks.Get().(*block)
	defer blocks.Put(b)
	b.out = p.Append(b.out[:0], text[:min(end, 2*sample)], &found)
	if code {
		found.Hits.by[ofCode] += fewHits / 2
		found.Hits.domains |= 1 << ofCode
	}
	seen.Hits = found.Hits
}

// ofCode is the number of the domain that code belongs to.
const ofCode = 1
