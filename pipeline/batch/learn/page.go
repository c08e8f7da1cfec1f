package learn

import (
	"strings"

	"zhmd/convert"
	"zhmd/pipeline"
	"zhmd/pipeline/batch/merge"
)

// A page is the prose of a page in all its states. Each is the passages of a document
// with a line feed behind each.
type page struct {
	name     string
	doc      *pipeline.Document // the source
	passages []pipeline.Passage // of the source
	engine   *convert.Engine    // what wrote the page
	guessed  bool               // the source is what the page was converted back to

	source, made, old, new string
	edits                  []convert.Edit // from source to made
	redone                 []merge.Change // from made to old: there should be none
	changes                []merge.Change // from old to new
	units                  []unit
}

// read reads a page and finds what was corrected in it.
func (l *learner) read(in Page) {
	p := &page{name: in.Name, old: prose(in.Old, in.Options), new: prose(in.New, in.Options)}
	p.changes = merge.Changes([]byte(p.old), []byte(p.new))
	if in.Source == nil || !l.traced(p, in) {
		l.guess(p, in)
	}
	l.pages = append(l.pages, p)
	l.correct(p)
}

func prose(source []byte, opts []pipeline.Option) string {
	return joined(pipeline.Parse(source, opts...).Passages())
}

// joined gives passages as one text.
func joined(all []pipeline.Passage) string {
	var b strings.Builder
	for _, p := range all {
		b.Write(p.Text())
		b.WriteByte('\n')
	}
	return b.String()
}

// from gives the page the source that it is taken to have.
func (p *page) from(doc *pipeline.Document, passages []pipeline.Passage) {
	p.doc, p.passages, p.source = doc, passages, joined(passages)
}

// convert makes the page of its source with the one of the learner's engines that comes
// nearest to it.
func (p *page) convert(engines []*convert.Engine) {
	for i, engine := range engines {
		edits := p.editsBy(engine)
		made := string(convert.Splice(nil, []byte(p.source), edits))
		redone := merge.Changes([]byte(made), []byte(p.old))
		if i == 0 || extent(redone) < extent(p.redone) {
			p.engine, p.edits, p.made, p.redone = engine, edits, made, redone
		}
	}
}

// editsBy gives what an engine makes of the source, word by word.
func (p *page) editsBy(e *convert.Engine) []convert.Edit {
	version := p.doc.Version(e)
	var all []convert.Edit
	at := 0
	for _, passage := range p.passages {
		for _, e := range version.Edits(passage) {
			all = append(all, convert.Edit{Start: e.Start + at, End: e.End + at, New: e.New})
		}
		at += len(passage.Text()) + 1
	}
	return all
}

// extent is how much changes change, in bytes.
func extent(cs []merge.Change) int {
	n := 0
	for _, c := range cs {
		n += max(c.Hi-c.Lo, c.To-c.From)
	}
	return n
}

// strays is which part of a page may be otherwise than its source becomes: one in so
// many bytes.
const strays = 10

// traced gives a page the source that was named, if most of the page is what that
// becomes; else it is of another day, or was converted otherwise.
func (l *learner) traced(p *page, in Page) bool {
	doc := pipeline.Parse(in.Source, in.Options...)
	p.from(doc, doc.Passages())
	p.convert(l.engines)
	if len(p.redone) > 0 {
		l.Strayed = append(l.Strayed, in.Name)
	}
	return extent(p.redone)*strays <= len(p.old)
}
