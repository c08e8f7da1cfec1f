// Package blob is the form of tables that are embedded in the program: sections,
// each a count of items and that many items of 1, 2, 4 or 8 bytes, in
// little-endian order, at offsets that are multiples of 8. A [Writer] makes it, a
// [Reader] reads sections where they are, without copying them, where the machine
// stores numbers the same way.
package blob

import (
	"encoding/binary"
	"fmt"
	"strings"
)

// A Number is an item of a section.
type Number interface {
	~uint8 | ~uint16 | ~int32 | ~uint32 | ~uint64
}

// A Writer collects sections.
type Writer struct{ out []byte }

// NewWriter begins with magic, which tells one form from another and is 8 bytes
// long.
func NewWriter(magic string) *Writer { return &Writer{out: []byte(magic)} }

// Bytes gives what has been written.
func (w *Writer) Bytes() []byte { return w.out }

// Text writes a section of bytes.
func (w *Writer) Text(s string) {
	w.out = binary.LittleEndian.AppendUint64(w.out, uint64(len(s)))
	w.out = append(w.out, s...)
	w.align()
}

// Put writes a section of numbers.
func Put[T Number](w *Writer, items []T) {
	w.out = binary.LittleEndian.AppendUint64(w.out, uint64(len(items)))
	for _, n := range items {
		w.out = appendNumber(w.out, n)
	}
	w.align()
}

func appendNumber[T Number](out []byte, n T) []byte {
	switch size[T]() {
	case 1:
		return append(out, byte(n))
	case 2:
		return binary.LittleEndian.AppendUint16(out, uint16(n))
	case 4:
		return binary.LittleEndian.AppendUint32(out, uint32(n))
	}
	return binary.LittleEndian.AppendUint64(out, uint64(n))
}

func (w *Writer) align() {
	for len(w.out)%8 != 0 {
		w.out = append(w.out, 0)
	}
}

// A Reader gives the sections of data in the order in which they were written.
// What it gives must not be changed.
type Reader struct{ rest string }

// NewReader reads data that begins with magic.
func NewReader(magic, data string) (*Reader, error) {
	if !strings.HasPrefix(data, magic) {
		return nil, fmt.Errorf("not a table of the form %q", magic)
	}
	return &Reader{rest: data[len(magic):]}, nil
}

// Done tells whether all has been read.
func (r *Reader) Done() bool { return r.rest == "" }

// Text gives the next section of bytes.
func (r *Reader) Text() string { return r.take(1) }

// Take gives the next section. It panics if the data ends before.
func Take[T Number](r *Reader) []T {
	n := size[T]()
	s := r.take(n)
	if all, ok := cast[T](s, n); ok {
		return all
	}
	all := make([]T, len(s)/n)
	for i := range all {
		all[i] = number[T](s[i*n:], n)
	}
	return all
}

func number[T Number](s string, size int) T {
	n := uint64(0)
	for i := range size {
		n |= uint64(s[i]) << (8 * i)
	}
	return T(n)
}

func (r *Reader) take(size int) string {
	end := 8 + int(number[uint64](r.rest, 8))*size
	data := r.rest[8:end]
	r.rest = r.rest[(end+7)&^7:]
	return data
}
