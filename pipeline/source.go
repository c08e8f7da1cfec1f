package pipeline

import (
	"bytes"

	"zhmd/convert"
)

// known returns c for the prose of the document: knowing the document, if c is a
// [convert.DocumentConverter]. Plain text is read as it comes, so that a stream of
// it is converted alike.
func (d *Document) known(c convert.Converter) convert.Converter {
	if c, ok := c.(convert.DocumentConverter); ok && d.format != Text {
		return c.ForDocument(d.profile())
	}
	return c
}

// newProfile returns what the document tells converters of itself.
func (d *Document) newProfile() *convert.Profile {
	return convert.NewProfile(convert.ProfileInput{
		Text:       d.prose.joined.text,
		Lead:       d.prose.lead(),
		Title:      d.front.source,
		CodeBlocks: bytes.Contains(d.body, []byte("```")),
		CodeSpans:  bytes.IndexByte(d.body, '`') >= 0,
		Source:     d.orders.source,
		Topics:     d.orders.domains,
	})
}
