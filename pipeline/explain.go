package pipeline

import (
	"slices"

	"zhmd/convert"
)

// A WordReading is how a part of a document's prose was read.
type WordReading struct {
	Offset int // in the source, in bytes
	convert.Explanation
}

// Explain tells how each word of the prose is read by an engine that knows the
// document as in [Document.Convert] does. The offsets in the explanations count from
// where their run begins; [WordReading.Offset] is where the word stands in the source.
// Words of front matter, and what directives say of words, are left out.
func (d *Document) Explain(e *convert.Engine) []WordReading {
	engine := d.known(e).(*convert.Engine)
	var all []WordReading
	for spans := range d.prose.runs.each {
		r := newRun(d.prose.source, spans)
		for _, x := range engine.Explain(string(r.text)) {
			all = append(all, WordReading{d.base + r.source(x.Start), x})
		}
	}
	slices.SortStableFunc(all, func(a, b WordReading) int { return a.Offset - b.Offset })
	return all
}
