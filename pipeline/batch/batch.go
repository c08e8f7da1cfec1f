// Package batch converts many documents: it finds the files, plans where each
// version goes, converts in parallel and writes each output whole or not at
// all.
//
// The steps are [Walk.Find], which walks files and folders; [Plan] or [PlanInPlace],
// which say what is written where and refuse what would lose something; and
// [Run], which does it and reports on each file in the order of the plan. To
// convert one document in memory use package zhmd/pipeline.
package batch

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"

	"zhmd/convert"
	"zhmd/pipeline"
	"zhmd/pipeline/batch/merge"
	"zhmd/pipeline/batch/state"
)

// A Target is a variant and what converts to it.
type Target struct {
	Variant   convert.Variant
	Converter convert.Converter
}

// Options say how [Run] works.
type Options struct {
	Targets []Target
	Read    func(path string) []pipeline.Option // how a source is read; nil for [pipeline.Named]
	// TargetsOf gives what converts a source, for the variants of Targets in their order;
	// nil for Targets. It is called from several goroutines.
	TargetsOf func(Source, *pipeline.Document) ([]Target, error)
	DryRun    bool // compare, write nothing
	Links     LinkMode
	// Beside are sources that are not converted now, and whose versions links lead to all
	// the same, for RebaseLinks: those of a site of which some pages are converted.
	Beside []Source
	// State is what earlier runs have left at a site; nil for none. With it what has not
	// changed is not read again, and what a person has written is not overwritten.
	State    *state.Store
	Guard    bool                   // State is of other outputs: it protects those that it knows, and takes up none
	Settings string                 // all that outputs depend on beside their sources, for State
	Whole    bool                   // all sources of the site are converted
	Kept     func(path string) bool // outputs that are kept by hand; nil for none
	Force    bool                   // overwrite what a person has written
	Resolved bool                   // take conflicts for settled by what is there
	Keep     bool                   // keep the contents in the reports, for a diff
	Jobs     int                    // files at once; 0 for one per core
}

func (o *Options) read(path string) []pipeline.Option {
	if o.Read == nil {
		return []pipeline.Option{pipeline.Named(path)}
	}
	return o.Read(path)
}

// A Status says what became of an output.
type Status uint8

const (
	Failed    Status = iota // see the error
	Unchanged               // it was there already as it should be
	Changed                 // it was written, or would have been but for DryRun
	Kept                    // it was left as a person has written it, see Options.State
)

// A Report tells of one source.
type Report struct {
	Source   Source
	Bytes    int
	Warnings []pipeline.Warning // about the source
	Links    []pipeline.Link    // to headings of other documents, for [Links]
	Outputs  []OutputReport     // in the order of the targets
	Err      error              // why the source could not be converted at all, a [FileError]
}

// An OutputReport tells of one version of a source.
type OutputReport struct {
	Output
	Status   Status
	Warnings []pipeline.Warning // about this version
	// Lost are the relative links that lead to a file from the source and to nothing from
	// here, with KeepLinks.
	Lost []pipeline.Destination
	// Conflicts are places that a person has edited and where the source has changed
	// since; what the person has written is there.
	Conflicts []merge.Conflict
	Stale     bool   // it was left as it is, and its source has changed
	Before    []byte // what the output held, with Options.Keep
	After     []byte // what it holds now or would, with Options.Keep
	Err       error  // why it could not be written, a [FileError]
}

// Run does what tasks say. Documents are converted in parallel, each parsed
// once; report is called for each task in their order, from one goroutine at a
// time. A file that fails is reported and does not stop the others. When ctx is
// done no further file is begun, those begun are finished and reported, and
// Run returns ctx's error. A state that cannot be written is an error before any file is
// begun.
func Run(ctx context.Context, tasks []Task, opts Options, report func(Report)) error {
	if opts.Jobs <= 0 {
		opts.Jobs = runtime.GOMAXPROCS(0)
	}
	if opts.State != nil && !opts.DryRun && slices.ContainsFunc(tasks, func(t Task) bool { return t.seen == nil }) {
		if err := opts.State.Begin(); err != nil {
			return err
		}
	}
	q := newQueue(opts.Jobs)
	defer q.wait()
	for _, task := range tasks {
		if err := q.add(ctx, task.weight(len(opts.Targets)), func() func() {
			r := opts.do(task)
			return func() { report(r) }
		}); err != nil {
			return err
		}
	}
	return nil
}

// do converts one source. A fault in a parser must not take the other files
// down, so a panic becomes this file's error.
func (o *Options) do(task Task) (r Report) {
	r.Source = task.Source
	defer func() {
		if fault := recover(); fault != nil {
			r.Err = &FileError{task.Source.Path, fmt.Errorf("internal fault, please report it: %v", fault)}
		}
	}()
	if task.seen != nil {
		return task.report()
	}
	const attempts = 3
	for range attempts {
		if r = o.convert(task); !r.changed() {
			break
		}
	}
	return r
}

// changed reports whether somebody has saved a file meanwhile that was to be replaced.
func (r *Report) changed() bool {
	return slices.ContainsFunc(r.Outputs, func(out OutputReport) bool { return errors.Is(out.Err, errChanged) })
}

// convert reads one source and writes its versions.
func (o *Options) convert(task Task) Report {
	r := Report{Source: task.Source}
	source, stamp, err := readSteady(task.Source.Path)
	if err != nil {
		r.Err = fileError(task.Source.Path, err)
		return r
	}
	if o.State != nil {
		task.hash = state.Of(source)
	}
	if task.Source.AsIs {
		r.Bytes, r.Outputs = len(source), o.copies(task, source)
		o.note(&task, &r, stamp)
		return r
	}
	doc := pipeline.Parse(source, task.reading(o)...)
	r.Bytes, r.Warnings, r.Links = len(source), doc.Warnings(), doc.Links()
	targets, err := o.targets(task.Source, doc)
	if err == nil {
		err = o.keep(task.hash, source)
	}
	if err != nil {
		r.Err = &FileError{task.Source.Path, err}
		return r
	}
	for _, out := range task.Outputs {
		r.Outputs = append(r.Outputs, o.output(doc, &task, content{source, stamp}, out, targets[out.Target]))
	}
	o.note(&task, &r, stamp)
	return r
}

func (o *Options) targets(s Source, doc *pipeline.Document) ([]Target, error) {
	if o.TargetsOf == nil {
		return o.Targets, nil
	}
	return o.TargetsOf(s, doc)
}

func (o *Options) output(doc *pipeline.Document, task *Task, source content, out Output, target Target) OutputReport {
	result := doc.Convert(target.Converter, task.version(out)...)
	r := OutputReport{Output: out, Warnings: result.Warnings, Lost: task.lost(doc.Destinations, out)}
	before, err := source, error(nil)
	if !out.inPlace {
		before, err = readIfThere(out.Path)
	}
	mark := o.markOf(task, result.Output)
	after, edited := result.Output, false
	if err == nil && o.State != nil && !out.inPlace {
		after = o.settle(&r, task, doc, before.data, result.Output, mark, target)
		edited = string(after) != string(result.Output) // what cannot be made again
	}
	if err == nil && o.remembers() && task.rebases() {
		err = o.State.Keep(mark.Generated, result.Output) // with other links it is not made again
	}
	switch {
	case err != nil:
		r.Err = fileError(out.Path, err)
	case r.Status == Kept:
	case before.data != nil && string(before.data) == string(after):
		r.Status = Unchanged
	case o.DryRun:
		r.Status = Changed
	default:
		if err := o.write(task, out, before, after, mark, out.inPlace || edited); err != nil {
			r.Err = fileError(out.Path, err)
		} else {
			r.Status = Changed
		}
	}
	o.mark(&r, mark)
	if o.Keep {
		r.Before, r.After = before.data, after
	}
	return r
}
