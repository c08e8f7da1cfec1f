package main

import (
	"io"

	"zhmd/cmd/zhmd/internal/config"
)

// writeConfig writes what holds, flags and configuration together.
func (o *options) writeConfig(w io.Writer) error {
	text, err := config.Text(o.holds())
	if err == nil {
		_, err = w.Write(text)
	}
	return err
}

// holds gives what holds as a configuration.
func (o *options) holds() config.File {
	f := config.File{}
	if o.file != nil {
		f = *o.file
	}
	f.Targets, f.From, f.Layout, f.Out, f.Vocabulary, f.Words = o.to, o.from, o.layout, o.out, o.vocabulary, o.domains
	f.Keys, f.Anchors, f.Site, f.Syntax, f.Glossary = o.keys, o.anchors, o.site, o.syntax, o.glossary
	return f
}
