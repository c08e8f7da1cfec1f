package words

import (
	"slices"
	"unicode/utf8"

	"zhmd/convert/internal/table"
)

// scriptsOf tells in which script each character of a step stands.
func (b *block) scriptsOf(s step, change int, dst []uint8) []uint8 {
	n := s.to - s.from
	dst = dst[:0]
	if s.entry < 0 {
		return append(dst, slices.Repeat([]uint8{s.after}, n)...)
	}
	var each [maxWord]mask
	var ways [maxWord][scripts]uint8
	all := b.masks(s, each[:n])
	for range n {
		dst = append(dst, s.after)
	}
	if all>>s.after&1 != 0 && s.before == s.after || n == 1 {
		return dst
	}
	changes(each[:n], s.before, int32(change), ways[:n])
	script := s.after
	for k := n - 1; k >= 0; k-- {
		dst[k] = script
		script = ways[k][script]
	}
	return dst
}

// masks tells in which scripts each character of a step can stand, and in which
// all can.
func (b *block) masks(s step, each []mask) mask {
	all := maskBoth
	n := len(each)
	for k := range each {
		c := b.syms[s.from+k]
		each[k] = mask(b.lex.Flags[c] & (AsHans | AsHant))
		if int(s.entry) < len(b.lex.Spelt) {
			spelling := b.lex.Spelling[b.lex.Spelt[s.entry]:]
			each[k] = 0
			if c == spelling[k] {
				each[k] |= maskHans
			}
			if b.lex.Glyph[c] == spelling[n+k] && b.lex.Flags[c]&OnlyHans == 0 {
				each[k] |= maskHant
			}
		}
		all &= each[k]
	}
	return all
}

// form gives a form of an entry; "" if it is read character by character.
func (l *Lexicon) form(e int32, target int) string {
	if e < 0 || int(e) >= len(l.Spelt) {
		return ""
	}
	return l.Text(l.Forms.At(int(e), target))
}

// write appends what becomes of a step. A word that reaches over a cut keeps its
// number of characters.
func (p *Program) write(dst []byte, b *block, s step, change int, cut bool) []byte {
	start, end := b.start(s.from), b.ends[s.to-1]
	if b.syms[s.from] == table.Unknown {
		return p.between(dst, b, s.from, b.text[start:end])
	}
	if s.entry == ofName {
		return p.appendName(dst, b, s)
	}
	var buf [maxWord]uint8
	in := b.scriptsOf(s, change, buf[:0])
	if p.regional >= 0 && s.entry >= 0 {
		whole, domain := p.regionalForm(s.entry, &context{b.around, b.offset + start, b.offset + end, b.domains, nil})
		if whole != "" && p.regionalIn(in) && !(b.open && p.lex.open(s.entry)) && whole != p.lex.form(s.entry, p.target) &&
			(!cut || utf8.RuneCountInString(whole) == s.to-s.from) {
			b.hits.add(domain)
			return append(dst, whole...)
		}
	}
	form := p.lex.form(s.entry, p.target)
	if p.shapes != nil && form != "" && p.exception(s, form) {
		return append(dst, form...)
	}
	for k, at := 0, start; k < len(in); k++ {
		c := b.text[at:b.ends[s.from+k]]
		at = b.ends[s.from+k]
		var one string
		if form != "" {
			_, n := utf8.DecodeRuneInString(form)
			one, form = form[:n], form[n:]
		}
		switch {
		case in[k] == p.native:
			dst = p.shape(dst, b, s, k, c, one)
		case one != "":
			dst = p.appendShape(dst, b, one)
		default:
			dst = p.appendOut(dst, b, b.syms[s.from+k])
		}
	}
	return dst
}

// exception tells whether a word has a form that is other than what its Traditional
// characters have one by one, in whichever script each stands: a name.
func (p *Program) exception(s step, form string) bool {
	var alone []byte
	for _, r := range p.lex.form(s.entry, Hant) {
		alone = p.shapes.AppendChar(alone, r)
	}
	return string(alone) != form
}

// between appends what becomes of the character at, which is in no word: of the
// glossary's what that says, and the text of any length between words.
func (p *Program) between(dst []byte, b *block, at int, text []byte) []byte {
	i, ok := slices.BinarySearchFunc(b.fixed, at, func(f fixed, at int) int { return f.at - at })
	if ok {
		return append(dst, b.fixed[i].value...)
	}
	return p.foreign.Append(dst, text)
}

// appendOut appends what becomes of a character of the other script.
func (p *Program) appendOut(dst []byte, b *block, s Symbol) []byte {
	if p.target != Hant || b.seenNames == nil {
		return p.foreign.AppendChar(dst, p.lex.Runes[s])
	}
	return p.appendShape(dst, b, p.foreign.Char(p.lex.Runes[s]))
}

// appendShape appends a Traditional character: for the target that has no shapes of
// its own, as the document has it.
func (p *Program) appendShape(dst []byte, b *block, one string) []byte {
	if p.target != Hant || b.seenNames == nil {
		return append(dst, one...)
	}
	r, _ := utf8.DecodeRuneInString(one)
	return utf8.AppendRune(dst, b.seenNames.shape(b.lex, r))
}
