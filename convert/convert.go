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
// over the prose of a Markdown document, and shows one that is a
// [DocumentConverter] the [Profile] of the document first. Package
// zhmd/convert/longbridge holds another Converter, the Go port of OpenCC with its
// dictionaries of 2020.
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
// Edits appends them to dst and returns the extended slice. They are in ascending
// order and do not overlap; their offsets are bytes of text. Whether changes side by
// side are one edit or several is up to the converter, and an edit may replace
// unchanged text by itself.
//
// cuts are ascending byte offsets in text where markup lies between two bytes:
// 头|发 for **头**发. An edit may span a cut only where what it replaces and what it
// writes have the same number of characters, so that each character has its own
// place.
//
// A byte that is not UTF-8 separates texts: it is never part of an edit, and what
// stands on one side of it has no bearing on what becomes of the other side. A
// caller with many short texts joins them with the byte 0xFF and converts them in
// one call.
//
// A caller may refuse edits that make a text many times as long. So that they cost
// no memory until then, a converter does not copy the replacement of a word for each
// time that it occurs.
//
// Edits finds the same edits for the same text and cuts whenever it is called. It
// neither keeps nor changes text and cuts, and is safe for concurrent use. The
// optional abilities of a converter are [Targeted] and [DocumentConverter].
type Converter interface {
	Edits(dst []Edit, text []byte, cuts []int) []Edit
}

// A Targeted converter is a [Converter] that reports which variant it writes; 0 is
// none of them. What a document says of words, and of text for some variants, holds
// for Targeted converters alone.
type Targeted interface {
	Converter
	Target() Variant
}

// A DocumentConverter is a [Converter] that reads a text otherwise if it knows the
// document that it is a part of.
//
// ForDocument returns the converter of the document's texts, which may be the
// receiver. It does not change the receiver, may be called several times for a
// document, and is safe for concurrent use. It is not called for plain text, which
// is converted as it comes.
type DocumentConverter interface {
	Converter
	ForDocument(*Profile) Converter
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
