package frontmatter

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/pelletier/go-toml/v2/unstable"
)

// toml gathers the values of a TOML document (v1.1.0). It reads the syntax
// alone: that keys and tables are defined once is not checked.
func (c *collector) toml() (err error) {
	body := c.body()
	var p unstable.Parser
	p.Reset(c.front[body.Start:body.End])
	defer func() {
		if r := recover(); r != nil {
			err = &Error{body.Start, fmt.Sprintf("not TOML: %v", r)}
		}
	}()
	r := tomlReader{c, body.Start}
	for p.NextExpression() {
		if n := p.Expression(); n.Kind == unstable.KeyValue {
			r.pair(n)
		}
	}
	if p.Error() != nil {
		return tomlError(&p, body.Start)
	}
	return nil
}

// tomlError gives the position of the parser's error in a document that begins
// at the offset start.
func tomlError(p *unstable.Parser, start int) error {
	var e *unstable.ParserError
	if !errors.As(p.Error(), &e) {
		return &Error{start, "not TOML: " + p.Error().Error()}
	}
	return &Error{start + int(p.Range(e.Highlight).Offset), "not TOML: " + e.Message}
}

// A tomlReader reads a document that begins at the offset start.
type tomlReader struct {
	*collector
	start int
}

// pair reads a key and its value. The key's name is its last part.
func (r tomlReader) pair(n *unstable.Node) {
	key := ""
	for parts := n.Key(); parts.Next(); {
		key = string(parts.Node().Data)
	}
	r.value(n.Value(), key, r.keys[key])
}

// value reads the value of a key. The parser bounds its depth.
func (r tomlReader) value(n *unstable.Node, key string, named bool) {
	switch n.Kind {
	case unstable.String:
		if named {
			start := r.start + int(n.Raw.Offset)
			r.string(key, Range{start, start + int(n.Raw.Length)})
		}
	case unstable.Array:
		for items := n.Children(); items.Next(); {
			r.value(items.Node(), key, named)
		}
	case unstable.InlineTable:
		for pairs := n.Children(); pairs.Next(); {
			r.pair(pairs.Node())
		}
	}
}

// string adds a string of one of the four kinds.
func (r tomlReader) string(key string, raw Range) {
	quote := r.front[raw.Start : raw.Start+1]
	width := 1
	if raw.End-raw.Start >= 6 && bytes.HasPrefix(r.front[raw.Start:], bytes.Repeat(quote, 3)) {
		width = 3
	}
	start, end := raw.Start+width, raw.End-width
	if quote[0] == '"' {
		r.add(key, raw, unescaped(r.front, start, end))
	} else {
		r.add(key, raw, lines(r.front, start, end))
	}
}

// lines gives the text between two offsets of source without line breaks.
func lines(source []byte, start, end int) text {
	var t text
	for _, line := range bytes.SplitAfter(source[start:end], []byte("\n")) {
		t.add(start, start+len(bytes.TrimRight(line, "\r\n")))
		start += len(line)
	}
	return t
}
