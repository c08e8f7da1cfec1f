package lexicon

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"zhmd/convert/internal/opencc"
)

func (b *builder) alone() {
	b.list.Alone = map[Target]map[rune]string{TW: {}, HK: {}}
	for _, e := range b.list.Entries {
		for _, r := range e.Hans {
			for target, name := range map[Target]string{TW: "s2tw", HK: "s2hk"} {
				if b.list.Alone[target][r] == "" {
					b.list.Alone[target][r] = b.configs[name].Convert(string(r))
				}
			}
		}
	}
}

// odd lists compatibility ideographs, characters that describe others, and letters
// of Japanese and Korean.
func (b *builder) odd() {
	for key := range b.configs["s2t"].Normalize[0].Dict.Entries {
		r, _ := utf8.DecodeRuneInString(key)
		b.list.Odd = append(b.list.Odd, r)
	}
	for r := rune(0x2FF0); opencc.Arity(r) > 0; r++ {
		b.list.Odd = append(b.list.Odd, r)
	}
	for r := rune(utf8.RuneSelf); r < 1<<16; r++ {
		if unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			b.list.Odd = append(b.list.Odd, r)
		}
	}
	slices.Sort(b.list.Odd)
}

// chineseOnly are frequent characters of Chinese that no Japanese text has, beside
// the Simplified ones.
const chineseOnly = "你您她它他們这這那哪么麼没沒嗎吗呢吧啊很还還讓让們怎跟被把給给從从個个說说對对為为會会於与"

// chinese finds the characters that Japanese text does not have.
func (b *builder) chinese() {
	japanese := map[rune]bool{}
	for key, values := range b.dicts["JPShinjitaiCharacters"].Entries {
		for _, v := range append([]string{key}, values...) {
			r, _ := utf8.DecodeRuneInString(v)
			japanese[r] = true
		}
	}
	for r := range b.list.OnlyHans {
		b.list.Chinese[r] = !japanese[r]
	}
	for _, r := range chineseOnly {
		if !japanese[r] {
			b.list.Chinese[r] = true
		}
	}
}

// weak finds the characters of Traditional text alone that do not tell of it any more
// once a region's standard has given them another shape: 覈 is 核 in Taiwan.
func (b *builder) weak() {
	for r := range b.list.OnlyHant {
		for _, name := range []string{"t2tw", "t2hk"} {
			shape, _ := utf8.DecodeRuneInString(b.configs[name].Convert(string(r)))
			if !b.list.OnlyHant[shape] {
				b.list.Weak[r] = true
			}
		}
	}
}

// tidy makes Simplified characters Traditional that slipped into a regional word:
// 類别範本.
func (b *builder) tidy() {
	for i := range b.list.Entries {
		forms := &b.list.Entries[i].Forms
		for target, plain := range map[Target]Target{TWP: TW, HKP: HK} {
			if forms[target] != forms[plain] {
				forms[target] = strings.Map(func(r rune) rune {
					if b.list.OnlyHans[r] {
						return b.list.Default[r]
					}
					return r
				}, forms[target])
			}
		}
	}
}
