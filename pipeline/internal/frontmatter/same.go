package frontmatter

import (
	"bytes"
	"slices"
)

// Same tells whether two front matters differ in nothing but the text of the
// values of the named keys: the same keys, other values, comments and layout,
// and a value wherever there was one. It holds a result that was edited in the
// ranges of [Values] against its source. Front matter that cannot be read is
// the same as itself alone.
func Same(before, after []byte, keys []string) bool {
	if bytes.Equal(before, after) {
		return true
	}
	want, err := Values(before, keys)
	if err != nil {
		return false
	}
	got, err := Values(after, keys)
	return err == nil && slices.EqualFunc(around(before, want), around(after, got), bytes.Equal)
}

// around gives what stands before, between and behind the values. Comparing it
// byte for byte is more than comparing keys and values: an edit that makes a
// comment of the end of a value, or that leaves a value out, is seen, too.
func around(front []byte, values []Value) [][]byte {
	var parts [][]byte
	at := 0
	for _, v := range values {
		parts = append(parts, front[at:v.Raw.Start])
		at = v.Raw.End
	}
	return append(parts, front[at:])
}
