package lexicon

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// Evidence are words, in Simplified characters, that only texts of a domain have, with
// that, by its number in Domains.
type Evidence map[string]int

// ReadEvidence reads lines of a domain and the words that tell of it, between blanks;
// several may be of one. # begins a comment line. Errors carry line and column.
func ReadEvidence(name string, r io.Reader) (Evidence, error) {
	all := Evidence{}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if fields := strings.Fields(line); len(fields) > 0 && !strings.HasPrefix(fields[0], "#") {
			if word, err := all.add(fields); err != nil {
				column := 1 + utf8.RuneCountInString(line[:strings.LastIndex(line, word)])
				return nil, fmt.Errorf("%s:%d:%d: %w", name, n, column, err)
			}
		}
	}
	return all, lines.Err()
}

// add adds the words of a line behind its domain, and gives the one that err is about.
func (e Evidence) add(fields []string) (word string, err error) {
	domain := slices.Index(Domains, fields[0])
	if domain < 0 {
		return fields[0], fmt.Errorf("unknown domain %q; there is %s", fields[0], strings.Join(Domains, ", "))
	}
	for _, word := range fields[1:] {
		if _, twice := e[word]; twice {
			return word, fmt.Errorf("%q is there twice", word)
		}
		e[word] = domain
	}
	return "", nil
}

// OwnEvidence gives the project's own words.
func OwnEvidence() (Evidence, error) {
	data, err := own("evidence.tsv")
	if err != nil {
		return nil, err
	}
	return ReadEvidence("evidence.tsv", bytes.NewReader(data))
}

// told sets what a word tells of without being another one in some region.
func (b *builder) told(e *Entry) {
	if domain, ok := b.evidence[e.Hans]; ok {
		e.Evidence = domain + 1
	}
}
