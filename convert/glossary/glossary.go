// Package glossary reads the user's words from files, for
// [zhmd/convert.Glossary]. Use [Parse], or a [Reader] for several.
//
// A file is YAML,
//
//	replace:
//	  互联网: 網際網路
//	  服务器: {zh-TW: 伺服器, zh-HK: 伺服器}
//	protect: [头条, 鼠标]
//
// or lines as in OpenCC's dictionaries: a word, a tab and what becomes of it, of
// which up to the first space counts, and perhaps another tab and the targets
// for which it counts, between commas; a word alone is protected; # begins a
// comment.
package glossary

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"zhmd/convert"
	"zhmd/convert/internal/table"
)

// An Error is something in a glossary that cannot be used. Line and Column
// count from 1, columns in characters.
type Error struct {
	File         string
	Line, Column int
	Message      string
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Message)
}

// The greatest length of a word, and of what becomes of it, in characters.
const (
	MaxKey   = 100
	MaxValue = 100
)

// Parse reads a glossary: YAML if the file's name ends in .yaml or .yml, else
// lines. To read several that belong together use a [Reader]. An [Error] says
// what is wrong with the first word that is: empty, twice for a target, longer
// than [MaxKey], with a line break; a value that is empty, longer than [MaxValue]
// or brings in a line break or a character of Markdown's syntax; bytes that are not UTF-8; a target
// that is not known.
func Parse(file string, data []byte) ([]convert.Word, error) {
	var r Reader
	err := r.Read(file, data)
	return r.Words(), err
}

// A Reader reads glossaries that count together. The zero Reader is ready.
type Reader struct {
	words []convert.Word
	seen  map[string][]place // by key, as the engine reads it
}

// A place is where a word stands and what it counts for.
type place struct {
	file    string
	line    int
	targets []convert.Variant
}

// Words gives what has been read.
func (r *Reader) Words() []convert.Word { return r.words }

// Read reads a file as [Parse] does. A word that an earlier one has is an
// [Error] too.
func (r *Reader) Read(file string, data []byte) error {
	if r.seen == nil {
		r.seen = map[string][]place{}
	}
	p := parser{Reader: r, file: file}
	if i := validLen(data); i < len(data) {
		return p.errorAt(data, i, "a byte that is not UTF-8")
	}
	switch strings.ToLower(filepath.Ext(file)) {
	case ".yaml", ".yml":
		return p.yaml(data)
	}
	return p.lines(string(data))
}

func validLen(data []byte) int {
	i := 0
	for i < len(data) {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		i += size
	}
	return i
}

// A parser is a Reader at one file.
type parser struct {
	*Reader
	file string
}

func (p *parser) errorAt(data []byte, offset int, message string) error {
	before := string(data[:offset])
	line := before[strings.LastIndexByte(before, '\n')+1:]
	return &Error{p.file, 1 + strings.Count(before, "\n"), 1 + utf8.RuneCountInString(line), message}
}

// add checks a word that stands at line and column, with its value at
// valueColumn, and takes it.
func (p *parser) add(w convert.Word, line, column, valueColumn int) error {
	fail := func(column int, format string, args ...any) error {
		return &Error{p.file, line, column, fmt.Sprintf(format, args...)}
	}
	switch {
	case w.Key == "":
		return fail(column, "the word is empty")
	case utf8.RuneCountInString(w.Key) > MaxKey:
		return fail(column, "the word is longer than %d characters", MaxKey)
	case strings.ContainsAny(w.Key, "\r\n"):
		return fail(column, "the word %q has a line break in it", w.Key)
	case w.Value == "":
		return fail(valueColumn, "%s would become nothing; protect it or leave it out", w.Key)
	case utf8.RuneCountInString(w.Value) > MaxValue:
		return fail(valueColumn, "what %s becomes is longer than %d characters", w.Key, MaxValue)
	}
	if syntax := brings(w.Key, w.Value); syntax != "" {
		return fail(valueColumn, "the value of %s brings in %q, which is a line break or Markdown's syntax", w.Key, syntax)
	}
	key := table.Default().Normal(w.Key)
	for _, other := range p.seen[key] {
		if overlap(other.targets, w.Targets) {
			return fail(column, "%s is there twice; the first is in %s:%d", w.Key, other.file, other.line)
		}
	}
	p.seen[key] = append(p.seen[key], place{p.file, line, w.Targets})
	p.words = append(p.words, w)
	return nil
}

// brings gives the first line break or character of Markdown's syntax that value
// has and key has not; "" if there is none.
func brings(key, value string) string {
	for _, r := range value {
		if strings.ContainsRune("\r\n\u2028\\`*_[]<>|~&$", r) && !strings.ContainsRune(key, r) {
			return string(r)
		}
	}
	return ""
}

// overlap tells whether two words can count for the same target.
func overlap(a, b []convert.Variant) bool {
	return len(a) == 0 || len(b) == 0 || slices.ContainsFunc(a, func(v convert.Variant) bool { return slices.Contains(b, v) })
}
