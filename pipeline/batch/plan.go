package batch

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"zhmd/convert"
	"zhmd/pipeline/batch/state"
)

// A Task is a source and where its versions go.
type Task struct {
	Source  Source
	Outputs []Output
	seen    *state.Seen // by an earlier run, if nothing has changed since; else nil
	links   *linkMap    // nil if there is nothing to do about relative links
	hash    state.Hash  // of the source's text, with Options.State
}

// An Output is the place of one version.
type Output struct {
	Target  int // the index of the target in the run's options
	Path    string
	inPlace bool // it is the source
	// real is the path without the links that were on the way when the run was planned, and
	// bounds the folder that may not be left by those that have come since; "" of one that
	// was not planned.
	real, bounds string
}

// weight is about how many bytes a task holds while it is in work: the source
// and its versions.
func (t *Task) weight(targets int) int64 { return t.Source.Size * int64(1+targets) }

// A RefusalError is an output that would destroy something, and so nothing is
// written at all.
type RefusalError struct {
	Source, Output string
	Reason         string
	Hint           string // what to do instead
}

func (e *RefusalError) Error() string {
	return fmt.Sprintf("%s: output %s %s", e.Source, e.Output, e.Reason)
}

// Plan says where each version of each source goes. It fails with a
// [RefusalError] if an output is one of the sources, is the output of another
// source or variant, is there and not a regular file, or lies outside of the
// folder that the template names, which links can bring about. What becomes of tasks that
// there is nothing to do for by o.State is not looked at.
func (o *Options) Plan(sources []Source, t *Template, variants []convert.Variant) ([]Task, error) {
	tasks := o.tasks(sources, t, variants)
	if !slices.ContainsFunc(tasks, func(t Task) bool { return t.seen == nil }) {
		return tasks, nil // each was planned before, and all of them together
	}
	p := planner{template: t, resolver: newResolver(), inputs: map[string]bool{}, taken: map[string]string{}}
	for _, s := range sources {
		p.inputs[p.source(s)] = true
	}
	for _, task := range tasks {
		for i := range task.Outputs {
			if err := p.check(task.Source, &task.Outputs[i], task.seen != nil); err != nil {
				return nil, err
			}
		}
	}
	return tasks, nil
}

// tasks makes the tasks, and finds out which there is nothing to do for.
func (o *Options) tasks(sources []Source, t *Template, variants []convert.Variant) []Task {
	var tasks []Task
	links := o.newLinkMap(sources, t, variants)
	for _, s := range sources {
		tasks = append(tasks, o.task(s, t, variants, links))
	}
	return tasks
}

func (o *Options) task(s Source, t *Template, variants []convert.Variant, links *linkMap) Task {
	task := Task{Source: s}
	for i, v := range variants {
		if out := (Output{Target: i, Path: t.Path(s, v)}); o.Kept == nil || !o.Kept(out.Path) {
			task.Outputs = append(task.Outputs, out)
		}
	}
	if s.wrote && o.State != nil && o.Whole && !o.Guard {
		o.State.Own(s.Path)
	}
	task.linked(links, t.shares)
	o.known(&task)
	return task
}

// PlanInPlace makes each source its own output. Of a link that was named, what
// it leads to is the output and it stays a link. Links that were found in a
// folder are left out: what they lead to may not be the folder's to change.
func PlanInPlace(sources []Source) []Task {
	var tasks []Task
	taken := map[string]bool{}
	for _, s := range sources {
		path := s.Path
		if real, err := filepath.EvalSymlinks(path); err == nil && real != filepath.Clean(path) {
			path = real
		}
		if key := resolved(path); !s.Link && !taken[key] {
			taken[key] = true
			tasks = append(tasks, Task{Source: s, Outputs: []Output{{Path: path, inPlace: true}}})
		}
	}
	return tasks
}

type planner struct {
	template *Template
	*resolver
	inputs map[string]bool   // by resolved path
	taken  map[string]string // outputs by resolved path, with their source
}

// source gives the absolute path of a source without links.
func (p *planner) source(s Source) string {
	if !s.Link && !s.Named {
		return p.file(s.Path)
	}
	real, _ := p.path(s.Path)
	return real
}

// check refuses an output that would destroy something, and notes where others are; one
// that is known is what it was.
func (p *planner) check(s Source, out *Output, known bool) error {
	path, info := p.file(out.Path), fs.FileInfo(nil)
	if !known {
		path, info = p.path(out.Path)
	}
	refuse := func(reason, hint string) error { return &RefusalError{s.Path, out.Path, reason, hint} }
	switch other, taken := p.taken[path]; {
	case p.inputs[path]:
		return refuse("is an input", "put the outputs into a folder of their own, such as -o 'out/{variant}/{path}', or use -w")
	case taken && other == s.Path:
		return refuse("is the same for two targets", "put {variant} into the template")
	case taken:
		return refuse("is the output of "+other+" too", "put {path} into the template")
	case info != nil && info.IsDir():
		return refuse("is a folder", "end the template in a slash to write into a folder")
	case info != nil && !info.Mode().IsRegular():
		return refuse("is not a regular file", "convert one file and redirect standard output")
	case p.template.within != "" && !inside(p.folder(p.template.within), path):
		return refuse("lies outside of "+p.template.within, "a site's configuration names places below its own folder or its work tree alone; name others by -o")
	case p.template.within != "" && inGit(path, p.folder(p.template.within)):
		return refuse("lies in .git", "put it elsewhere: what is there belongs to git alone")
	case !inside(filepath.Clean(p.template.folder(s)), out.Path):
		return refuse("lies outside of "+p.template.folder(s), "use {path} in place of {dir}")
	case !p.contains(p.template.folder(s), out.Path):
		return refuse("lies outside of "+p.template.folder(s), "a folder on the way is a link; name the folder that it leads to")
	}
	p.taken[path] = s.Path
	out.real, out.bounds = p.file(out.Path), p.folder(p.template.bounds(s))
	return nil
}

// inGit reports whether a path has a folder .git below top.
func inGit(path, top string) bool {
	rel, err := filepath.Rel(top, path)
	return err == nil && slices.ContainsFunc(strings.Split(filepath.ToSlash(rel), "/"), func(name string) bool { return strings.EqualFold(name, ".git") })
}

// inside tells whether path lies in folder by its name.
func inside(folder, path string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && filepath.IsLocal(rel)
}

// contains tells whether path lies in folder when links are followed. A link
// that is the output itself counts as its place: writing replaces it.
func (r *resolver) contains(folder, path string) bool {
	return inside(r.folder(folder), filepath.Join(r.folder(filepath.Dir(path)), filepath.Base(path)))
}
