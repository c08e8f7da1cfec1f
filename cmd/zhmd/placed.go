package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"

	"zhmd/cmd/zhmd/internal/report"
	"zhmd/convert"
	"zhmd/pipeline/batch"
)

// template gives where the outputs go; nil if nothing says so.
func (o *options) template() (t *batch.Template, err error) {
	switch {
	case o.layout != "":
		if t, err = batch.ParseLayout(o.layout); err != nil {
			return nil, &hintError{fmt.Errorf("--layout: %w", err), didYouMean(o.layout, batch.Layouts())}
		}
	case o.out != "":
		if t, err = batch.ParseTemplate(o.out); err != nil {
			return nil, fmt.Errorf("-o: %w", err)
		}
	default:
		return nil, nil
	}
	if o.file == nil {
		return t, nil
	}
	if o.placedThere && !o.file.OfUser() {
		t = t.In(filepath.ToSlash(o.file.Dir())).Within(o.file.Top())
	}
	names, err := o.spellings()
	return t.Spelt(names), err
}

// spellings gives how variants are spelt in paths.
func (o *options) spellings() (map[convert.Variant]string, error) {
	all := map[convert.Variant]string{}
	for _, tag := range slices.Sorted(maps.Keys(o.file.Variants)) {
		name := o.file.Variants[tag]
		v, err := convert.ParseVariant(tag)
		if err != nil {
			return nil, o.file.Error("variants."+tag, err)
		}
		if name == "" || name != filepath.Base(name) || name == ".." || name == "." {
			return nil, o.file.Error("variants."+tag, fmt.Errorf("%q cannot be in a path", name))
		}
		if _, twice := all[v]; twice {
			return nil, o.file.Error("variants."+tag, fmt.Errorf("%v is spelt above already", v))
		}
		all[v] = name
	}
	return all, nil
}

// rooted gives sources that were named themselves, or in another folder than one of the
// configuration's, their paths below that, from wherever they were named; below the
// configuration's own folder what lies in none.
func (o *options) rooted(sources []batch.Source) []batch.Source {
	if o.file == nil || o.file.OfUser() || !o.placedThere {
		return sources
	}
	roots := append([]string{o.file.Dir()}, o.below(o.file.Sources)...)
	for i, s := range sources {
		if o.whole && !s.Named {
			continue
		}
		for _, root := range roots {
			if below, ok := pathBelow(root, s.Path); ok {
				sources[i].Below = below
			}
		}
	}
	return sources
}

// withoutFarLinks leaves out links in the folders of a site that lead to files outside of
// what its configuration may name: in its outputs others would read these.
func (j *job) withoutFarLinks(sources []batch.Source) []batch.Source {
	if !j.placedThere || j.file.OfUser() {
		return sources
	}
	top, err := filepath.EvalSymlinks(j.file.Top())
	if err != nil {
		return sources
	}
	return slices.DeleteFunc(sources, func(s batch.Source) bool {
		if !s.Link {
			return false
		}
		real, err := filepath.EvalSymlinks(absolute(s.Path))
		if err != nil || isBelow(top, real) {
			return false
		}
		j.about("skipped", "far-link", report.Warning, s.Path, 0, " leads out of "+j.file.Top()+"; name it on the command line to convert it")
		return true
	})
}

// keeps tells whether an output is one that the configuration keeps by hand.
func (j *job) keeps(path string) bool {
	if j.file == nil || len(j.file.Keep) == 0 {
		return false
	}
	rel, ok := pathBelow(j.file.Dir(), path)
	return ok && slices.ContainsFunc(j.file.Keep, func(pattern string) bool { return fits(pattern, rel) })
}

// pathBelow gives the path below a folder of what lies in it, with slashes.
func pathBelow(folder, path string) (string, bool) {
	folder, err := filepath.Abs(folder)
	if err != nil || !isFolder(folder) {
		return "", false
	}
	path, err = filepath.Abs(path)
	if err != nil {
		return "", false
	}
	rel, err := filepath.Rel(folder, path)
	return filepath.ToSlash(rel), err == nil && filepath.IsLocal(rel) && rel != "."
}
