package batch

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"zhmd/convert"
	"zhmd/pipeline"
	"zhmd/pipeline/batch/state"
)

// A LinkMode says what is done about relative links in outputs that lie elsewhere than
// their sources.
type LinkMode uint8

// The modes.
const (
	KeepLinks   LinkMode = iota // leave them as they are, and tell of those that lead to nothing
	RebaseLinks                 // write them so that they lead to the target's version, or to the target
)

// A linkMap knows where the relative links of a run's documents lead. Paths are absolute,
// in the system's form; where folders are links, .. leads where their names say, as it does
// in the addresses of a site.
type linkMap struct {
	mode  LinkMode
	here  string // the current folder
	set   string // tells the set of sources from others, with RebaseLinks
	files sync.Map

	// places are found when they are first asked for, which an unchanged site does not.
	places func() places
}

// places are where sources and their versions are.
type places struct {
	versions map[string][]string // of a source by target, "" for none
	outputs  map[string]bool
}

// newLinkMap makes what the links of sources need; nil if there is no current folder.
func (o *Options) newLinkMap(sources []Source, t *Template, variants []convert.Variant) *linkMap {
	here, err := os.Getwd()
	if err != nil {
		return nil
	}
	m := &linkMap{mode: o.Links, here: here}
	m.places = sync.OnceValue(func() places {
		p := places{map[string][]string{}, map[string]bool{}}
		for _, s := range slices.Concat(sources, o.Beside) {
			p.add(m.abs(s.Path), o.versions(m, s, t, variants))
		}
		return p
	})
	if o.Links == RebaseLinks && o.State != nil {
		m.set = o.setOf(m, slices.Concat(sources, o.Beside), t, variants)
	}
	return m
}

// versions gives the paths of a source's versions: a run writes them, or a person has.
func (o *Options) versions(m *linkMap, s Source, t *Template, variants []convert.Variant) []string {
	all := make([]string, len(variants))
	for i, v := range variants {
		if path := t.Path(s, v); o.Kept == nil || !o.Kept(path) || m.isFile(m.abs(path)) {
			all[i] = m.abs(path)
		}
	}
	return all
}

func (p *places) add(source string, versions []string) {
	p.versions[source] = versions
	for _, path := range versions {
		p.outputs[path] = true
	}
	delete(p.outputs, "")
}

// setOf tells a set of sources, and of versions that a person keeps, from others. A page
// that is added or removed may change what links in any other become, so that all are read
// again. What is no page is not in it: that an image which a link leads to has come or gone
// is noticed when its page, or the set, has changed; with --force at once.
func (o *Options) setOf(m *linkMap, sources []Source, t *Template, variants []convert.Variant) string {
	var all []string
	for _, source := range sources {
		all = append(all, o.State.Rel(source.Path)+"\x00"+source.Below)
		for _, v := range variants {
			if path := t.Path(source, v); o.Kept != nil && o.Kept(path) && m.isFile(m.abs(path)) {
				all = append(all, path)
			}
		}
	}
	slices.Sort(all)
	return string(state.Of([]byte(strings.Join(slices.Compact(all), "\n"))))
}

func (m *linkMap) abs(path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(m.here, path)
}

// target gives where a destination in a file leads; "" for a folder.
func (m *linkMap) target(file, path string) string {
	if strings.HasSuffix(path, "/") {
		return ""
	}
	return filepath.Join(filepath.Dir(m.abs(file)), filepath.FromSlash(path))
}

// isFile tells whether there is a regular file. No path is looked at twice in a run.
func (m *linkMap) isFile(path string) bool {
	if is, ok := m.files.Load(path); ok {
		return is.(bool)
	}
	info, err := os.Stat(path)
	is := err == nil && info.Mode().IsRegular()
	m.files.Store(path, is)
	return is
}

// leads tells whether a path is that of a file, or of an output that will be there.
func (m *linkMap) leads(path string) bool {
	return path != "" && (m.places().outputs[path] || m.places().versions[path] != nil || m.isFile(path))
}

// replace gives what a relative path in a source becomes in an output: the one to the
// target's version, if the target is a source that has one, else to the target. It is false
// where a path leads to no file.
func (m *linkMap) replace(s Source, out Output) func(path string) (string, bool) {
	folder := filepath.Dir(m.abs(out.Path))
	return func(path string) (string, bool) {
		target := m.target(s.Path, path)
		if !m.leads(target) {
			return "", false
		}
		if versions := m.places().versions[target]; versions != nil && versions[out.Target] != "" {
			target = versions[out.Target]
		}
		rel, err := filepath.Rel(folder, target)
		return filepath.ToSlash(rel), err == nil
	}
}

// lost gives those destinations in a source that lead to a file, and to nothing from where
// an output is.
func (m *linkMap) lost(all []pipeline.Destination, s Source, out Output) []pipeline.Destination {
	var lost []pipeline.Destination
	for _, d := range all {
		if from := m.target(out.Path, d.Path); from != "" && !m.leads(from) && m.leads(m.target(s.Path, d.Path)) {
			lost = append(lost, d)
		}
	}
	return lost
}
