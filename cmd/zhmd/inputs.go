package main

import (
	"path/filepath"
	"slices"

	"zhmd/pipeline/batch"
)

// inputs are what a run reads, by absolute paths, so that it can be watched. Nil is told
// nothing.
type inputs struct {
	files   map[string]bool // that are read whatever they are called, and what links lead to from these
	folders []string        // that are walked
	roots   []string        // where the walks began
	walk    batch.Walk
	quiet   bool // a run that writes nothing says nothing
}

func (in *inputs) isQuiet() bool { return in != nil && in.quiet }

// reads notes a file that is read, or a folder.
func (in *inputs) reads(path string) {
	if in == nil {
		return
	}
	path = absolute(path)
	in.files[path] = true
	if real, err := filepath.EvalSymlinks(path); err == nil {
		in.files[real] = true
	}
}

// lookedInto notes folders that were walked.
func (in *inputs) lookedInto(folders []string) {
	if in == nil {
		return
	}
	for _, folder := range folders {
		in.folders = append(in.folders, absolute(folder))
	}
}

// walked notes the walks of the names, and what was found.
func (in *inputs) walked(names []string, walk batch.Walk, sources []batch.Source) {
	if in == nil {
		return
	}
	in.walk = walk
	for _, name := range names {
		in.reads(name) // whether it is there or has to come
		if isFolder(name) {
			in.roots = append(in.roots, absolute(name))
		}
	}
	for _, s := range sources {
		if s.Link {
			in.reads(s.Path)
		}
	}
}

// keep takes over what a run has read before one that failed, and may not have come to
// that.
func (in *inputs) keep(before *inputs) {
	for file := range before.files {
		in.files[file] = true
	}
	if len(in.roots) == 0 {
		in.roots, in.walk, in.folders = before.roots, before.walk, before.folders
	}
}

// concern reports whether a change of what is at path, which is absolute, can change what
// a run makes.
func (in *inputs) concern(path string) bool {
	if slices.Contains(in.folders, path) {
		return true
	}
	for file := range in.files { // of which there are few
		if isBelow(path, file) {
			return true
		}
	}
	for _, root := range in.roots {
		if isBelow(root, path) {
			return in.walk.Takes(root+string(filepath.Separator), path)
		}
	}
	return false
}
