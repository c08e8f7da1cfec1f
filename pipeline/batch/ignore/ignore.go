// Package ignore decides which files a walk leaves out, by ignore files as git
// has them: a .gitignore, or a file of another name in the same syntax, holds
// patterns for the folder that it lies in and for all folders below.
//
// A walk begins with the [Stack] that [For] gives for its root. In each folder,
// the root too, it calls [Read] and [Stack.Enter], and before it takes a file or
// goes into a folder it asks [Stack.Ignored].
//
// The patterns are those of gitignore(5), read as git 2.52 reads them; an older
// one takes a**/b for a/**/b. Left out of what git does are the user's own file
// (core.excludesFile), disks that take A for a (core.ignoreCase), and the index,
// so that a file that is tracked and matches a pattern is ignored. A work tree
// inside of another is a folder like any other.
package ignore

import (
	"slices"
	"strings"
)

// A Stack holds the rules that count in a folder: those of its own ignore files
// and of the folders above. It is not changed once it is made, so many may use it
// at a time. Nil and the zero Stack have no rules.
type Stack struct {
	start  string  // where the walk's root lies in the work tree: "" or "a/b/"
	levels []level // the later wins
}

type level struct {
	dir   string // the folder that the rules lie in, from the work tree: "" or "a/b/"
	rules *Rules
}

// Enter gives the stack for a folder below the one s is for: with the rules of
// the folder's own ignore files, of which the later wins. The path dir is
// relative to the walk's root and has slashes; the root is "" or ".".
//
// Rules of folders that dir does not lie in are dropped, so that a walk in
// lexical order needs one variable only, for which each folder it comes to is
// entered.
func (s *Stack) Enter(dir string, rules ...*Rules) *Stack {
	if s == nil {
		s = &Stack{}
	}
	dir = s.start + folder(dir)
	levels := s.levels
	for len(levels) > 0 && !strings.HasPrefix(dir, levels[len(levels)-1].dir) {
		levels = levels[:len(levels)-1]
	}
	levels = slices.Clip(levels)
	for _, r := range rules {
		if r != nil && len(r.patterns) > 0 {
			levels = append(levels, level{dir, r})
		}
	}
	return &Stack{s.start, levels}
}

// folder is the path of a folder with a slash behind it, unless it is the root.
func folder(dir string) string {
	if dir == "" || dir == "." {
		return ""
	}
	return strings.TrimSuffix(dir, "/") + "/"
}

// Ignored tells whether a walk leaves out a file, or the folder and all that is
// below it. The path is relative to the walk's root and has slashes; the root
// itself is never ignored. Rules of folders that the path does not lie in do not
// count.
//
// It does not ask about the folders that the path lies in: that nothing below an
// ignored folder can be taken back, as git has it, holds because the walk does
// not go into such a folder.
func (s *Stack) Ignored(path string, isDir bool) bool {
	if s == nil || path == "" || path == "." {
		return false
	}
	path = s.start + path
	for _, l := range slices.Backward(s.levels) {
		if below, ok := strings.CutPrefix(path, l.dir); ok {
			if p := l.rules.last(below, isDir); p != nil {
				return !p.negated
			}
		}
	}
	return false
}
