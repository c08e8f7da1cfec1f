// Package convert turns Chinese text into another written form of Chinese.
// It knows nothing of Markdown and nothing of files.
//
// Use [New] for an engine that converts as OpenCC 1.4 does: [Engine.String] and
// [Engine.Append] for a text, [Engine.Transformer] for a stream, [Engine.Explain]
// to learn how a result came about. The targets are [Variant] values; use
// [ParseVariant] to read one from a BCP 47 tag that a person wrote, and
// [Glossary] for the user's own words.
//
// A [Converter], which an Engine is, reports what it would change as a list of
// [Edit]; [Splice] applies such a list. Package zhmd/pipeline runs a Converter
// over the prose of a Markdown document. Package zhmd/convert/longbridge holds
// another one, the Go port of OpenCC with its dictionaries of 2020.
package convert

// An Edit replaces text[Start:End] by New. Offsets are in bytes and lie on the
// boundaries of UTF-8 characters; Start == End inserts. A list of edits is in
// ascending order and its members do not overlap.
type Edit struct {
	Start, End int
	New        string
}

// A Converter finds the edits that turn text into its target.
//
// It appends to dst, and returns, edits in ascending order that do not
// overlap, with byte offsets into text. cuts are ascending byte offsets in
// text where markup lies between two bytes: 头|发 for **头**发. An edit may span
// a cut only where what it replaces and what it writes have the same number of
// characters, so that each character has its own place.
//
// A byte that is not UTF-8 separates texts: it is never part of an edit, and what
// stands on one side of it has no bearing on what becomes of the other side.
// Converters are safe for use by several goroutines at once and do not keep text.
type Converter interface {
	Edits(dst []Edit, text []byte, cuts []int) []Edit
}

// Splice appends text to dst with the edits applied and returns the result.
// Every byte that no edit names is copied.
func Splice(dst, text []byte, edits []Edit) []byte {
	at := 0
	for _, e := range edits {
		dst = append(dst, text[at:e.Start]...)
		dst = append(dst, e.New...)
		at = e.End
	}
	return append(dst, text[at:]...)
}
