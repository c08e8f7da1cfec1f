package pipeline

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"
)

// An Inspector passes a stream through and finds the bytes in it that are no
// text, for streams that are not parsed as a [Document].
type Inspector struct {
	in      io.Reader
	at      Position // of what comes next
	rest    []byte   // the beginning of a character at the end of what was read
	started bool
	invalid oddBytes
	nul     oddBytes
}

// oddBytes are the bytes of one kind.
type oddBytes struct {
	first Position
	n     int
}

func (o *oddBytes) add(at Position) {
	if o.n == 0 {
		o.first = at
	}
	o.n++
}

// NewInspector inspects what is read from in.
func NewInspector(in io.Reader) *Inspector {
	return &Inspector{in: in, at: Position{1, 1}}
}

// oddIn tells of the bytes of a document that are no text.
func oddIn(source []byte) []Warning {
	i := NewInspector(bytes.NewReader(nil))
	i.inspect(source)
	i.bytes(i.rest)
	return i.Warnings()
}

// Read implements [io.Reader].
func (i *Inspector) Read(p []byte) (int, error) {
	n, err := i.in.Read(p)
	i.inspect(p[:n])
	if err != nil {
		i.bytes(i.rest) // what is left is no character any more
		i.rest = nil
	}
	return n, err
}

// Warnings tells what has been found in what was read so far, a warning for
// each kind.
func (i *Inspector) Warnings() []Warning {
	var all []Warning
	for _, kind := range []struct {
		oddBytes
		name string
	}{{i.invalid, "not UTF-8"}, {i.nul, "NUL"}} {
		if kind.n > 0 {
			all = append(all, Warning{kind.first, fmt.Sprintf("%s %s, left unchanged", bytesAre(kind.n), kind.name)})
		}
	}
	return all
}

func bytesAre(n int) string {
	if n == 1 {
		return "1 byte is"
	}
	return fmt.Sprintf("%d bytes are", n)
}

func (i *Inspector) inspect(p []byte) {
	if len(i.rest) > 0 {
		p = append(i.rest, p...)
		i.rest = nil
	}
	end := len(p)
	for end > 0 && end > len(p)-utf8.UTFMax && !utf8.RuneStart(p[end-1]) {
		end--
	}
	if end > 0 && !utf8.FullRune(p[end-1:]) {
		i.rest = bytes.Clone(p[end-1:])
		p = p[:end-1]
	}
	if !i.started && len(p) > 0 {
		i.started = true
		p = bytes.TrimPrefix(p, []byte(bom))
	}
	if utf8.Valid(p) && bytes.IndexByte(p, 0) < 0 {
		i.text(p)
	} else {
		i.bytes(p)
	}
}

// text passes over what is all text.
func (i *Inspector) text(p []byte) {
	if lines := bytes.Count(p, []byte("\n")); lines > 0 {
		i.at = Position{i.at.Line + lines, 1}
		p = p[bytes.LastIndexByte(p, '\n')+1:]
	}
	i.at.Column += utf8.RuneCount(p)
}

// bytes looks at each character.
func (i *Inspector) bytes(p []byte) {
	for len(p) > 0 {
		r, size := utf8.DecodeRune(p)
		switch {
		case r == utf8.RuneError && size == 1:
			i.invalid.add(i.at)
		case r == 0:
			i.nul.add(i.at)
		}
		i.text(p[:size])
		p = p[size:]
	}
}
