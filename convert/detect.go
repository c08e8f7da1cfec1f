package convert

import "zhmd/convert/internal/words"

// Evidence is what texts tell of the form they are written in, by the characters
// that only one script has. It grows by [Evidence.Add]; [Engine.For] makes an
// engine that knows it. The zero Evidence knows nothing.
type Evidence struct{ seen words.Seen }

// Detect gives the evidence of a text, its lines being its blocks.
func Detect(text string) Evidence {
	var e Evidence
	e.Add([]byte(text))
	return e
}

// Add adds a text of the same document.
func (e *Evidence) Add(text []byte) { words.Default().See(text, &e.seen) }

// Script gives the script that most of the text is written in, Hans or Hant; 0 if
// it has no character that tells.
func (e *Evidence) Script() Variant {
	switch hans, hant := e.seen.Hans, e.seen.Hant; {
	case hans > hant:
		return Hans
	case hant > hans:
		return Hant
	}
	return 0
}

// Blocks gives how many blocks, lines of plain text, have characters of Simplified
// text alone, of Traditional text alone, and of both.
func (e *Evidence) Blocks() (hans, hant, mixed int) { return e.seen.Hans, e.seen.Hant, e.seen.Mixed }

// For gives an engine that is the same but judges texts as parts of a document of
// which this is known.
func (e *Engine) For(ev Evidence) *Engine {
	if e.words == nil {
		return e
	}
	f := *e
	f.seen = ev.seen
	f.seen.Whole = true
	return &f
}
