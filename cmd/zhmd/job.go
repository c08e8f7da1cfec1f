package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"zhmd/cmd/zhmd/internal/report"
	"zhmd/convert"
	"zhmd/pipeline"
	"zhmd/pipeline/batch"
)

// A job is a command line that was understood.
type job struct {
	*options
	targets []batch.Target
	read    reading
	mode    batch.LinkMode
	say     ui
	stdout  io.Writer
	machine report.Writer // nil for lines
	toldErr error         // why it could not be written

	written, unchanged, different, failed, keptByHand int            // outputs
	warned                                            int            // warnings
	lost                                              int            // links
	linking                                           []batch.Report // with links to other documents
	among                                             []string       // outputs of earlier runs among the sources
}

// filter converts standard input.
func (j *job) filter(in io.Reader) error {
	if s, ok := j.streams(""); ok {
		return j.stream(s, "standard input", in)
	}
	source, err := io.ReadAll(in)
	if err != nil {
		return fmt.Errorf("standard input: %w", err)
	}
	return j.one("standard input", source, "")
}

// show writes the version of one file to standard output.
func (j *job) show(path string) error {
	if s, ok := j.streams(path); ok {
		f, err := os.Open(path)
		if err != nil {
			return &batch.FileError{Path: path, Err: errors.Unwrap(err)}
		}
		defer f.Close()
		return j.stream(s, path, f)
	}
	source, err := os.ReadFile(path)
	if err != nil {
		return &batch.FileError{Path: path, Err: errors.Unwrap(err)}
	}
	return j.one(path, source, path)
}

// one converts a document, read as the file path.
func (j *job) one(name string, source []byte, path string) error {
	doc := pipeline.Parse(source, j.read(path)...)
	targets, err := j.targetsFor(batch.Source{Path: path}, doc)
	if err != nil {
		return &batch.FileError{Path: name, Err: err}
	}
	result := doc.Convert(targets[0].Converter)
	j.warn(name, doc.Warnings())
	j.warn(name, result.Warnings)
	if !j.dry() {
		if _, err := j.stdout.Write(result.Output); err != nil {
			return err
		}
		return j.verdict()
	}
	if !bytes.Equal(source, result.Output) {
		if err := j.differs(name, source, result.Output); err != nil {
			return err
		}
	}
	return j.verdict()
}

// manyFiles is how much memory a run takes before it collects garbage sooner: what is
// known of each file grows with their number, what is in work does not.
const manyFiles = 200 << 20

// many converts files and folders.
func (j *job) many(ctx context.Context, args []string) error {
	debug.SetMemoryLimit(manyFiles)
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // the second signal ends the program at once
	opts := batch.Options{Targets: j.targets, TargetsOf: j.targetsOf(), Read: j.read, DryRun: j.dry(), Keep: j.diff, Jobs: j.jobs, Kept: j.keeps, Links: j.mode}
	if err := j.remembers(ctx, &opts); err != nil {
		return err
	}
	if opts.State != nil {
		defer opts.State.Close()
	}
	tasks, err := j.plan(args, &opts)
	if err != nil {
		return err
	}
	var sayErr error
	bar := j.progress(tasks)
	err = batch.Run(ctx, tasks, opts, func(r batch.Report) {
		sayErr = errors.Join(sayErr, j.report(r))
		bar.step(r.Source.Size)
	})
	bar.clear()
	if err == nil {
		j.leftOver(opts.State, tasks)
	}
	if opts.State != nil && !j.dry() {
		sayErr = errors.Join(sayErr, opts.State.Save())
	}
	switch {
	case err != nil && ctx.Err() != nil:
		return errInterrupted
	case err != nil:
		return errors.Join(err, sayErr)
	case sayErr != nil:
		return sayErr
	}
	j.lostLinks()
	j.checkLinks(tasks, opts)
	j.summary(len(tasks))
	return j.verdict()
}

func (j *job) plan(args []string, opts *batch.Options) ([]batch.Task, error) {
	template, err := j.template()
	if err != nil {
		return nil, err
	}
	if template == nil {
		sources, err := j.find(args, j.walk(nil, nil))
		return batch.PlanInPlace(sources), err
	}
	if name := template.Among(args); name != "" {
		return nil, refuse("put {variant} into the template, or write elsewhere, or name what is to be converted",
			"-o: the outputs would lie in %s among the sources, and a later run could not tell them apart", name)
	}
	walk := j.walk(template.Outputs(), opts.State)
	sources, err := j.find(args, walk)
	sources = j.withoutFarLinks(sources)
	j.tracked.walked(args, walk, sources)
	if errors.Is(err, errNothing) && j.whole && j.placedThere && opts.State != nil && opts.State.Any() {
		err = nil // all that is left are the outputs
	}
	if err != nil {
		return nil, err
	}
	opts.Beside = j.beside(template, opts.State)
	var variants []convert.Variant
	for _, t := range j.targets {
		variants = append(variants, t.Variant)
	}
	return opts.Plan(j.rooted(sources), template, variants)
}

var errNothing = errors.New("no .md, .markdown, .mdx, .qmd, .Rmd or .txt file to convert")

// find finds the sources and reports what could not be looked at.
func (j *job) find(args []string, walk batch.Walk) ([]batch.Source, error) {
	found, err := walk.Find(args...)
	if err != nil {
		return nil, err
	}
	j.among = found.Written
	j.tracked.lookedInto(found.Folders)
	for _, err := range found.Failed {
		j.fail(err)
	}
	if n := len(found.Skipped); n > 0 && !j.quiet {
		j.say.line("skipped", fmt.Sprintf("%d files that look like outputs of an earlier run, %s first", n, found.Skipped[0]))
	}
	if len(found.Sources) == 0 && len(found.Failed) == 0 {
		return nil, refuse("name the files themselves to convert whatever they are called", "%w in %s", errNothing, strings.Join(args, ", "))
	}
	return found.Sources, nil
}
