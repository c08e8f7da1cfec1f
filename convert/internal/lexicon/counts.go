package lexicon

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Counts are how often words occur.
type Counts map[string]float64

// ReadCounts reads lines of a word, a count and what else there is. Of a word
// that is there several times the highest count holds: the list has it once for
// each part of speech.
func ReadCounts(r io.Reader) (Counts, error) {
	all := Counts{}
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) < 2 {
			continue
		}
		if n, err := strconv.ParseFloat(fields[1], 64); err == nil {
			all[fields[0]] = max(all[fields[0]], n)
		}
	}
	return all, lines.Err()
}

// A Row is one of the project's own readings of a word.
type Row struct {
	Hans, Hant string
	Count      float64 // 0 for what the lists say
}

// ReadRows reads lines of a word, its reading in OpenCC's Traditional characters
// and a count, between tabs; # begins a comment line. Errors carry the line.
func ReadRows(name string, r io.Reader) ([]Row, error) {
	var all []Row
	seen := map[string]bool{}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		row, err := parseRow(line)
		if err == nil && seen[row.Hans] {
			err = fmt.Errorf("%q is there twice", row.Hans)
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		seen[row.Hans] = true
		all = append(all, row)
	}
	return all, lines.Err()
}

func parseRow(line string) (Row, error) {
	fields := strings.Split(line, "\t")
	if len(fields) != 3 {
		return Row{}, fmt.Errorf("not a word, a reading and a count: %q", line)
	}
	n, err := strconv.ParseFloat(fields[2], 64)
	switch {
	case err != nil:
		return Row{}, err
	case fields[0] == "" || utf8.RuneCountInString(fields[0]) != utf8.RuneCountInString(fields[1]):
		return Row{}, fmt.Errorf("%q and %q are not of one length", fields[0], fields[1])
	}
	return Row{fields[0], fields[1], n}, nil
}

// count gives every word its count.
func (b *builder) count(s Sources) {
	for word, n := range s.Hant {
		if r, size := utf8.DecodeRuneInString(word); size == len(word) {
			b.atLeast(string(b.simplified(r)), n)
		}
	}
	for word, n := range s.Hans {
		if n >= minCount && allHan(word) {
			b.atLeast(word, n)
		}
	}
	for _, name := range []string{"STPhrases", "STPhrases_GeneratedFromRegionalPhrases"} {
		for word := range b.dicts[name].Entries {
			b.atLeast(word, phraseCount)
		}
	}
	b.countRegional()
	b.countTraditional()
	for word := range s.Evidence {
		b.atLeast(word, phraseCount)
	}
	for _, row := range s.Own {
		if row.Count > 0 {
			b.counts[row.Hans] = row.Count
		} else {
			b.atLeast(row.Hans, 1)
		}
	}
}

// countRegional counts the words that differ between regions, on both sides.
func (b *builder) countRegional() {
	for _, name := range []string{"TWPhrases", "HKPhrases"} {
		for word := range b.dicts[name].Entries {
			b.atLeast(b.configs["t2s"].Convert(word), regionalCount)
		}
	}
	for _, region := range []string{"tw", "hk"} {
		for _, word := range slices.Sorted(maps.Keys(b.dicts[strings.ToUpper(region)+"PhrasesRev"].Entries)) {
			b.regionsOwn(word, region)
		}
	}
}

// regionsOwn counts a word of a region, which is read as it is written there.
func (b *builder) regionsOwn(word, region string) {
	hans, hant := b.configs[region+"2s"].Convert(word), b.configs[region+"2t"].Convert(word)
	if utf8.RuneCountInString(hans) != utf8.RuneCountInString(hant) {
		return
	}
	b.atLeast(hans, regionalCount)
	if _, ok := b.dicts["STPhrases"].Entries[hans]; !ok && b.own[hans] == "" && utf8.RuneCountInString(hans) > 1 {
		b.own[hans] = hant
	}
}

// countTraditional counts what OpenCC knows of words from their Traditional side,
// most of it names in which a character stays as it is.
func (b *builder) countTraditional() {
	for name, simplify := range map[string]string{"HKVariantsPhrases": "t2s", "TWVariantsPhrases": "t2s",
		"HKVariantsRevPhrases": "hk2s", "TWVariantsRevPhrases": "tw2s"} {
		for word := range b.dicts[name].Entries {
			b.atLeast(b.configs[simplify].Convert(word), phraseCount)
		}
	}
	for hant, values := range b.dicts["TSPhrases"].Entries {
		if utf8.RuneCountInString(hant) == utf8.RuneCountInString(values[0]) && b.own[values[0]] == "" {
			b.atLeast(values[0], phraseCount)
			b.named[values[0]] = append(b.named[values[0]], hant)
		}
	}
}

func (b *builder) atLeast(word string, n float64) { b.counts[word] = max(b.counts[word], n) }

func allHan(word string) bool {
	for _, r := range word {
		if !isHan(r) {
			return false
		}
	}
	return word != ""
}

func isHan(r rune) bool {
	return r >= 0x3400 && r <= 0x9FFF || r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x3FFFF || r == '〇' || r == '々'
}
