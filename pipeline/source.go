package pipeline

import (
	"bytes"
	"sync"

	"zhmd/convert"
)

// sourceable is a converter that can be told the form of the text, 0 for what it knows
// of it.
type sourceable interface {
	WithSource(from convert.Variant) (*convert.Engine, error)
}

// A judge is a converter that judges a text as a part of a document.
type judge interface {
	AsksRegion() bool
	Learn(text []byte, ev *convert.Evidence)
	Sample(front, text []byte, code convert.Code, ev *convert.Evidence)
	For(ev convert.Evidence) *convert.Engine
}

// judged gives the converter for the document: one that knows what all of its
// prose tells of the form it is written in. Plain text is judged as it comes, so
// that a stream of it is converted alike.
func (d *Document) judged(c convert.Converter) convert.Converter {
	j, ok := c.(judge)
	if !ok || d.format == Text {
		return c
	}
	ev := d.evidenceFor(j)
	j.Sample(d.front.source, d.prose.sample(), d.code(), &ev)
	if !ev.Mixed() {
		return j.For(ev)
	}
	j.Learn(d.prose.joined.text, &ev)
	return j.For(ev)
}

// code tells how much code there is in the body: blocks of it, or some in a line.
func (d *Document) code() convert.Code {
	switch {
	case bytes.Contains(d.body, []byte("```")):
		return convert.CodeBlocks
	case bytes.IndexByte(d.body, '`') >= 0:
		return convert.CodeInLines
	}
	return convert.NoCode
}

// evidenceFor gives what the prose tells that matters to a judge.
func (d *Document) evidenceFor(j judge) convert.Evidence {
	d.evidence.Lock()
	defer d.evidence.Unlock()
	d.evidence.once.Do(func() {
		d.evidence.Add(d.prose.joined.text)
	})
	if j.AsksRegion() && d.evidence.Script() == convert.Hant {
		d.evidence.words.Do(func() {
			d.evidence.AddWords(d.prose.joined.text)
		})
	}
	return d.evidence.Evidence
}

// sourced gives the converter for what the document says of itself: what it is
// written in, and what it is about.
func (d *Document) sourced(c convert.Converter) (convert.Converter, []remark) {
	s, ok := c.(sourceable)
	if !ok || d.orders.source == 0 && len(d.orders.domains) == 0 {
		return c, nil
	}
	e, err := s.WithSource(d.orders.source)
	if err != nil {
		return c, []remark{remarkf(0, "source %v: %v", d.orders.source, err)}
	}
	if len(d.orders.domains) > 0 {
		if e, err = e.About(d.orders.domains...); err != nil {
			return c, []remark{remarkf(0, "words: %v", err)}
		}
	}
	return e, nil
}

// evidence is what the prose of a document tells, found once.
type evidence struct {
	sync.Mutex
	convert.Evidence
	once  sync.Once // for characters
	words sync.Once // and for words, if they are asked for
}
