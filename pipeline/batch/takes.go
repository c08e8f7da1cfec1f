package batch

import (
	"path/filepath"
	"slices"

	"zhmd/pipeline/batch/file"
	"zhmd/pipeline/batch/ignore"
)

// Takes reports whether a change of what is at path, in a folder that a walk of root has
// looked into, can change what such a walk finds: it is, or was, a source, a folder or an
// ignore file, and nothing that the walk leaves out. Of a folder that is gone it does not
// know; see [Found.Folders].
func (w Walk) Takes(root, path string) bool {
	name := filepath.Base(path)
	if slices.Contains(IgnoreFiles, name) {
		return !w.Ignored
	}
	isDir := isFolder(path)
	switch {
	case file.IsTemporary(name), w.skips(root, path, isDir):
		return false
	case !isDir && (!w.isSource(root, path) || w.IsOutput != nil && w.IsOutput(root, path) || w.Wrote != nil && w.Wrote(path)):
		return false
	}
	return w.Ignored || !isIgnored(path, isDir)
}

// isIgnored asks the ignore files of a file's folder and of those above. What cannot be
// read ignores nothing.
func isIgnored(path string, isDir bool) bool {
	folder, name := filepath.Split(path)
	stack, err := ignore.For(folder, IgnoreFiles...)
	if err != nil {
		return false
	}
	rules, err := ignore.Read(folder, IgnoreFiles...)
	return err == nil && stack.Enter(".", rules...).Ignored(name, isDir)
}
