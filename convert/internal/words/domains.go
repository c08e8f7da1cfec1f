package words

// maxDomain is more than the number of the last domain.
const maxDomain = 16

// hits are how many regional words were written, by domain.
type hits [maxDomain]int

func (h *hits) add(domain uint8) {
	if domain > 0 {
		h[domain]++
	}
}

// fewHits is how many regional words of a domain tell that a text is of it.
const fewHits = 4

// domains gives those that a text is of, as bits: one is, whose words it has some of and
// not much fewer than of any other.
func (s *Seen) domains() (all uint32) {
	most := 0
	for _, n := range s.Hits {
		most = max(most, n)
	}
	for domain, n := range s.Hits {
		if n >= fewHits && 4*n >= most {
			all |= 1 << domain
		}
	}
	return all
}

// count adds what a block had.
func (s *Seen) count(h *hits) {
	if s.Whole {
		return
	}
	for domain, n := range h {
		s.Hits[domain] += n
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
		found.Hits[ofCode] += fewHits / 2
	}
	seen.Hits = found.Hits
}

// ofCode is the number of the domain that code belongs to.
const ofCode = 1
