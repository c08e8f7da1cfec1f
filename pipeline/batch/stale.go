package batch

import (
	"os"
	"path"
	"strings"

	"zhmd/pipeline"
	"zhmd/pipeline/batch/file"
	"zhmd/pipeline/batch/state"
)

// A Stale is an output of a source that is not there any more.
type Stale struct {
	Path    string
	Among   bool  // it lies among the sources and could not be made again: it may be one
	Edited  bool  // a person has written in it since, and it is not removed
	Foreign bool  // it is not removed, for it is not where or what an output of the site is
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

// A Pruning says what [Prune] does.
type Pruning struct {
	Among  []string               // outputs of earlier runs among the sources, see [Found.Written]
	Kept   func(path string) bool // outputs that are kept by hand; nil for none
	Copy   func(path string) bool // files that go along with the pages; nil for none
	Remove bool
}

// Prune lists the outputs that earlier runs have made, that are still there and that
// tasks do not name; tasks have to be all that a site has. Sources, and what is kept, are
// none of them. With Remove it removes those that nobody has edited, and folders that are
// empty then; of those among the sources only what was made from a source that is there.
// It removes nothing outside of the site's folder, whatever links there are, nothing in
// .git, and nothing that is called neither as a page is nor as a copy.
func Prune(s *state.Store, tasks []Task, p Pruning) []Stale {
	r, named, planned, folded := newResolver(), map[string]bool{}, map[string]bool{}, map[string]string{}
	for _, task := range tasks {
		named[r.file(task.Source.Path)] = true
		for _, out := range task.Outputs {
			planned[s.Rel(out.Path)], named[r.file(out.Path)] = true, true
			folded[strings.ToLower(s.Rel(out.Path))] = out.Path
		}
	}
	from, isAmong := sourcesOf(s, tasks), map[string]bool{}
	for _, path := range p.Among {
		isAmong[s.Rel(path)] = true
	}
	var all []Stale
	for _, rel := range s.Stale(planned) {
		path := s.Path(rel)
		if named[r.file(path)] || p.Kept != nil && p.Kept(path) || isSameFile(path, folded[strings.ToLower(rel)]) {
			continue
		}
		mark, _ := s.Mark(rel)
		stale := Stale{Path: path, Among: isAmong[rel] && !from[mark.Source], Foreign: p.isForeign(path, r.file(path), r.folder(s.Path(".")))}
		if p.removes(s, rel, &stale) {
			all = append(all, stale)
		}
	}
	return all
}

// isSameFile reports whether two paths lead to one file, as a.md and A.md do on some
// systems.
func isSameFile(a, b string) bool {
	if b == "" {
		return false
	}
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}

// isForeign reports whether a mark is of a file that no run of the site would write. real
// is where links lead from path.
func (p *Pruning) isForeign(path, real, site string) bool {
	_, isPage := pipeline.FormatOf(path)
	return !inside(site, real) || inGit(real, site) || !isPage && (p.Copy == nil || !p.Copy(path))
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

// removes finds out about an output that tasks do not name, and removes it where that may
// be. It reports whether it is there, or was.
func (p *Pruning) removes(s *state.Store, rel string, stale *Stale) bool {
	remove := p.Remove && !stale.Among && !stale.Foreign
	info, err := os.Stat(stale.Path)
	if err != nil || !info.Mode().IsRegular() {
		if remove {
			s.Drop(rel)
		}
		return false
	}
	data, err := file.Read(stale.Path, 0)
	mark, _ := s.Mark(rel)
	switch {
	case err != nil:
		stale.Err = fileError(stale.Path, err)
	case state.Of(data) != mark.Generated:
		stale.Edited = true
	case remove:
		if err := removeIn(s.Path("."), rel); err != nil {
			stale.Err = fileError(stale.Path, err)
			break
		}
		stale.Removed = true
		s.Drop(rel)
	}
	return true
}

// removeIn removes a file in a folder, out of which no link may lead, and the folders that
// are empty then.
func removeIn(top, rel string) error {
	root, err := os.OpenRoot(top)
	if err != nil {
		return err
	}
	defer root.Close()
	if err := root.Remove(rel); err != nil {
		return err
	}
	for folder := path.Dir(rel); folder != "."; folder = path.Dir(folder) {
		// A folder that is a link can be removed whatever is in it.
		if info, err := root.Lstat(folder); err != nil || !info.IsDir() || root.Remove(folder) != nil {
			break
		}
	}
	return nil
}
