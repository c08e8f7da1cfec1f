package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/bmatcuk/doublestar/v4"

	"zhmd/convert"
	"zhmd/pipeline"
	"zhmd/pipeline/batch"
)

// settings give each source the engines that the configuration says: with the words of
// its folder, and the glossaries that its folder or its front matter names.
type settings struct {
	options  *options
	variants []convert.Variant

	sync.Mutex
	made map[string][]batch.Target // by what they were made with
}

// targetsOf gives what gives each source its targets, nil if all have the same.
func (j *job) targetsOf() func(batch.Source, *pipeline.Document) ([]batch.Target, error) {
	if j.file == nil || len(j.file.Folders)+len(j.file.Glossaries) == 0 {
		return nil
	}
	s := settings{options: j.options, made: map[string][]batch.Target{}}
	for _, t := range j.targets {
		s.variants = append(s.variants, t.Variant)
	}
	return s.of
}

// targetsFor gives those of one source.
func (j *job) targetsFor(source batch.Source, doc *pipeline.Document) ([]batch.Target, error) {
	if of := j.targetsOf(); of != nil {
		return of(source, doc)
	}
	return j.targets, nil
}

// glossaryKey names glossaries in front matter.
const glossaryKey = "zhmd-glossary"

// of gives the targets of a source.
func (s *settings) of(source batch.Source, doc *pipeline.Document) ([]batch.Target, error) {
	o := *s.options
	names := doc.FrontMatter(glossaryKey)
	if rel, ok := pathBelow(o.file.Dir(), source.Path); ok && source.Path != "" {
		names = append(o.inFolder(rel), names...)
	}
	for _, name := range names {
		files, ok := o.file.Glossaries[name]
		if !ok {
			return nil, fmt.Errorf("%s: %s has no glossary %q", glossaryKey, o.file.Path(), name)
		}
		o.glossary = append(slices.Clip(o.glossary), o.below(files)...)
	}
	return s.make(&o)
}

// inFolder takes over what is otherwise for a path below the configuration's folder, and
// gives the names of its glossaries.
func (o *options) inFolder(path string) (names []string) {
	for _, folder := range o.file.Folders {
		if !fits(folder.Path, path) {
			continue
		}
		if folder.Vocabulary != "" && !o.set.vocabulary {
			o.vocabulary = folder.Vocabulary
		}
		if len(folder.Words) > 0 && !o.set.words {
			o.domains = folder.Words
		}
		names = folder.Glossaries
	}
	return names
}

// fits tells whether a pattern fits a path, or a folder above it.
func fits(pattern, path string) bool {
	pattern = strings.TrimSuffix(filepath.ToSlash(pattern), "/")
	for _, p := range []string{pattern, pattern + "/**"} {
		if ok, err := doublestar.Match(p, path); ok && err == nil {
			return true
		}
	}
	return false
}

// make makes the targets once for all sources that want the same.
func (s *settings) make(o *options) ([]batch.Target, error) {
	key := strings.Join(slices.Concat([]string{o.vocabulary}, o.domains, []string{""}, o.glossary), "\x00")
	s.Lock()
	defer s.Unlock()
	if targets, ok := s.made[key]; ok {
		return targets, nil
	}
	targets, err := o.targets(s.variants)
	if err == nil {
		s.made[key] = targets
	}
	return targets, err
}
