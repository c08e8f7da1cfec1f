package lexicon

import (
	"maps"
	"slices"
	"unicode/utf8"

	"zhmd/convert/internal/opencc"
)

// classes finds out which characters are forms of each other.
func (b *builder) classes() {
	all, glyphs := union{}, union{}
	variants := []string{"TWVariants", "HKVariants", "TWVariantsRev", "HKVariantsRev"}
	for _, name := range append([]string{"STCharacters", "TSCharacters"}, variants...) {
		all.addAll(b.dicts[name])
	}
	for _, name := range variants {
		glyphs.addFirst(b.dicts[name])
	}
	for _, name := range variants[:2] {
		for _, values := range b.dicts[name].Entries {
			r, _ := utf8.DecodeRuneInString(values[0])
			b.shape[r] = true
		}
	}
	glyphs.join('臺', '台')                                                     // what people in Taiwan write
	for _, name := range []string{"TWVariantsPhrases", "HKVariantsPhrases"} { // names as they are written there
		for _, values := range b.dicts[name].Entries {
			for _, r := range values[0] {
				b.shape[r] = true
			}
		}
	}
	b.list.Glyph = glyphs.flat()
	for key, values := range b.dicts["STCharacters"].Entries {
		first, _ := utf8.DecodeRuneInString(values[0])
		r, _ := utf8.DecodeRuneInString(key)
		b.list.Default[r] = first
	}
	b.represent(all)
	for r := range all {
		if b.simplified(r) != r {
			b.list.OnlyHant[r] = true
		}
	}
}

// simplified gives what OpenCC makes of a character alone.
func (b *builder) simplified(r rune) rune {
	if values := b.dicts["TSCharacters"].Entries[string(r)]; values != nil {
		r, _ = utf8.DecodeRuneInString(values[0])
	}
	return r
}

// represent chooses, of each class, the character that stands for it: one that
// Simplified text has, and one with most forms.
func (b *builder) represent(all union) {
	members := map[rune][]rune{}
	for _, r := range slices.Sorted(maps.Keys(all)) {
		members[all.root(r)] = append(members[all.root(r)], r)
	}
	for _, class := range members {
		best := class[0]
		for _, r := range class {
			if b.rank(r) > b.rank(best) {
				best = r
			}
		}
		for _, r := range class {
			b.list.Class[r] = best
		}
	}
}

func (b *builder) rank(r rune) int {
	n := 1
	if b.simplified(r) != r {
		return 0
	}
	if values := b.dicts["STCharacters"].Entries[string(r)]; values != nil {
		n += len(values)
	}
	return n
}

// A union is sets of characters: it leads from each to another of its set, and
// from one of them to itself.
type union map[rune]rune

func (u union) root(r rune) rune {
	for u[r] != 0 && u[r] != r {
		r = u[r]
	}
	return r
}

func (u union) join(a, b rune) {
	a, b = u.root(a), u.root(b)
	u[a] = min(a, b)
	u[b] = min(a, b)
}

func (u union) addAll(d *opencc.Dict) {
	for key, values := range d.Entries {
		for _, v := range values {
			u.joinOne(key, v)
		}
	}
}

func (u union) addFirst(d *opencc.Dict) {
	for key, values := range d.Entries {
		u.joinOne(key, values[0])
	}
}

func (u union) joinOne(key, value string) {
	a, n := utf8.DecodeRuneInString(key)
	if b, m := utf8.DecodeRuneInString(value); n == len(key) && m == len(value) {
		u.join(a, b)
	}
}

func (u union) flat() map[rune]rune {
	all := map[rune]rune{}
	for r := range u {
		all[r] = u.root(r)
	}
	return all
}
