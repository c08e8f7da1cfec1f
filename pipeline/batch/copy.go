package batch

import (
	"bytes"

	"zhmd/pipeline/batch/state"
)

// copies puts a file that goes along as it is into the places of its versions. Its
// contents are in no report: they are not for a diff.
func (o *Options) copies(task Task, source []byte) []OutputReport {
	var all []OutputReport
	copied := state.Mark{Generated: task.hash, Source: task.hash}
	for _, out := range task.Outputs {
		r := OutputReport{Output: out}
		before, err := readIfThere(out.Path)
		switch {
		case err != nil:
			r.Err = fileError(out.Path, err)
		case before.data != nil && bytes.Equal(before.data, source):
			r.Status = Unchanged
		case before.data != nil && !o.replaces(out.Path, before.data):
			r.Status = Kept
			mark, _ := o.State.Mark(o.State.Rel(out.Path))
			r.Stale = mark.Source != task.hash
			if o.Resolved {
				r.Status = Unchanged
			}
		case o.DryRun:
			r.Status = Changed
		default:
			if err := o.write(&task, out, before, source, copied, false); err != nil {
				r.Err = fileError(out.Path, err)
				break
			}
			r.Status = Changed
		}
		o.mark(&r, copied)
		all = append(all, r)
	}
	return all
}

// replaces tells whether what is in the place of a copy may go: a picture that a person
// has put there for a variant may not.
func (o *Options) replaces(path string, before []byte) bool {
	if o.State == nil || o.Force {
		return true
	}
	mark, marked := o.State.Mark(o.State.Rel(path))
	return marked && mark.Generated == state.Of(before) || !marked && o.Guard
}
