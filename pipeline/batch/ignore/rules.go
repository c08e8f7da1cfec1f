package ignore

import (
	"bytes"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Rules are the patterns of one ignore file.
type Rules struct {
	patterns []pattern // the later wins
}

// Parse reads an ignore file. It cannot fail: a pattern that git takes for
// invalid, such as [a or a backslash at the end, matches nothing. As in git, a
// question mark and brackets stand for a byte, not for a character: three for 字.
func Parse(text []byte) *Rules {
	var r Rules
	text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	for line := range strings.SplitSeq(string(text), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		if p, ok := parsePattern(trimmed(line)); ok {
			r.patterns = append(r.patterns, p)
		}
	}
	return &r
}

// trimmed is a line without a carriage return at its end and the spaces before
// it, unless a backslash stands before them. A NUL ends it: git's strings do.
func trimmed(line string) string {
	line = strings.TrimSuffix(line, "\r")
	line, _, _ = strings.Cut(line, "\x00")
	end := 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case ' ':
			continue
		case '\\':
			i++
		}
		end = min(i+1, len(line))
	}
	return line[:end]
}

// last returns the pattern that decides on a path below the folder of the ignore
// file, or nil if none does.
func (r *Rules) last(path string, isDir bool) *pattern {
	path = encode(path)
	name := path[strings.LastIndexByte(path, '/')+1:]
	for i := range slices.Backward(r.patterns) {
		if p := &r.patterns[i]; (isDir || !p.folder) && p.matches(path, name) {
			return p
		}
	}
	return nil
}

type pattern struct {
	negated        bool   // it began with !
	folder         bool   // it ended in a slash: only folders match
	inAny          bool   // it had no other slash: the last name of a path has to match
	glob           string // the doublestar pattern, see translate
	prefix, suffix string // the literal ends of glob
}

// parsePattern reports false for a pattern that matches nothing.
func parsePattern(line string) (pattern, bool) {
	var p pattern
	line, p.negated = strings.CutPrefix(line, "!")
	line, p.folder = strings.CutSuffix(line, "/")
	p.inAny = !strings.Contains(line, "/")
	line = strings.TrimPrefix(line, "/")
	if line == "" || strings.HasSuffix(line, "/") {
		return p, false
	}
	glob, ok := translate(line)
	if literal := strings.IndexAny(glob, "*?["); literal >= 0 {
		p.prefix = glob[:literal]
	}
	p.suffix = glob[strings.LastIndexAny(glob, "*?]/")+1:]
	p.glob = glob
	return p, ok
}

// matches compares the literal ends first, which is cheap and rejects most paths.
func (p *pattern) matches(path, name string) bool {
	if p.inAny {
		path = name
	}
	return strings.HasPrefix(path, p.prefix) && strings.HasSuffix(path, p.suffix) &&
		doublestar.MatchUnvalidated(p.glob, path)
}
