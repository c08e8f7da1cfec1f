package main

import (
	"path/filepath"
	"strings"

	"zhmd/pipeline/batch"
	"zhmd/pipeline/batch/ignore"
	"zhmd/pipeline/batch/state"
)

// walkOptions are the flags that say what a walk of a folder leaves out.
type walkOptions struct {
	exclude          []string
	hidden, noIgnore bool
}

// walk says what is left out: what flags and the configuration name, as ignore files name
// it, from the folder that was named and from the configuration's.
func (j *job) walk(isOutput func(root, path string) bool, s *state.Store) batch.Walk {
	w := batch.Walk{IsOutput: isOutput, Copy: j.copied(), Hidden: j.hidden, Ignored: j.noIgnore}
	if s != nil {
		w.Wrote = s.Wrote
	}
	named, site, dir := rulesOf(j.exclude), (*ignore.Stack)(nil), ""
	if j.file != nil && len(j.file.Ignore) > 0 {
		site, dir = rulesOf(j.file.Ignore), absolute(j.file.Dir())
	}
	if site == nil && len(j.exclude) == 0 {
		return w
	}
	w.Exclude = func(root, path string, isFolder bool) bool {
		return leavesOut(named, root, path, isFolder) || site != nil && leavesOut(site, dir, absolute(path), isFolder)
	}
	return w
}

// copied says which files go along with the pages as they are, if those go anywhere.
func (j *job) copied() func(root, path string) bool {
	if j.file == nil || len(j.file.Copy) == 0 || !j.placed() {
		return nil
	}
	rules, dir := rulesOf(j.file.Copy), absolute(j.file.Dir())
	return func(_, path string) bool { return leavesOut(rules, dir, absolute(path), false) }
}

// leavesOut tells whether rules from a folder leave out what is at a path.
func leavesOut(rules *ignore.Stack, folder, path string, isFolder bool) bool {
	below, ok := pathFrom(folder, path)
	return ok && rules.Ignored(below, isFolder)
}

func rulesOf(patterns []string) *ignore.Stack {
	return new(ignore.Stack).Enter("", ignore.Parse([]byte(strings.Join(patterns, "\n"))))
}

// pathFrom gives the path from a folder, with slashes, of what lies in it.
func pathFrom(folder, path string) (string, bool) {
	rel, err := filepath.Rel(folder, path)
	return filepath.ToSlash(rel), err == nil && filepath.IsLocal(rel)
}

// absolute gives a path from the root, as it is where there is no current folder.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}
