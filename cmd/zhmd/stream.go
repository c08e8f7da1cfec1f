package main

import (
	"io"

	"golang.org/x/text/transform"

	"zhmd/convert"
	"zhmd/pipeline"
)

// streams returns the engine if it can convert a source as it comes, in bounded
// memory: plain text, of which nothing is asked but the result. The engine longbridge
// cannot.
func (j *job) streams(path string) (engine *convert.Engine, ok bool) {
	engine, ok = j.targets[0].Converter.(*convert.Engine)
	return engine, ok && j.isText(path) && !j.dry()
}

// stream converts plain text to standard output.
func (j *job) stream(engine *convert.Engine, name string, in io.Reader) error {
	inspector := pipeline.NewInspector(in)
	_, err := io.Copy(j.stdout, transform.NewReader(inspector, engine.Transformer()))
	if err != nil {
		return err
	}
	j.warn(name, inspector.Warnings())
	return j.verdict()
}
