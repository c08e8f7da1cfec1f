package main

import (
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"zhmd/convert"
	"zhmd/pipeline"
	"zhmd/pipeline/batch"
)

// valid checks what the configuration says beyond its keys; errors have its place.
func (o *options) valid() error {
	f := o.file
	for i, tag := range f.Targets {
		if _, err := convert.ParseVariant(tag); err != nil {
			return f.Error("targets."+strconv.Itoa(i), err)
		}
	}
	if _, err := convert.ParseVariant(f.From); f.From != "" && f.From != "auto" && err != nil {
		return f.Error("from", err)
	}
	if err := pipeline.CheckSyntax(f.Syntax); f.Syntax != "" && err != nil {
		return f.Error("syntax", err)
	}
	if f.Out != "" && f.Layout != "" {
		return f.Error("out", refuse("a layout is a template; take one", "there is a layout too"))
	}
	if _, err := batch.ParseTemplate(f.Out); f.Out != "" && err != nil {
		return f.Error("out", err)
	}
	for i, pattern := range f.Keep {
		if err := validPattern(pattern); err != nil {
			return f.Error("keep."+strconv.Itoa(i), err)
		}
	}
	if err := o.validPatterns(); err != nil {
		return err
	}
	return o.validFolders()
}

// validSources refuses sources outside of what a site's configuration may name: they are
// converted into outputs that others read.
func (o *options) validSources() error {
	if o.file.OfUser() {
		return nil
	}
	top := o.file.Top()
	realTop, err := filepath.EvalSymlinks(top)
	if err != nil {
		return err
	}
	for i, source := range o.below(o.file.Sources) {
		real, err := filepath.EvalSymlinks(absolute(source))
		if err != nil {
			continue // it is not there, which is said where it is looked for
		}
		if !isBelow(realTop, real) {
			return o.file.Error("sources."+strconv.Itoa(i), refuse("a site's configuration names places below its own folder or its work tree alone; name others on the command line", "%s lies outside of %s", o.file.Sources[i], top))
		}
	}
	return nil
}

func isBelow(folder, path string) bool {
	_, ok := pathFrom(folder, path)
	return ok
}

// maxAlternatives bounds what the braces of a pattern can stand for, all of which are
// tried: {a,b} ten times is 1024.
const maxAlternatives = 1024

// alternatives returns as how many patterns a pattern counts at most, up to a little over
// maxAlternatives. Where braces end is not looked for: with brackets and backslashes that
// is not plain to see.
func alternatives(pattern string) int {
	n := 1
	for _, braces := range strings.Split(pattern, "{")[1:] {
		if n *= 1 + strings.Count(braces, ","); n > maxAlternatives {
			break
		}
	}
	return n
}

// maxPatterns bounds how many patterns all of a configuration count as.
const maxPatterns = 1 << 14

// validPatterns refuses more patterns than that.
func (o *options) validPatterns() error {
	n := 0
	for _, pattern := range o.file.Keep {
		n += alternatives(pattern)
	}
	for _, folder := range o.file.Folders {
		n += alternatives(folder.Path)
	}
	if n > maxPatterns {
		return fmt.Errorf("%s: the patterns of keep and folders stand for more than %d", o.file.Path(), maxPatterns)
	}
	return nil
}

// validPattern refuses a pattern that nothing fits.
func validPattern(pattern string) error {
	switch {
	case !doublestar.ValidatePattern(pattern):
		return fmt.Errorf("the pattern %q is not closed", pattern)
	case alternatives(pattern) > maxAlternatives:
		return fmt.Errorf("the braces of the pattern stand for more than %d patterns", maxAlternatives)
	case pattern != path.Clean(pattern) && pattern != path.Clean(pattern)+"/" || path.IsAbs(pattern):
		return fmt.Errorf("the pattern %q has to be a plain path from the folder of this file", pattern)
	}
	return nil
}

// validGlossaries reads the glossaries that are named: what is wrong with one is said
// before anything is converted.
func (o *options) validGlossaries() error {
	if o.file == nil {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(o.file.Glossaries)) {
		p := *o
		p.glossary = append(slices.Clip(o.glossary), o.below(o.file.Glossaries[name])...)
		if _, err := p.words(); err != nil {
			return err
		}
	}
	return nil
}

// validFolders checks the domains and the glossaries that are named.
func (o *options) validFolders() error {
	if err := o.validDomains("words", o.file.Words); err != nil {
		return err
	}
	for i, folder := range o.file.Folders {
		key := "folders." + strconv.Itoa(i)
		if err := validPattern(folder.Path); err != nil {
			return o.file.Error(key+".path", err)
		}
		if err := o.validDomains(key+".words", folder.Words); err != nil {
			return err
		}
		for j, name := range folder.Glossaries {
			if _, ok := o.file.Glossaries[name]; !ok {
				return o.file.Error(key+".glossaries."+strconv.Itoa(j), refuse("name it under glossaries", "unknown glossary %q", name))
			}
		}
	}
	return nil
}

func (o *options) validDomains(key string, names []string) error {
	for i, name := range names {
		if !slices.Contains(convert.Domains(), name) {
			return o.file.Error(key+"."+strconv.Itoa(i), &hintError{fmt.Errorf("unknown domain %q; zhmd words lists them", name), didYouMean(name, convert.Domains())})
		}
	}
	return nil
}
