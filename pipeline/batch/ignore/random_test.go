package ignore_test

import (
	"math/rand/v2"
	"path"
	"regexp"
	"strings"
)

// names are what random files and folders are called.
var names = []string{
	"a", "b", "c", "d", "aa", "ab", "abc", "a.md", "b.md", "x.md", "!x.md", "foo", "bar", "字", "字典.md", "頭", "é",
	"d ", "a b", " ", " a", "# c", "#c", "!x", "!", `\`, `a\`, `\a`, "[", "[a", "[a]", "]", "-", "^", "*", "**", "?", "a*",
	".a", "...", ".md", "A", "a-b", "a\tb", "a\rb", "c\r", "\x7f", "_", "0", "~", "{", "}", "{a,b}", ",",
}

// lines are patterns that stand for a rule of gitignore(5) each.
var lines = strings.Split("*.md|/a|b/|**/c|a/**|a/**/b|!x.md|!/a/b|\\!x|[ab]*|[!a]|[^a]*|a?|foo/bar|# c|\\# c| |d\\ |**|***|/|!/|"+
	"a**b|[|[a|\\|a b|字*|???|.*|!a|!*|!*/|/*|!/b|**/|**/**|/**/a/|*/b|*/|\\*|\\[a|a\\*|[]a]|[a-c]/**/[!b]*|!**/b/*|//|!|!!x|\uFEFFa|a\x00b|{a,b}|{a|a}|[{}]", "|")

// atoms are what other patterns are joined from.
var atoms = strings.Fields(`* * * ? ** ** *** / / / /**/ **/ /** [ab] [!a] [^a] [a-c] []a] [!]] [a- [a [ [] [-a] [a-] [a-c-e]
	[[:alpha:]] [![:alnum:]_] [[:punct:]] [[:han:]] [[:a] [[:alpha:] [字] [\]a] [a\-c] [/] [!/] [--0] [\ \ \a \* \/ \[ ! # .md
	a b c d 字 頭 - ] ^ . { } , {a,b} a b c`)

// A forest makes random trees.
type forest struct {
	*rand.Rand
	avoid *regexp.Regexp // lines that are not made, if there are such
}

func (f forest) pick(from []string) string { return from[f.IntN(len(from))] }

// paths gives files and, with a slash behind them, the folders that they lie in,
// in no order but that folders come before what they hold.
func (f forest) paths(dir string, depth int) []string {
	var all []string
	seen := map[string]bool{}
	for range 2 + f.IntN(6) {
		name := f.pick(names)
		if seen[name] {
			continue
		}
		seen[name] = true
		if depth > 0 && f.IntN(2) == 0 {
			all = append(all, dir+name+"/")
			all = append(all, f.paths(dir+name+"/", depth-1)...)
		} else {
			all = append(all, dir+name)
		}
	}
	return all
}

// ignoreFile gives the lines of an ignore file in a folder that holds paths.
func (f forest) ignoreFile(paths []string) []string {
	var all []string
	for range 1 + f.IntN(6) {
		if line := f.line(paths); f.avoid == nil || !f.avoid.MatchString(line) {
			all = append(all, line+f.pick([]string{"", "", "", "", "\r", " ", "  ", " \r"}))
		}
	}
	if len(all) > 0 && f.IntN(8) == 0 {
		all[0] = "\uFEFF" + all[0]
	}
	return all
}

func (f forest) line(paths []string) string {
	line := f.pick(lines)
	switch f.IntN(4) {
	case 0:
		line = ""
		for range 1 + f.IntN(6) {
			line += f.pick(atoms)
		}
	case 1, 2:
		line = f.blurred(f.pick(paths))
	}
	if f.IntN(4) == 0 {
		line = "!" + line
	}
	if f.IntN(12) == 0 {
		line = path.Join("/", line)
	}
	return line
}

// blurred gives a pattern that matches a path, or nearly.
func (f forest) blurred(path string) string {
	segments := strings.Split(path, "/")
	segments = segments[f.IntN(min(2, len(segments))):]
	for i := range segments {
		switch f.IntN(6) {
		case 0:
			segments[i] = f.pick([]string{"*", "**", "**/*", "?", "***"})
		case 1, 2:
			segments[i] = f.blurredName(segments[i])
		}
	}
	return strings.Join(segments, "/")
}

func (f forest) blurredName(name string) string {
	var b strings.Builder
	for i := range len(name) {
		switch f.IntN(8) {
		case 0:
			b.WriteString(f.pick(atoms))
		case 1:
			b.WriteString("?")
		case 2:
			b.WriteString("*")
		case 3:
			b.WriteString(`\` + name[i:i+1])
		case 4:
			b.WriteString("[" + name[i:i+1] + "]")
		default:
			b.WriteByte(name[i])
		}
	}
	return b.String()
}
