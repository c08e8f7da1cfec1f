package batch

import (
	"path/filepath"

	"zhmd/pipeline"
)

// What a task has to do with relative links.

// linked gives a task the map of links, if its links can be concerned: if they are to be
// rebased, or lead elsewhere from an output, in whose folder nothing stands for what is in
// the source's.
func (t *Task) linked(m *linkMap, shares bool) {
	if m != nil && (m.mode == RebaseLinks || !shares && t.moved()) {
		t.links = m
	}
}

// moved tells whether an output is in another folder than the source.
func (t *Task) moved() bool {
	folder := filepath.Dir(t.Source.Path)
	for _, out := range t.Outputs {
		if filepath.Dir(out.Path) != folder {
			return true
		}
	}
	return false
}

// reading gives the options for the source: without links to look at none are gathered.
func (t *Task) reading(o *Options) []pipeline.Option {
	opts := o.read(t.Source.Path)
	if t.links != nil {
		opts = append(opts, pipeline.Destinations())
	}
	return opts
}

// rebases tells whether the links of outputs are others than the source's.
func (t *Task) rebases() bool { return t.links != nil && t.links.mode == RebaseLinks }

// version gives the options for an output.
func (t *Task) version(out Output) []pipeline.VersionOption {
	if !t.rebases() {
		return nil
	}
	return []pipeline.VersionOption{pipeline.Rebase(t.links.replace(t.Source, out))}
}

// lost gives those of a source's destinations that lead to nothing from an output.
func (t *Task) lost(all func() []pipeline.Destination, out Output) []pipeline.Destination {
	if t.links == nil || t.links.mode != KeepLinks {
		return nil
	}
	return t.links.lost(all(), t.Source, out)
}

// settings gives all that the outputs depend on beside their source.
func (t *Task) settings(o *Options) string {
	if t.links == nil {
		return o.Settings
	}
	return o.Settings + t.links.set
}
