package main

import (
	"errors"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"zhmd/pipeline"
)

// run does what the command line says.
func (o *options) run(c *cobra.Command, args []string) error {
	if err := o.conflicts(); err != nil {
		return err
	}
	variants, err := o.variants()
	if err != nil {
		return err
	}
	if err := o.inputs(args, len(variants)); err != nil {
		return err
	}
	targets, err := o.targets(variants)
	if err != nil {
		return err
	}
	if err := o.validGlossaries(); err != nil {
		return err
	}
	read, err := o.reading()
	if err != nil {
		return err
	}
	mode, err := o.linkMode()
	if err != nil {
		return err
	}
	j := job{options: o, targets: targets, read: read, mode: mode, say: ui{c.ErrOrStderr()}, stdout: c.OutOrStdout()}
	if j.machine, err = o.reporter(j.stdout); err != nil {
		return err
	}
	return j.closed(j.run(c, args))
}

// run converts what the command line names.
func (j *job) run(c *cobra.Command, args []string) error {
	shown := !j.placed() && !j.write && !j.dry()
	switch {
	case j.machine != nil && (shown || isFilter(args) || j.list || j.diff):
		return refuse("use --check, or -o or -w to write files", "--format %s goes to standard output, which has other things to show", j.format)
	case isFilter(args):
		return j.filter(c.InOrStdin())
	case shown:
		return j.show(args[0])
	}
	return j.many(c.Context(), args)
}

// closed ends what is written for machines.
func (j *job) closed(err error) error {
	if j.machine == nil {
		return err
	}
	return errors.Join(err, j.toldErr, j.machine.Close())
}

func isFilter(args []string) bool {
	return len(args) == 0 || len(args) == 1 && args[0] == "-"
}

// dry tells whether the result is to be looked at and not written.
func (o *options) dry() bool { return o.list || o.diff || o.check }

// placed tells whether something says where outputs go. What the configuration says is
// not for one file that is named with its targets.
func (o *options) placed() bool { return o.out != "" || o.layout != "" }

// conflicts refuses flags that do not go together.
func (o *options) conflicts() error {
	switch {
	case o.write && o.placed():
		return refuse("-o and --layout name other files, -w writes the files themselves; take one", "-w and -o exclude each other")
	case o.layout != "" && o.out != "":
		return refuse("a layout is a template; take one", "--layout and -o exclude each other")
	case o.write && o.dry():
		return refuse("look first, then run again with -w alone", "-w excludes -l, -d and --check")
	case o.jobs < 0:
		return refuse("-j 0 takes one per core", "-j %d is less than 0", o.jobs)
	case o.config != "" && (len(o.to) > 0 || o.from != "auto" || o.vocabulary != "auto"):
		return refuse("a configuration says where from and where to, and with which words", "-c excludes -t, -f and --vocabulary")
	case o.engine != "native" && o.engine != "longbridge":
		return refuse("there is native and longbridge", "unknown engine %q", o.engine)
	case o.engine == "longbridge" && (o.config != "" || len(o.glossary) > 0):
		return refuse("leave --engine out", "the engine longbridge knows neither -c nor --glossary")
	case o.as != "" && o.as != "markdown" && o.as != "text":
		return refuse("there is markdown and text", "unknown format %q", o.as)
	}
	return nil
}

// inputs refuses inputs whose outputs would have no place.
func (o *options) inputs(args []string, targets int) error {
	const places = "add -o 'out/{variant}/{path}' to write files, -w to convert in place, or -d to look first"
	placed := o.placed() || o.write || o.dry()
	switch {
	case len(args) > 1 && slices.Contains(args, "-"):
		return refuse("convert standard input by itself", "- goes with no other input")
	case isFilter(args) && o.write:
		return refuse("leave -w out: the result goes to standard output", "-w cannot write standard input")
	case isFilter(args) && o.placed():
		return refuse("leave -o out and redirect standard output", "-o needs a file or a folder to convert")
	case targets > 1 && !o.placed():
		return refuse("add -o 'out/{variant}/{path}', or name one target", "%d targets and no output template", targets)
	case len(args) > 1 && !placed:
		return refuse(places, "%d inputs and no output", len(args))
	case o.as == "" && slices.ContainsFunc(args, isDataFile):
		path := args[slices.IndexFunc(args, isDataFile)]
		return refuse("say how to read it with --as text or --as markdown; keys and paths in it are converted then too", "%s: is data for programs, by its name, and no document", path)
	case len(args) == 1 && !placed && isFolder(args[0]):
		return refuse(places, "%s: is a folder, and no output is named", args[0])
	}
	return nil
}

func isDataFile(path string) bool { return pipeline.IsData(path) && !isFolder(path) }

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
