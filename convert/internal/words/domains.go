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
		h.domains |= bitsOf(domain)
	}
	if domain == ofAlgorithms {
		h.by[ofCode]++
	}
}

// bitsOf gives the domains that a text is of in which there is a word of one, as bits.
func bitsOf(domain uint8) uint32 {
	if domain == ofAlgorithms {
		return 1<<ofAlgorithms | 1<<ofCode
	}
	return 1 << domain &^ 1
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
		domain := bits.TrailingZeros32(d)
		if n := s.Hits.by[domain]; n >= fewHits && muchFewer(domain)*n >= most {
			all |= 1 << domain
		}
	}
	return all
}

// muchFewer is how many times fewer words than of another domain are not enough for one;
// a part of a domain has fewer than the whole.
func muchFewer(domain int) int32 {
	if domain == ofAlgorithms {
		return 8
	}
	return 4
}

// weigh adds the domains to a block's that its own words belong to: there, one word
// that only texts of a domain have tells enough.
func (p *Program) weigh(b *block, steps []step) {
	if p.regional < 0 {
		return
	}
	for _, s := range steps {
		b.topics |= bitsOf(p.lex.domainOf(s.entry))
	}
}

// domainOf gives what a word tells of, 0 for nothing.
func (l *Lexicon) domainOf(e int32) uint8 {
	if e < 0 || int(e) >= len(l.Domains) {
		return 0
	}
	return l.Domains[e] &^ Conditional
}

// count adds what a block had.
func (s *Seen) count(h *hits) {
	if !s.Whole {
		h.to(&s.Hits)
	}
}

// sample is how much of a text is looked at to find out what it is about, in bytes.
const sample = 1 << 9

// Sample adds the words of the front matter and of the beginning of text that belong to
// a domain to what is known; code is for how many words of its domain code counts.
func (l *Lexicon) Sample(front, text []byte, code int32, seen *Seen) {
	end := 0
	for c := (cutter{src: text}); end < min(sample, len(text)); {
		end = c.end(end)
	}
	found, said := l.evidence(text[:min(end, 2*sample)]), l.evidence(front[:min(len(front), 2*sample)])
	if code > 0 {
		found.by[ofCode] += code
		found.domains |= 1 << ofCode
	}
	found.to(&seen.Hits)
	for range fewHits / 2 { // titles and tags are chosen to tell
		said.to(&seen.Hits)
	}
}

// Numbers of domains: of what code belongs to, and of its part that is about
// algorithms, which is both.
const (
	ofCode       = 1
	ofAlgorithms = 15
)
