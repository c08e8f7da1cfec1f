package main

import (
	"io"

	"golang.org/x/text/transform"

	"zhmd/pipeline"
)

// A streamer is an engine that converts text as it comes.
type streamer interface {
	Transformer() transform.Transformer
}

// streams tells whether a source can be converted as it comes, in bounded
// memory: plain text, of which nothing is asked but the result.
func (j *job) streams(path string) (streamer, bool) {
	s, ok := j.targets[0].Converter.(streamer)
	return s, ok && j.isText(path) && !j.dry()
}

// stream converts plain text to standard output.
func (j *job) stream(s streamer, name string, in io.Reader) error {
	inspector := pipeline.NewInspector(in)
	_, err := io.Copy(j.stdout, transform.NewReader(inspector, s.Transformer()))
	if err != nil {
		return err
	}
	j.warn(name, inspector.Warnings())
	return j.verdict()
}
