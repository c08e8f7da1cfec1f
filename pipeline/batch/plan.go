package batch

import (
	"fmt"
	"path/filepath"

	"zhmd/convert"
)

// A Task is a source and where its versions go.
type Task struct {
	Source  Source
	Outputs []Output
}

// An Output is the place of one version.
type Output struct {
	Target  int // the index of the target in the run's options
	Path    string
	inPlace bool // it is the source
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
// folder that the template names, which links can bring about.
func Plan(sources []Source, t *Template, variants []convert.Variant) ([]Task, error) {
	p := planner{template: t, inputs: map[string]bool{}, taken: map[string]string{}}
	for _, s := range sources {
		p.inputs[resolved(s.Path)] = true
	}
	var tasks []Task
	for _, s := range sources {
		task := Task{Source: s}
		for i, v := range variants {
			out := Output{Target: i, Path: t.Path(s, v)}
			if err := p.check(s, out); err != nil {
				return nil, err
			}
			task.Outputs = append(task.Outputs, out)
		}
		tasks = append(tasks, task)
	}
	return tasks, nil
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
			tasks = append(tasks, Task{s, []Output{{Path: path, inPlace: true}}})
		}
	}
	return tasks
}

type planner struct {
	template *Template
	inputs   map[string]bool   // by resolved path
	taken    map[string]string // outputs by resolved path, with their source
}

func (p *planner) check(s Source, out Output) error {
	path := resolved(out.Path)
	refuse := func(reason, hint string) error { return &RefusalError{s.Path, out.Path, reason, hint} }
	switch other, taken := p.taken[path]; {
	case p.inputs[path]:
		return refuse("is an input", "put the outputs into a folder of their own, such as -o 'out/{variant}/{path}', or use -w")
	case taken && other == s.Path:
		return refuse("is the same for two targets", "put {variant} into the template")
	case taken:
		return refuse("is the output of "+other+" too", "put {path} into the template")
	case isFolder(out.Path):
		return refuse("is a folder", "end the template in a slash to write into a folder")
	case isSpecial(out.Path):
		return refuse("is not a regular file", "convert one file and redirect standard output")
	case !inside(filepath.Clean(p.template.folder(s)), out.Path):
		return refuse("lies outside of "+p.template.folder(s), "use {path} in place of {dir}")
	case !contains(p.template.folder(s), out.Path):
		return refuse("lies outside of "+p.template.folder(s), "a folder on the way is a link; name the folder that it leads to")
	}
	p.taken[path] = s.Path
	return nil
}

// inside tells whether path lies in folder by its name.
func inside(folder, path string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && filepath.IsLocal(rel)
}

// contains tells whether path lies in folder when links are followed. A link
// that is the output itself counts as its place: writing replaces it.
func contains(folder, path string) bool {
	return inside(resolved(folder), filepath.Join(resolved(filepath.Dir(path)), filepath.Base(path)))
}
