package words

// Seen is what the blocks of a document have been, by the characters that one
// script alone has. It decides about a block where that does not.
type Seen struct {
	Hans, Hant int    // how many blocks have such characters of one script
	Mixed      int    // and of both
	Hits       hits   // regional words
	About      uint32 // the domains that are known beforehand, as bits
	Names      *Names // that the document has; nil if there are none
	Whole      bool   // the document is known, and blocks are not counted any more
}

func (s *Seen) note(b *block) {
	switch {
	case s.Whole || b.notChinese():
	case b.hans && b.hant:
		s.Mixed++
	case b.hans:
		s.Hans++
	case b.hant:
		s.Hant++
	}
}

// leaves tells whether a block stays as it is: what is Japanese or Korean, unless
// the text was said to be Chinese, and names of languages to choose from if none of them
// is a word of the glossary.
func (p *Program) leaves(b *block) bool {
	return p.from == maskBoth && b.notChinese() || b.onlyKept() && isSwitch(b.text)
}

// judge decides which scripts a block may have, and what a change costs.
func (p *Program) judge(b *block, seen *Seen) (allowed mask, change int) {
	change = p.lex.Switch
	b.topics = seen.domains()
	b.open = p.native == inHant && !b.hans && p.from == maskBoth && seen.Hant >= seen.Hans+seen.Mixed && !p.always
	switch {
	case p.from == maskHant, p.from == maskHans && !b.hant && !b.weak:
		return p.from, change
	case p.from == maskHans:
		return maskBoth, change
	case !b.hant && (b.hans || seen.Hant <= seen.Hans+seen.Mixed) && (b.weak || b.open):
		return maskBoth, change
	case !b.hant && (b.hans || seen.Hant <= seen.Hans+seen.Mixed):
		return maskHans, change
	case b.hans:
		return maskBoth, change
	case seen.Hant > mostly*(seen.Hans+seen.Mixed):
		return maskHant, change
	}
	return maskBoth, 2 * change
}

// mostly is how many times as many blocks a document has in Traditional alone as
// others for what may be Simplified in another such block not to be looked for.
const mostly = 4

// See notes the blocks of text.
func (l *Lexicon) See(text []byte, seen *Seen) {
	p, b := l.reader(), new(block)
	for c, at := (cutter{src: text}), 0; at < len(text); at += len(b.text) {
		b.read(p, text[at:c.end(at)], nil)
		seen.note(b)
	}
}
