package main

import (
	"fmt"
	"strings"

	"zhmd/pipeline"
)

// readOptions are the flags that say how a source is read.
type readOptions struct {
	as      string
	syntax  string
	keys    []string
	anchors string
	site    string
}

// A reading gives the options for a source by the name of its file.
type reading func(path string) []pipeline.Option

// reading checks the flags.
func (o *readOptions) reading() (reading, error) {
	if o.syntax != "" {
		if err := pipeline.CheckSyntax(o.syntax); err != nil {
			return nil, fmt.Errorf("--syntax: %w", err)
		}
	}
	mode, ok := map[string]pipeline.AnchorMode{"warn": pipeline.WarnAnchors, "pin": pipeline.PinAnchors, "keep": pipeline.KeepAnchors}[o.anchors]
	if !ok {
		return nil, refuse("there is warn, pin and keep", "--anchors: unknown mode %q", o.anchors)
	}
	site, err := pipeline.ParseSite(strings.ToLower(o.site))
	if err != nil {
		return nil, fmt.Errorf("--site: %w", err)
	}
	return func(path string) []pipeline.Option {
		return append(o.format(path), pipeline.Keys(o.keys...), pipeline.Anchors(mode, site))
	}, nil
}

// format gives the options for the format of a file: what --as says, else by its
// extension, else Markdown; and the syntax.
func (o *readOptions) format(path string) []pipeline.Option {
	opts := []pipeline.Option{pipeline.Named(path)}
	switch o.as {
	case "text":
		opts = append(opts, pipeline.As(pipeline.Text))
	case "markdown":
		opts = append(opts, pipeline.As(pipeline.Markdown))
	}
	if o.syntax != "" {
		opts = append(opts, pipeline.AlsoReading(o.syntax))
	}
	return opts
}

// isText tells whether a source is plain text.
func (o *readOptions) isText(path string) bool {
	f, _ := pipeline.FormatOf(path)
	return o.as == "text" || o.as == "" && f == pipeline.Text
}
