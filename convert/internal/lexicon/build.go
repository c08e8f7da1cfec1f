package lexicon

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"unicode/utf8"
)

// words makes the entries of words of two and more characters, and counts the
// forms that their characters have.
func (b *builder) words() {
	for _, word := range slices.Sorted(maps.Keys(b.counts)) {
		b.other(word)
		hant, n := []rune(b.reading(word)), b.counts[word]
		hans := []rune(word)
		if len(hant) != len(hans) {
			continue
		}
		for i, r := range hans {
			if b.shares[r] == nil {
				b.shares[r] = map[rune]float64{}
			}
			b.shares[r][hant[i]] += n
		}
		if len(hans) > 1 {
			b.add(word, string(hant), b.cost(n))
		}
	}
}

// other adds the readings that OpenCC has from the word's Traditional side.
func (b *builder) other(word string) {
	for _, hant := range slices.Sorted(slices.Values(b.named[word])) {
		if reading := b.reading(word); hant != reading {
			b.add(word, hant, b.cost(b.counts[word])+Scale)
		}
	}
}

// reading gives a word in OpenCC's Traditional characters.
func (b *builder) reading(word string) string {
	if own, ok := b.own[word]; ok {
		return own
	}
	return b.configs["s2t"].Convert(word)
}

func (b *builder) add(hans, hant string, cost int) {
	e := Entry{Hans: hans, Cost: cost, Forms: b.cache.of(hant)}
	b.regionalForms(&e)
	b.told(&e)
	b.list.Entries = append(b.list.Entries, e)
}

// singles makes the entries of characters: one for each candidate, the likelier
// the more of the words that hold the character have that form.
func (b *builder) singles() {
	chars := map[rune][]string{}
	for key, values := range b.dicts["STCharacters"].Entries {
		r, _ := utf8.DecodeRuneInString(key)
		chars[r] = values
	}
	for word := range b.counts {
		if r, size := utf8.DecodeRuneInString(word); size == len(word) && chars[r] == nil && !b.list.OnlyHant[r] {
			chars[r] = []string{word}
		}
	}
	for _, r := range slices.SortedFunc(maps.Keys(chars), cmp.Compare[rune]) {
		b.single(r, b.ordered(r, chars[r]))
	}
}

// ordered puts the reading that a character has as a word before its others.
func (b *builder) ordered(r rune, candidates []string) []string {
	first, ok := b.own[string(r)]
	if !ok {
		return candidates
	}
	return append([]string{first}, slices.DeleteFunc(slices.Clone(candidates), func(c string) bool { return c == first })...)
}

func (b *builder) single(r rune, candidates []string) {
	cost := b.cost(max(b.counts[string(r)], singleCount))
	itself := math.Inf(1)
	for i, c := range candidates {
		more := 0.0
		if i > 0 {
			more = b.penalty(r, c)
		}
		if c == string(r) {
			itself = more
		}
		b.add(string(r), c, cost+int(math.Round(more*Scale)))
	}
	switch {
	case itself <= onlyHansFrom || b.shape[r]:
	case b.list.OnlyHant[r]: // 苧: it is in both, as a form of different characters
		delete(b.list.OnlyHant, r)
	default:
		b.list.OnlyHans[r] = true
	}
}

// onlyHansFrom is how unlikely it has to be, in nats, that a Simplified character
// is meant as itself, for nobody to write it in Traditional text: 种 as a surname.
const onlyHansFrom = 5

// penalty is what a candidate that is not the first costs more, in nats, by its
// share of the words with the character.
func (b *builder) penalty(r rune, candidate string) float64 {
	form, _ := utf8.DecodeRuneInString(candidate)
	const unseen = 5 // as if each form had been counted so often more
	sum := 0.0
	for _, n := range b.shares[r] {
		sum += n
	}
	return min(12, max(0.7, -math.Log((b.shares[r][form]+unseen)/(sum+unseen))))
}
