package main

import (
	"io"

	"github.com/spf13/cobra"

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
	f.Keys, f.Anchors, f.Site, f.Links, f.Syntax, f.Glossary = o.keys, o.anchors, o.site, o.links, o.syntax, o.glossary
	return f
}

// newSchemaCommand makes the command that describes the configuration to editors.
func newSchemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of " + config.Name,
		Long:  "schema prints the JSON Schema of " + config.Name + ", by which editors complete and check it.",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := c.OutOrStdout().Write(config.Schema())
			return err
		},
	}
}
