package pipeline

import "zhmd/convert"

// A Passage is prose that belongs together: the text of a block, of a title or of a
// value of the front matter, without its markup.
type Passage struct{ run run }

// NewPassage makes a passage of text without markup that is in no document.
func NewPassage(text []byte) Passage {
	return Passage{run{text: text, pieces: []piece{{0, 0}}}}
}

// Text gives the text. It must not be changed.
func (p Passage) Text() []byte { return p.run.text }

// Passages gives the prose of the document, that of the front matter first. What
// directives turn off is not among it. Versions of a document have as many passages in
// the same order.
func (d *Document) Passages() []Passage {
	var all []Passage
	for _, v := range append(d.front.values[:len(d.front.values):len(d.front.values)], d.prose) {
		for spans := range v.runs.each {
			all = append(all, Passage{newRun(v.source, spans)})
		}
	}
	return all
}

// A Version converts passages as [Document.Convert] does: knowing what the document
// tells and with its own words. It does not see whether the whole would be other
// Markdown, and not what a document gives for some versions only.
type Version struct {
	converter convert.Converter
	words     *lexicon
}

// Version gives the one that c leads to.
func (d *Document) Version(c convert.Converter) Version {
	return Version{d.known(c), d.lexicon(targetOf(c))}
}

// Edits gives what is changed in a passage, as byte offsets into its text.
func (v Version) Edits(p Passage) []convert.Edit {
	return v.words.edits(nil, v.converter, &p.run)
}
