package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"zhmd/convert"
	"zhmd/pipeline"
	"zhmd/pipeline/batch"
)

const explainHelp = `explain prints each word of a text, what becomes of it, the dictionary or the list
that has it, and what else it could have been with how likely that is.

With --ambiguous it reads files, or standard input, as Markdown and lists the places
that a person should look at: where another reading is not much less likely than the
one that was taken.`

// An explainer is the command explain.
type explainer struct {
	options
	ambiguous bool
	odds      float64
}

func newExplainCommand() *cobra.Command {
	var x explainer
	c := &cobra.Command{
		Use:     "explain -t VARIANT [flags] TEXT... | --ambiguous [FILE]...",
		Short:   "Tell why each word became what it became, or list the doubtful ones",
		Long:    explainHelp,
		Example: "  zhmd explain -t zh-TW '芯片面积'\n  zhmd explain -t zh-TW --ambiguous page.md",
		RunE:    func(c *cobra.Command, args []string) error { return x.run(c, args) },
	}
	f := c.Flags()
	f.SortFlags = false
	f.StringSliceVarP(&x.to, "to", "t", nil, "the `variant` to write")
	x.addSourceFlags(f)
	f.StringArrayVar(&x.glossary, "glossary", nil, "the `file` of your own words; may be repeated")
	f.BoolVar(&x.ambiguous, "ambiguous", false, "list doubtful places of files")
	f.Float64Var(&x.odds, "odds", 20, "doubtful is what is at least one in `N` as likely as what was taken")
	return c
}

func (x *explainer) run(c *cobra.Command, args []string) error {
	x.engine = "native"
	engine, err := x.one()
	if err != nil {
		return err
	}
	switch {
	case !x.ambiguous && len(args) == 0:
		return refuse("name a text, or give --ambiguous and files", "nothing to explain")
	case !x.ambiguous:
		for _, text := range args {
			if err := explain(c.OutOrStdout(), engine, text); err != nil {
				return err
			}
		}
		return nil
	case len(args) == 0:
		source, err := io.ReadAll(c.InOrStdin())
		if err != nil {
			return fmt.Errorf("standard input: %w", err)
		}
		return x.doubts(c.OutOrStdout(), engine, "standard input", source)
	}
	for _, path := range args {
		source, err := os.ReadFile(path)
		if err != nil {
			return &batch.FileError{Path: path, Err: errors.Unwrap(err)}
		}
		if err := x.doubts(c.OutOrStdout(), engine, path, source); err != nil {
			return err
		}
	}
	return nil
}

// one makes the engine for the one target.
func (x *explainer) one() (*convert.Engine, error) {
	variants, err := x.variants()
	if err != nil {
		return nil, err
	}
	if len(variants) > 1 {
		return nil, refuse("name one with -t", "explain takes one target")
	}
	words, err := x.words()
	if err != nil {
		return nil, err
	}
	engine, err := x.newEngine(variants[0], convert.Glossary(words))
	if err != nil {
		return nil, err
	}
	return engine.(*convert.Engine), nil
}

func explain(w io.Writer, e *convert.Engine, text string) error {
	for _, x := range e.Explain(text) {
		if strings.TrimSpace(x.Source) == "" {
			continue
		}
		if _, err := fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", x.Source, x.Result, found(x.Steps, "copied"), elseWords(x.Others)); err != nil {
			return err
		}
	}
	return nil
}

// found lists the entries that were found; none is what it says if there are none.
func found(steps []convert.Step, none string) string {
	var all []string
	for _, s := range steps {
		all = append(all, fmt.Sprintf("%s: %s → %s", s.Dict, s.Key, strings.Join(s.Candidates, " ")))
	}
	return cmp.Or(strings.Join(all, "; "), none)
}

// elseWords lists what else a word could have been, with the odds.
func elseWords(others []convert.Other) string {
	var all []string
	for _, o := range others {
		all = append(all, fmt.Sprintf("%s (1 in %.0f)", o.Result, 1+math.Exp(min(o.Margin, 20))))
	}
	if len(all) == 0 {
		return ""
	}
	return "or " + strings.Join(all, ", ")
}

// doubts lists the doubtful places of a document.
func (x *explainer) doubts(w io.Writer, e *convert.Engine, name string, source []byte) error {
	doc := pipeline.Parse(source, pipeline.Named(name))
	for _, r := range doc.Explain(e) {
		likely := slices.DeleteFunc(slices.Clone(r.Others), func(o convert.Other) bool { return math.Exp(o.Margin) > x.odds })
		if len(likely) == 0 {
			continue
		}
		if _, err := fmt.Fprintf(w, "%s:%v: %s → %s, %s\n", name, doc.Position(r.Offset), r.Source, r.Result, elseWords(likely)); err != nil {
			return err
		}
	}
	return nil
}
