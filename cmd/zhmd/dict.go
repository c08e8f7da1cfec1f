package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"zhmd/convert"
)

const dictHelp = `dict shows what each of OpenCC's configurations makes of a word and which
dictionaries say so, each with all its candidates, of which the first is taken.
Words of a glossary come first.`

// newDictCommand makes the command that looks words up.
func newDictCommand() *cobra.Command {
	var o options
	c := &cobra.Command{
		Use:     "dict [flags] WORD...",
		Short:   "Show what each configuration makes of a word, and from which dictionary",
		Long:    dictHelp,
		Example: "  zhmd dict 头发\n  zhmd dict -c s2twp 软件 鼠标",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return o.dict(c.OutOrStdout(), args)
		},
	}
	c.Flags().StringVarP(&o.config, "config", "c", "", "only this `configuration`")
	c.Flags().StringArrayVar(&o.glossary, "glossary", nil, "the `file` of your own words; may be repeated")
	return c
}

func (o *options) dict(w io.Writer, words []string) error {
	glossary, err := o.words()
	if err != nil {
		return err
	}
	own := convert.Glossary(glossary)
	names := convert.Configs()
	if o.config != "" {
		names = []string{o.config}
	}
	o.engine, o.from, o.vocabulary = "native", "auto", "auto"
	for _, name := range names {
		o.config = name
		engine, err := o.newEngine(variantOf(name), own)
		if err != nil {
			return err
		}
		for _, word := range words {
			if _, err := fmt.Fprintln(w, describe(name, word, engine.(*convert.Engine))); err != nil {
				return err
			}
		}
	}
	return nil
}

// describe is a line: the configuration, the word, what becomes of it, and the
// entries that were found on the way.
func describe(config, word string, e *convert.Engine) string {
	var result strings.Builder
	var steps []convert.Step
	for _, part := range e.Explain(word) {
		result.WriteString(part.Result)
		steps = append(steps, part.Steps...)
	}
	return fmt.Sprintf("%-6s\t%s\t%s\t%s", config, word, result.String(), found(steps, "in no dictionary"))
}
