package batch

import (
	"os"
	"path/filepath"

	"zhmd/pipeline/batch/state"
)

// A Stale is an output of a source that is not there any more.
type Stale struct {
	Path    string
	Among   bool  // it lies among the sources and could not be made again: it may be one
	Edited  bool  // a person has written in it since, and it is not removed
	Removed bool  // it was removed
	Err     error // why it could not be, a [FileError]
}

// AllKnown tells whether there is nothing to do for any of the tasks, and no output that
// they do not name.
func AllKnown(s *state.Store, tasks []Task) bool {
	n := 0
	for _, task := range tasks {
		if task.seen == nil {
			return false
		}
		n += len(task.Outputs)
	}
	return s.Lists(n)
}

// Prune lists the outputs that earlier runs have made, that are still there and that
// tasks do not name; tasks have to be all that a site has. Sources, and what kept tells of,
// are none of them. With remove it removes those in the site's folder that nobody has
// edited, and folders that are empty then; of those among the sources, see
// [Found.Written], only what was made from a source that is there.
func Prune(s *state.Store, tasks []Task, among []string, kept func(string) bool, remove bool) []Stale {
	r, named, planned := newResolver(), map[string]bool{}, map[string]bool{}
	for _, task := range tasks {
		named[r.file(task.Source.Path)] = true
		for _, out := range task.Outputs {
			planned[s.Rel(out.Path)], named[r.file(out.Path)] = true, true
		}
	}
	from, isAmong := sourcesOf(s, tasks), map[string]bool{}
	for _, path := range among {
		isAmong[s.Rel(path)] = true
	}
	var all []Stale
	for _, rel := range s.Stale(planned) {
		path := s.Path(rel)
		if named[r.file(path)] || kept != nil && kept(path) {
			continue
		}
		mark, _ := s.Mark(rel)
		is := isAmong[rel] && !from[mark.Source]
		if stale := staleOf(s, rel, remove && !is && filepath.IsLocal(filepath.FromSlash(rel))); stale != nil {
			stale.Among = is
			all = append(all, *stale)
		}
	}
	return all
}

// sourcesOf gives the sources that outputs of tasks were made from.
func sourcesOf(s *state.Store, tasks []Task) map[state.Hash]bool {
	all := map[state.Hash]bool{}
	for _, task := range tasks {
		for _, out := range task.Outputs {
			if mark, ok := s.Mark(s.Rel(out.Path)); ok {
				all[mark.Source] = true
			}
		}
	}
	return all
}

// staleOf deals with one; nil if it is not there.
func staleOf(s *state.Store, rel string, remove bool) *Stale {
	stale := &Stale{Path: s.Path(rel)}
	info, err := os.Stat(stale.Path)
	if err != nil || !info.Mode().IsRegular() {
		if remove {
			s.Drop(rel)
		}
		return nil
	}
	data, err := os.ReadFile(stale.Path)
	mark, _ := s.Mark(rel)
	switch {
	case err != nil:
		stale.Err = fileError(stale.Path, err)
	case state.Of(data) != mark.Generated:
		stale.Edited = true
	case remove:
		if err := os.Remove(stale.Path); err != nil {
			stale.Err = fileError(stale.Path, err)
			break
		}
		stale.Removed = true
		s.Drop(rel)
		removeEmpty(filepath.Dir(stale.Path), s.Path("."))
	}
	return stale
}

// isRealFolder tells whether a path is a folder and no link to one, which can be removed
// whatever is in it.
func isRealFolder(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.IsDir()
}

// removeEmpty removes a folder and those above it, up to another one, that have nothing
// in them.
func removeEmpty(folder, top string) {
	for inside(top, folder) && filepath.Clean(folder) != filepath.Clean(top) && isRealFolder(folder) && os.Remove(folder) == nil {
		folder = filepath.Dir(folder)
	}
}
