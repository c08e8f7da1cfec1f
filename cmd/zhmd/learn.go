package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"zhmd/cmd/zhmd/internal/config"
	"zhmd/convert"
	"zhmd/pipeline"
	"zhmd/pipeline/batch/learn"
)

const learnHelp = `learn compares pages as zhmd wrote them, OLD, with the same as a person corrected them,
NEW, two files or two folders, and writes a glossary of the words that were corrected: with
--glossary zhmd writes them itself.

A correction is a word that became another in a sentence that is otherwise mostly the
same. The words of a glossary are those of the source: give that with --source, or OLD is
converted back, which leaves open what two words of the source have in common.

It is proposed what was corrected at least ten times as often as left alone and three times
as often as corrected otherwise, by itself or with a word beside it, and what gives the
corrections when the pages are converted with it. The rest is in comments. Look at all of
it before you use it.`

// A learner is the command learn.
type learner struct {
	options
	sources string // --source
	dest    string // --out
	lines   bool
	say     ui
	failed  int
}

// newLearnCommand makes the command that turns corrections into a glossary.
func newLearnCommand() *cobra.Command {
	x := learner{options: options{engineOptions: engineOptions{engine: "native"}, readOptions: readOptions{anchors: "keep", site: "github"}}}
	c := &cobra.Command{
		Use:     "learn [flags] OLD NEW",
		Short:   "Make a glossary of what a person corrected in pages",
		Long:    learnHelp,
		Example: "  zhmd learn --source page.md page.zh-TW.old.md page.zh-TW.md\n  zhmd learn -t zh-TW -o words.yaml written/ corrected/",
		Args:    cobra.ExactArgs(2),
		RunE:    func(c *cobra.Command, args []string) error { return x.run(c, args[0], args[1]) },
	}
	f := c.Flags()
	f.SortFlags = false
	f.StringSliceVarP(&x.to, "to", "t", nil, "the `variant` of the pages; by default as their path, "+config.Name+" or their words tell")
	x.addSourceFlags(f)
	f.StringVar(&x.sources, "source", "", "the `file` or folder that OLD was made from")
	f.StringArrayVar(&x.glossary, "glossary", nil, "the `file` of words that you have; may be repeated")
	f.StringVarP(&x.dest, "out", "o", "", "write to this `file`: YAML, or lines if it does not end in .yaml")
	f.BoolVar(&x.lines, "lines", false, "write word-tab-value, not YAML")
	f.BoolVar(&x.force, "force", false, "replace the file that is there")
	f.StringVar(&x.syntax, "syntax", "", "markup to read or not beside Markdown, `list` as for zhmd")
	f.StringSliceVar(&x.keys, "keys", pipeline.FrontMatterKeys, "the `keys` of front matter whose values are converted")
	f.BoolVar(&x.noConfig, "no-config", false, "look for no "+config.Name)
	f.BoolVarP(&x.quiet, "quiet", "q", false, "no summary")
	return c
}

func (x *learner) run(c *cobra.Command, old, new string) error {
	x.say = ui{c.ErrOrStderr()}
	if err := x.free(); err != nil {
		return err
	}
	said := c.Flags().Changed("to")
	if _, err := x.configure(c.Flags(), []string{new}); err != nil {
		return err
	}
	pages, err := x.pages(old, new)
	if err != nil {
		return err
	}
	target, why, err := x.target(said, new, pages)
	if err != nil {
		return err
	}
	result, err := x.learn(target, pages)
	if err != nil {
		return err
	}
	if err := x.write(c, result, x.note(target, why, pages)); err != nil {
		return err
	}
	x.tell(result)
	if x.failed > 0 {
		return errReported
	}
	return nil
}

// learn learns with engines as the flags make them.
func (x *learner) learn(target convert.Variant, pages []learn.Page) (*learn.Result, error) {
	from, err := x.source()
	if err != nil {
		return nil, err
	}
	known, err := x.words()
	if err != nil {
		return nil, err
	}
	return learn.Learn(pages, learn.Options{Target: target, From: from, Known: known, Engine: func(words []convert.Word) (*convert.Engine, error) {
		engine, err := x.newEngine(target, convert.Glossary(words))
		if err != nil {
			return nil, err
		}
		return engine.(*convert.Engine), nil
	}})
}

// tell tells what was learnt.
func (x *learner) tell(r *learn.Result) {
	if x.quiet {
		return
	}
	for _, name := range r.Strayed {
		x.say.line("warning", name+": is not all what its source becomes; what differs is not learnt from, or it is converted back")
	}
	if r.Rewritten+r.Reworded > 0 {
		x.say.line("skipped", fmt.Sprintf("%d sentences that were written anew, %d changes that are of no word", r.Rewritten, r.Reworded))
	}
	text := fmt.Sprintf("learnt %d words from %d corrections; %d could not be learnt", len(r.Entries), r.Corrections, r.Corrections-r.Learnt)
	if r.Damaged > 0 {
		text += fmt.Sprintf(", and %d places change that were left alone", r.Damaged)
	}
	x.say.line("done", text)
}
