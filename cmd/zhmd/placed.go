package main

import (
	"fmt"
	"path/filepath"
	"slices"

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
	if o.placedThere {
		t = t.In(filepath.ToSlash(o.file.Dir()))
	}
	names, err := o.spellings()
	return t.Spelt(names), err
}

// spellings gives how variants are spelt in paths.
func (o *options) spellings() (map[convert.Variant]string, error) {
	all := map[convert.Variant]string{}
	for tag, name := range o.file.Variants {
		v, err := convert.ParseVariant(tag)
		if err != nil {
			return nil, o.file.Error("variants."+tag, err)
		}
		if name == "" || name != filepath.Base(name) || name == ".." || name == "." {
			return nil, o.file.Error("variants."+tag, fmt.Errorf("%q cannot be in a path", name))
		}
		all[v] = name
	}
	return all, nil
}

// rooted gives sources that lie in one of the configuration's their paths below that,
// from wherever they were named.
func (o *options) rooted(sources []batch.Source) []batch.Source {
	if o.file == nil || o.whole {
		return sources
	}
	for i, s := range sources {
		for _, root := range o.below(o.file.Sources) {
			if below, ok := pathBelow(root, s.Path); ok {
				sources[i].Below = below
			}
		}
	}
	return sources
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
