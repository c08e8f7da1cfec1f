package frontmatter

import "bytes"

// A Range is a part of the source, in bytes.
type Range struct{ Start, End int }

// A Value is the text of a string that a key has, or one of the strings in the
// key's sequence.
type Value struct {
	Key string
	// Raw is the string as it is written: with its quotes or the header of its
	// block, without the anchor and the tag before it.
	Raw Range
	// Ranges are the text in it: at least one, in ascending order, none empty,
	// no two touching. Between them are escape sequences, line breaks and
	// indentation.
	Ranges []Range
}

// Values gives the strings in front matter that are not empty and that belong
// to one of the keys, at any depth, in the order of the source. front is the
// first [Len] bytes of a source; in other text there are no values. An error
// is an [*Error]. Time is linear in the length of front.
//
// A key is named by its last part if it is dotted. The strings in a sequence
// that a named key has are values of the key, and so are those in sequences in
// it. A mapping in it is searched for named keys like any other. Where a key
// is repeated, each of its values counts. An alias is not followed, so the
// string that it stands for is a value only where it is written.
//
// A string whose text is not found in the source for certain is left out.
func Values(front []byte, keys []string) ([]Value, error) {
	c := collector{front: front[:Len(front)], keys: make(map[string]bool)}
	for _, key := range keys {
		c.keys[key] = true
	}
	if err := c.collect(); err != nil {
		return nil, err
	}
	return c.values, nil
}

// A collector gathers the values of the named keys. Offsets are bytes of front.
type collector struct {
	front  []byte
	keys   map[string]bool
	values []Value
}

func (c *collector) collect() error {
	switch {
	case bytes.HasPrefix(c.front, []byte("---")):
		return c.yaml()
	case bytes.HasPrefix(c.front, []byte("+++")):
		return c.toml()
	case len(c.front) > 0:
		return c.json()
	}
	return nil
}

// body gives the range between the lines that fence YAML or TOML.
func (c *collector) body() Range {
	opener, rest := cutLine(c.front)
	rest = bytes.TrimSuffix(rest, []byte("\n"))
	end := len(opener) + bytes.LastIndexByte(rest, '\n') + 1
	return Range{len(opener), end}
}

// add adds a value if it has any text.
func (c *collector) add(key string, raw Range, t text) {
	if len(t) > 0 {
		c.values = append(c.values, Value{key, raw, t})
	}
}

// A text is the ranges of a value.
type text []Range

// add adds a range that begins where the text ends, or behind.
func (t *text) add(start, end int) {
	switch last := len(*t) - 1; {
	case start >= end:
	case last >= 0 && (*t)[last].End == start:
		(*t)[last].End = end
	default:
		*t = append(*t, Range{start, end})
	}
}
