package words

import "slices"

// mainland returns what the mainland says for a word of Taiwan's, by the project's own
// table; "" for what OpenCC says.
func (l *Lexicon) mainland(word []Symbol) string {
	var keys, shapes [maxWord]Symbol
	key, glyphs := keys[:len(word)], shapes[:len(word)]
	for i, s := range word {
		key[i], glyphs[i] = l.Class[s], l.Glyph[s]
	}
	for e := l.Trie.Lookup(key); e > 0; e++ {
		from := int(e - 1)
		if from < len(l.Spelt) && slices.Equal(l.Spelling[int(l.Spelt[from])+len(key):][:len(key)], glyphs) {
			if word := l.form(int32(from), CN); word != "" {
				return word
			}
		}
		if l.Costs[e-1]&More == 0 {
			break
		}
	}
	return ""
}

// has reports whether text is a word as Simplified text has it.
func (l *Lexicon) has(text []byte) bool {
	var word []Symbol
	for i := 0; i < len(text); {
		s, size := l.at(text, i)
		word = append(word, s)
		i += size
	}
	key := slices.Clone(word)
	for i, s := range word {
		key[i] = l.Class[s]
	}
	for e := l.Trie.Lookup(key); e > 0; e++ {
		if from := int(e - 1); from < len(l.Spelt) && slices.Equal(l.Spelling[l.Spelt[from]:][:len(word)], word) {
			return true
		}
		if l.Costs[e-1]&More == 0 {
			return false
		}
	}
	return false
}
