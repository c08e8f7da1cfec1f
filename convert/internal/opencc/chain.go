package opencc

import "strings"

// A Step is what one stage did with a part of a segment.
type Step struct {
	Key        string
	Dict       *Dict    // nil if no dictionary had the key and it was copied
	Candidates []string // nil likewise; the first was written
}

// Value is what the step wrote.
func (s *Step) Value() string {
	if s.Dict == nil {
		return s.Key
	}
	return s.Candidates[0]
}

// A Segment is a part of a text that a configuration converts by itself.
type Segment struct {
	Source string   // before normalisation
	Stages [][]Step // what each stage of the chain did, the first with the source
	Result string
}

// Segments converts text, which is valid UTF-8, and tells how. The sources of
// the segments make up the text, their results the conversion of it. Without
// segmentation the whole text is one.
func (c *Config) Segments(text string) []Segment {
	source := []rune(text)
	runes := source
	for _, stage := range c.Normalize {
		runes = []rune(joined(stage.steps(runes))) // one to one
	}
	var all []Segment
	for at := 0; at < len(runes); {
		end := c.segmentEnd(runes, at)
		all = append(all, c.segment(string(source[at:end]), runes[at:end]))
		at = end
	}
	return all
}

// segmentEnd is where the segment that begins at from ends: at the end of the
// phrase there, else where the next phrase begins.
func (c *Config) segmentEnd(text []rune, from int) int {
	if c.Segment == nil {
		return len(text)
	}
	if m := c.Segment.Match(text[from:]); m.Len > 0 {
		return from + m.Len
	}
	at := from
	for at < len(text) && c.Segment.Match(text[at:]).Len == 0 {
		at += max(1, IDS(text[at:]))
	}
	return at
}

func (c *Config) segment(source string, text []rune) Segment {
	s := Segment{Source: source, Result: string(text)}
	for _, stage := range c.Chain {
		steps := stage.steps(text)
		s.Stages = append(s.Stages, steps)
		s.Result = joined(steps)
		text = []rune(s.Result)
	}
	return s
}

// steps converts text in one stage: the longest match, or one character or one
// ideographic description sequence as it is.
func (g *Group) steps(text []rune) []Step {
	var all []Step
	for len(text) > 0 {
		if m := g.Match(text); m.Len > 0 {
			all = append(all, Step{string(text[:m.Len]), m.Dict, m.Candidates})
			text = text[m.Len:]
			continue
		}
		n := max(1, IDS(text))
		all = append(all, Step{Key: string(text[:n])})
		text = text[n:]
	}
	return all
}

func joined(steps []Step) string {
	var b strings.Builder
	for i := range steps {
		b.WriteString(steps[i].Value())
	}
	return b.String()
}

// Convert converts text, which is valid UTF-8.
func (c *Config) Convert(text string) string {
	var b strings.Builder
	for _, s := range c.Segments(text) {
		b.WriteString(s.Result)
	}
	return b.String()
}
