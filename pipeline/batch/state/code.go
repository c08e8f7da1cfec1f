package state

import (
	"bytes"
	"encoding/json"
)

// The cache is lines of JSON, one for each source. Nothing of it has to be right: what
// cannot be read is not known.

// A cacheLine is what was seen of a source.
type cacheLine struct {
	Source string
	Seen
}

// maxLine bounds the memory that a damaged cache can take: a line can have some ten times
// its size in it.
const maxLine = 1 << 20

// encode returns the form in which the cache is written. It leaves out a source of which
// something is not UTF-8, which JSON does not keep.
func encode(all map[string]Seen) ([]byte, error) {
	var text []byte
	for source, s := range all {
		line, err := json.Marshal(cacheLine{source, s})
		if err != nil {
			return nil, err
		}
		if !bytes.Contains(line, []byte(`\ufffd`)) {
			text = append(append(text, line...), '\n')
		}
	}
	return text, nil
}

// decode reads what encode made.
func decode(data []byte) map[string]Seen {
	all := map[string]Seen{}
	for line := range bytes.Lines(data) {
		var c cacheLine
		if len(line) <= maxLine && json.Unmarshal(line, &c) == nil {
			all[c.Source] = c.Seen
		}
	}
	return all
}
