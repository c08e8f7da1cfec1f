// Package frontmatter finds the metadata that stands before a page's text. Use
// [Len] to learn how much of a source it takes, [Values] to find the prose in
// it, and [Same] to hold edited front matter against its source.
package frontmatter

import (
	"bytes"
	"encoding/json"
)

// Len gives the length in bytes of the front matter that source begins with,
// its closing line with the line break included, or 0. source is without a
// byte order mark.
//
// Front matter is what Hugo and Jekyll take for it: YAML between --- lines (...
// closes too), TOML between +++ lines, or a JSON object. An opening line that
// no line closes does not open front matter, and neither does a --- that is a
// rule of Markdown: what is between it and the next does not begin with a key.
func Len(source []byte) int {
	line, rest := cutLine(source)
	switch string(bytes.TrimRight(line, " \t\r\n")) {
	case "---":
		if !mapping(rest) {
			return 0
		}
		return fenced(source, rest, "---", "...")
	case "+++":
		return fenced(source, rest, "+++")
	}
	if bytes.HasPrefix(source, []byte("{")) {
		return object(source)
	}
	return 0
}

// Unclosed gives the length in bytes of what looks like the beginning of front
// matter that nothing closes, up to the first blank line: an opening line and a
// key on the next. It is 0 if there is none.
func Unclosed(source []byte) int {
	line, rest := cutLine(source)
	fence := string(bytes.TrimRight(line, " \t\r\n"))
	next, _ := cutLine(rest)
	switch {
	case Len(source) > 0 || len(bytes.TrimSpace(next)) == 0:
		return 0
	case fence == "---" && bytes.HasPrefix(next, []byte("- ")), fence == "---" && !mapping(next):
		return 0
	case fence == "+++" && !bytes.Contains(next, []byte("=")):
		return 0
	case fence != "---" && fence != "+++":
		return 0
	}
	n := len(line)
	for len(rest) > 0 && len(bytes.TrimSpace(line)) > 0 {
		line, rest = cutLine(rest)
		n += len(line)
	}
	return n
}

// fenced gives the length up to the end of the first line of rest, the end of
// source, that is one of the closers.
func fenced(source, rest []byte, closers ...string) int {
	for len(rest) > 0 {
		var line []byte
		line, rest = cutLine(rest)
		text := string(bytes.TrimRight(line, " \t\r\n"))
		for _, closer := range closers {
			if text == closer {
				return len(source) - len(rest)
			}
		}
	}
	return 0
}

// mapping tells whether the first line that is not blank and not a comment can
// be that of a YAML mapping, or closes an empty one.
func mapping(rest []byte) bool {
	for len(rest) > 0 {
		var line []byte
		line, rest = cutLine(rest)
		switch line = bytes.TrimSpace(line); {
		case len(line) == 0 || line[0] == '#':
		case string(line) == "---" || string(line) == "..." || line[0] == '{':
			return true
		default:
			return bytes.HasSuffix(line, []byte(":")) || bytes.Contains(line, []byte(": ")) || bytes.Contains(line, []byte(":\t"))
		}
	}
	return false
}

// object gives the length of the JSON object at the start of source if nothing
// but white space follows it on its last line. {} and {{ are not objects with
// metadata in them.
func object(source []byte) int {
	var fields map[string]json.RawMessage
	dec := json.NewDecoder(bytes.NewReader(source))
	if dec.Decode(&fields) != nil || len(fields) == 0 {
		return 0
	}
	end := int(dec.InputOffset())
	line, _ := cutLine(source[end:])
	if len(bytes.TrimSpace(line)) > 0 {
		return 0
	}
	return end + len(line)
}

// cutLine divides source behind its first line break.
func cutLine(source []byte) (line, rest []byte) {
	if i := bytes.IndexByte(source, '\n'); i >= 0 {
		return source[:i+1], source[i+1:]
	}
	return source, nil
}
