package frontmatter

import (
	"bytes"
	"encoding/json"
)

// json gathers the values of an object (RFC 8259). [Len] has decoded it, which
// bounds its depth.
func (c *collector) json() error {
	r := jsonReader{c, json.NewDecoder(bytes.NewReader(c.front))}
	if err := r.value("", false); err != nil {
		return &Error{int(r.InputOffset()), "not JSON: " + err.Error()}
	}
	return nil
}

type jsonReader struct {
	*collector
	*json.Decoder
}

// value reads the value of a key.
func (r jsonReader) value(key string, named bool) error {
	before := int(r.InputOffset())
	token, err := r.Token()
	if err != nil {
		return err
	}
	switch token := token.(type) {
	case json.Delim:
		return r.values(token, key, named)
	case string:
		if named {
			r.string(key, before)
		}
	}
	return nil
}

// values reads an array or an object up to its end.
func (r jsonReader) values(opener json.Delim, key string, named bool) error {
	for r.More() {
		if opener == '{' {
			token, err := r.Token()
			if err != nil {
				return err
			}
			key, _ = token.(string)
			named = r.keys[key]
		}
		if err := r.value(key, named); err != nil {
			return err
		}
	}
	_, err := r.Token()
	return err
}

// string adds the string that was read last. Before it, from the offset, there
// is nothing but white space and punctuation.
func (r jsonReader) string(key string, from int) {
	end := int(r.InputOffset())
	start := from + bytes.IndexByte(r.front[from:end], '"')
	r.add(key, Range{start, end}, unescaped(r.front, start+1, end-1))
}
