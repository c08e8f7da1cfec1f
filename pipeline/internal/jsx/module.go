package jsx

import (
	"bytes"
	"regexp"
	"sync"
)

// Module returns the end of the import and export statements that text begins
// with: the beginning of the blank line that ends them, or the end of the text.
// It is 0 if text begins with none, or something else follows them in the lines
// before; then read is how far it took to see that.
func Module(text []byte) (end, read int) {
	s := scanner{text: text}
	js := script{scanner: &s, module: true}
	if !statement().Match(text) || !js.read() {
		return 0, s.at
	}
	return s.at, s.at
}

// statement matches how an import or export begins.
var statement = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:import\s+(?:["'{*]|[^\s,{}"'*]+\s*(?:,|from\b))|export\s*(?:[{*]|(?:default|const|let|var|function|class|async)\b))`)
})

// statementEnd reads the line break behind what may be a statement. It reports
// whether the module ends there; ok is false if the next line is neither a
// statement nor the rest of one.
func (s *script) statementEnd() (end, ok bool) {
	s.at++
	line, _, _ := bytes.Cut(s.text[s.at:], []byte("\n"))
	line = bytes.TrimSpace(line)
	switch {
	case len(line) == 0:
		return true, true
	case isWord(line[0]):
		word := (&scanner{text: line}).word()
		return false, statement().Match(line) || continues[word]
	}
	return false, bytes.IndexByte([]byte("#<>-*`'\"!~@"), line[0]) < 0
}

// continues are the words that may begin a line within a statement.
var continues = map[string]bool{"from": true, "as": true, "in": true, "of": true, "instanceof": true, "extends": true}
