package state

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"zhmd/pipeline/batch/file"
)

// The marks are a text of lines that are sorted, so that a tool for versions can merge
// them: two hashes and the path of an output.
const (
	marksName   = "outputs"
	marksHeader = "# What zhmd has generated here: the text, its source, the output. Keep it with the outputs.\n"
)

func (s *Store) readMarks() (map[string]Mark, error) {
	marks := map[string]Mark{}
	data, err := s.read(marksName)
	if err != nil {
		return nil, err
	}
	n := 0
	for line := range bytes.Lines(data) {
		n++
		text := strings.TrimRight(string(line), "\r\n")
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		path, m, ok := parseMark(text)
		if !ok {
			return nil, fmt.Errorf("%s/%s:%d:1: this is no mark of an output; mend the line or delete it, and the output counts as kept by hand", s.Path(Folder), marksName, n)
		}
		marks[path] = m
	}
	return marks, nil
}

// parseMark reads a line of the marks.
func parseMark(line string) (path string, m Mark, ok bool) {
	fields := strings.SplitN(line, " ", 3)
	if len(fields) != 3 {
		return "", m, false
	}
	var isGenerated, isSource bool
	m.Generated, isGenerated = parseHash(fields[0])
	m.Source, isSource = parseHash(fields[1])
	return unquoted(fields[2]), m, isGenerated && isSource
}

// parseHash reads a hash: nothing else may become a part of a path.
func parseHash(text string) (Hash, bool) {
	isDigit := func(r rune) bool { return '0' <= r && r <= '9' || 'a' <= r && r <= 'f' }
	return Hash(text), len(text) == hashLen && strings.TrimFunc(text, isDigit) == ""
}

func (s *Store) saveMarks() error {
	var b bytes.Buffer
	b.WriteString(marksHeader)
	for _, path := range slices.Sorted(maps.Keys(s.marks)) {
		m := s.marks[path]
		fmt.Fprintf(&b, "%s %s %s\n", m.Generated, m.Source, quoted(path))
	}
	if err := file.Replace(s.dir, marksName, b.Bytes(), file.Replacement{Sync: true}); err != nil {
		return s.fault(marksName, err)
	}
	s.changed = false
	return nil
}

// quoted returns a path as it can stand in a line.
func quoted(path string) string {
	if q := strconv.Quote(path); strings.ContainsAny(path, "\n\r\"") || strings.TrimSpace(path) != path {
		return q
	}
	return path
}

func unquoted(text string) string {
	if path, err := strconv.Unquote(text); err == nil && text[0] == '"' {
		return path
	}
	return text
}
