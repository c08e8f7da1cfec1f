package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"zhmd/pipeline/batch"
	"zhmd/pipeline/batch/file"
	"zhmd/pipeline/batch/learn"
)

// pages reads the pages: of two folders those that are in both at the same path.
func (x *learner) pages(old, new string) ([]learn.Page, error) {
	read, err := x.reading()
	if err != nil {
		return nil, err
	}
	if !isFolder(old) && !isFolder(new) {
		p, err := readPage(read, old, new, x.sources)
		return []learn.Page{p}, err
	}
	for _, path := range []string{old, new} {
		if !isFolder(path) {
			return nil, refuse("name two files, or two folders", "%s is no folder", path)
		}
	}
	if x.sources != "" && !isFolder(x.sources) {
		return nil, refuse("name the folder that the pages were made from", "%s is no folder", x.sources)
	}
	olds, err := below(old)
	if err != nil {
		return nil, err
	}
	news, err := below(new)
	if err != nil {
		return nil, err
	}
	var pages []learn.Page
	for _, path := range olds {
		if !slices.Contains(news, path) {
			continue
		}
		p, err := readPage(read, filepath.Join(old, path), filepath.Join(new, path), x.sourceOf(path))
		if err != nil {
			x.failed++
			x.say.error(err)
			continue
		}
		pages = append(pages, p)
	}
	x.alone(append(without(olds, news), without(news, olds)...))
	return pages, nil
}

// below gives the paths of the pages below a folder, whatever ignore files say: it was
// named, and outputs are often ignored.
func below(folder string) ([]string, error) {
	found, err := batch.Walk{Ignored: true}.Find(folder)
	if err != nil {
		return nil, err
	}
	var all []string
	for _, s := range found.Sources {
		all = append(all, filepath.FromSlash(s.Below))
	}
	if len(found.Failed) > 0 {
		return nil, found.Failed[0]
	}
	return all, nil
}

// sourceOf gives the source of a page in a folder, "" if there is none.
func (x *learner) sourceOf(path string) string {
	if x.sources == "" {
		return ""
	}
	path = filepath.Join(x.sources, path)
	if _, err := os.Stat(path); err != nil {
		return ""
	}
	return path
}

func without(all, some []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(path string) bool { return slices.Contains(some, path) })
}

func (x *learner) alone(paths []string) {
	if len(paths) > 0 && !x.quiet {
		x.say.line("skipped", fmt.Sprintf("%d pages that are in one folder alone, %s first", len(paths), paths[0]))
	}
}

func readPage(read reading, old, new, source string) (learn.Page, error) {
	var texts [3][]byte
	for i, path := range []string{old, new, source} {
		if path == "" {
			continue
		}
		text, err := file.Read(path, 0)
		if err != nil {
			return learn.Page{}, &batch.FileError{Path: path, Err: errors.Unwrap(err)}
		}
		texts[i] = append([]byte{}, text...) // an empty source is one too
	}
	return learn.Page{Name: new, Options: read(new), Old: texts[0], New: texts[1], Source: texts[2]}, nil
}
