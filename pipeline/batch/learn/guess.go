package learn

import (
	"bytes"

	"zhmd/convert"
	"zhmd/pipeline"
)

// guess gives a page the source that it may have had: what it becomes, converted back.
// Where that does not become the page again the Simplified form of each character is
// tried.
func (l *learner) guess(p *page, in Page) {
	// Directives say what the source is, which the page is not any more.
	opts := append(in.Options[:len(in.Options):len(in.Options)], pipeline.AlsoReading("-directives"))
	source := pipeline.Parse(in.Old, opts...).Convert(l.speller.back).Output
	doc := pipeline.Parse(source, in.Options...)
	p.from(doc, doc.Passages())
	p.convert(l.engines)
	p.respell(l)
	p.guessed = true
}

// respell puts the Simplified form of what the page has in the places of words that do
// not become it, if more of the page comes out so.
func (p *page) respell(l *learner) {
	before := *p
	var edits []convert.Edit
	for _, u := range p.unitsBy(l.speller) {
		if plain := l.speller.simplified(p.old[u.from:u.to]); !u.known && plain != p.source[u.lo:u.hi] {
			edits = append(edits, convert.Edit{Start: u.lo, End: u.hi, New: plain})
		}
	}
	if len(edits) == 0 {
		return
	}
	p.respelt(edits)
	p.convert(l.engines)
	if extent(p.redone) >= extent(before.redone) {
		*p = before
	}
}

// respelt changes the source, passage by passage.
func (p *page) respelt(edits []convert.Edit) {
	passages := p.passages[:0:0]
	at := 0
	for _, passage := range p.passages {
		end := at + len(passage.Text())
		var own []convert.Edit
		for ; len(edits) > 0 && edits[0].Start < end; edits = edits[1:] {
			if e := edits[0]; e.Start >= at && e.End <= end {
				own = append(own, convert.Edit{Start: e.Start - at, End: e.End - at, New: e.New})
			}
		}
		if text := convert.Splice(nil, passage.Text(), own); !bytes.Equal(text, passage.Text()) {
			passage = pipeline.NewPassage(text)
		}
		passages = append(passages, passage)
		at = end + 1
	}
	p.from(p.doc, passages)
}
