package longbridge

import (
	"unicode/utf8"

	"zhmd/convert"
)

// align appends the edits that turn old, at the byte offset base of its text,
// into new.
func align(dst []convert.Edit, old, new string, base int) []convert.Edit {
	if old == new {
		return dst
	}
	if utf8.RuneCountInString(old) == utf8.RuneCountInString(new) {
		return pairwise(dst, old, new, base)
	}
	whole, head := old, commonPrefix(old, new)
	old, new, base = old[head:], new[head:], base+head
	tail := commonSuffix(old, new)
	e := convert.Edit{Start: base, End: base + len(old) - tail, New: new[:len(new)-tail]}
	return append(dst, withNeighbour(e, whole, old[len(old)-tail:]))
}

// withNeighbour makes an insertion the replacement of a character beside it, so
// that it is told which text it belongs to: the one before it, whose end is at
// the offset of the edit in whole, or the first of after.
func withNeighbour(e convert.Edit, whole, after string) convert.Edit {
	if e.Start < e.End {
		return e
	}
	if before := whole[:len(whole)-len(after)]; before != "" {
		_, n := utf8.DecodeLastRuneInString(before)
		return convert.Edit{Start: e.Start - n, End: e.End, New: before[len(before)-n:] + e.New}
	}
	_, n := utf8.DecodeRuneInString(after)
	return convert.Edit{Start: e.Start, End: e.End + n, New: e.New + after[:n]}
}

// pairwise compares old and new character by character; they have equally many.
func pairwise(dst []convert.Edit, old, new string, base int) []convert.Edit {
	from, fromNew, i, j := -1, 0, 0, 0
	flush := func() {
		if from >= 0 {
			dst = append(dst, convert.Edit{Start: base + from, End: base + i, New: new[fromNew:j]})
			from = -1
		}
	}
	for i < len(old) {
		a, n := utf8.DecodeRuneInString(old[i:])
		b, m := utf8.DecodeRuneInString(new[j:])
		if a == b {
			flush()
		} else if from < 0 {
			from, fromNew = i, j
		}
		i, j = i+n, j+m
	}
	flush()
	return dst
}

// commonPrefix is the length in bytes of the whole characters that a and b
// begin with alike.
func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) {
		r, size := utf8.DecodeRuneInString(a[n:])
		if s, _ := utf8.DecodeRuneInString(b[n:]); r != s {
			break
		}
		n += size
	}
	return n
}

// commonSuffix is the same for the end.
func commonSuffix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) {
		r, size := utf8.DecodeLastRuneInString(a[:len(a)-n])
		if s, _ := utf8.DecodeLastRuneInString(b[:len(b)-n]); r != s {
			break
		}
		n += size
	}
	return n
}
