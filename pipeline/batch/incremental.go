package batch

import (
	"errors"

	"zhmd/pipeline"
	"zhmd/pipeline/batch/file"
	"zhmd/pipeline/batch/merge"
	"zhmd/pipeline/batch/state"
)

// known notes in a task what an earlier run has seen, if there is nothing to do for it:
// neither the source nor an output has changed since.
func (o *Options) known(task *Task) {
	if o.State == nil || o.Force || o.Guard {
		return
	}
	var outputs []string
	for _, out := range task.Outputs {
		outputs = append(outputs, o.State.Rel(out.Path))
	}
	if seen, ok := o.State.Same(o.State.Rel(task.Source.Path), task.Source.stamp, task.settings(o), outputs); ok {
		task.seen = &seen
	}
}

// report gives the report of a task that there is nothing to do for. Links that were lost
// may lead to something now; that others are lost is noticed when the page has changed.
func (t *Task) report() Report {
	r := Report{Source: t.Source, Bytes: t.seen.Bytes, Warnings: t.seen.Warnings, Links: t.seen.Links}
	for i, out := range t.Outputs {
		seen := t.seen.Outputs[i]
		r.Outputs = append(r.Outputs, OutputReport{Output: out, Status: Unchanged, Warnings: seen.Warnings, Lost: t.lost(func() []pipeline.Destination { return seen.Lost }, out)})
	}
	return r
}

// remembers reports whether the state takes note of what this run does.
func (o *Options) remembers() bool { return o.State != nil && !o.DryRun && !o.Guard }

// keep keeps the text of a source. This comes before any output of it is written: what a
// person has edited is merged by it even if the run does not come to its end.
func (o *Options) keep(h state.Hash, source []byte) error {
	if !o.remembers() {
		return nil
	}
	return o.State.Keep(h, source)
}

// note notes what was found out about a source of which everything is as it should be.
func (o *Options) note(task *Task, r *Report, stamp state.Stamp) {
	if !o.remembers() {
		return
	}
	seen := state.Seen{Settings: task.settings(o), Stamp: stamp, Bytes: r.Bytes, Warnings: r.Warnings, Links: r.Links}
	for _, out := range r.Outputs {
		if out.Err != nil || out.Status == Kept || len(out.Conflicts) > 0 {
			return
		}
		seen.Outputs = append(seen.Outputs, state.SeenOutput{Path: o.State.Rel(out.Path), Warnings: out.Warnings, Lost: out.Lost})
	}
	o.State.Note(o.State.Rel(r.Source.Path), seen)
}

// settle gives what an output is to hold for which a text was made, and before is there:
// nothing that a person has written is lost. Where it cannot tell what that is, or where
// their text and the new one are in conflict, before stays.
func (o *Options) settle(r *OutputReport, task *Task, doc *pipeline.Document, before, made []byte, now state.Mark, target Target) []byte {
	mark, marked := o.State.Mark(o.State.Rel(r.Path))
	switch {
	case before == nil || o.Force || string(before) == string(made) || marked && state.Of(before) == mark.Generated:
		return made
	case !marked && o.Guard:
		return made
	case !marked && o.Resolved: // it is good, and from now on an edited output
		if !o.DryRun {
			_ = o.State.Keep(now.Generated, made)
		}
		return before
	case !marked:
		r.Status = Kept
		return before
	}
	base, ok := o.generated(mark, doc, target, task.version(r.Output))
	if !ok || len(before) == 0 { // a machine that stopped may have left it empty
		if !o.Resolved {
			r.Status, r.Stale = Kept, mark.Source != now.Source
		}
		return before
	}
	merged := merge.Lines(base, before, made)
	if len(merged.Conflicts) > 0 && !o.Resolved {
		r.Conflicts, r.Stale = merged.Conflicts, true
		return before
	}
	if !o.DryRun {
		_ = o.State.Keep(now.Generated, made) // of an edited output: other words may not make it again
	}
	return merged.Text
}

// generated gives the text that a mark is of: what was kept, or what is made again of the
// source's old text. ok is false if neither is it.
func (o *Options) generated(m state.Mark, doc *pipeline.Document, target Target, version []pipeline.VersionOption) (text []byte, ok bool) {
	if text, ok = o.State.Text(m.Generated); ok {
		return text, true
	}
	old := doc.Source()
	if m.Source != state.Of(old) {
		if old, ok = o.State.Text(m.Source); !ok {
			return nil, false
		}
	}
	text = pipeline.Parse(old, doc.Options()...).Convert(target.Converter, version...).Output
	if state.Of(text) != m.Generated {
		return nil, false // with other words
	}
	if !o.DryRun {
		_ = o.State.Keep(m.Generated, text) // else it is made again another time
	}
	return text, true
}

// mark notes what was made for an output, unless something about it is open.
func (o *Options) mark(r *OutputReport, m state.Mark) {
	if o.State == nil || o.DryRun || r.inPlace || r.Err != nil || r.Status == Kept || len(r.Conflicts) > 0 {
		return
	}
	if rel := o.State.Rel(r.Path); o.marks(rel) {
		o.State.SetMark(rel, m)
	}
}

// markOf returns the mark of what was made of a task's source.
func (o *Options) markOf(task *Task, made []byte) state.Mark {
	if o.State == nil {
		return state.Mark{}
	}
	return state.Mark{Generated: state.Of(made), Source: task.hash}
}

// marks reports whether an output has a mark or gets one.
func (o *Options) marks(rel string) bool {
	_, marked := o.State.Mark(rel)
	return marked || !o.Guard
}

// write replaces an output, unless somebody has written to it since before was read.
// m is its mark then, and sync is for what cannot be made again.
func (o *Options) write(task *Task, out Output, before content, after []byte, m state.Mark, sync bool) error {
	if o.State != nil && !out.inPlace && o.marks(o.State.Rel(out.Path)) {
		if err := o.State.Writing(o.State.Rel(out.Path), before.hash(), state.Of(after), m); err != nil {
			return err
		}
	}
	check := func() error { return before.unchanged(out.Path) }
	return out.replace(after, task.Source.Path, file.Replacement{Sync: sync, Check: check})
}

var errUnsteady = errors.New("changes while it is read; convert it again when it is complete")

// readSteady reads a file that stays as it is meanwhile, and gives what it looks like.
func readSteady(path string) ([]byte, state.Stamp, error) {
	for range 3 {
		before, err := state.StampOf(path)
		if err != nil {
			return nil, before, err
		}
		data, err := file.Read(path, 0)
		if err != nil {
			return nil, before, err
		}
		if after, err := state.StampOf(path); err == nil && after == before && int64(len(data)) == after.Size {
			return data, before, nil
		}
	}
	return nil, state.Stamp{}, errUnsteady
}
