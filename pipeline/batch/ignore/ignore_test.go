package ignore_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/pipeline/batch/ignore"
)

// TestPatterns has the rules of gitignore(5) one by one. A path that ends in a
// slash is a folder.
func TestPatterns(t *testing.T) {
	for _, c := range []struct {
		rule, text string
		ignored    string // paths with a comma between
		kept       string
	}{
		{"a name matches in any folder", "a", "a,b/a,a/,b/c/a/", "b,ab,ba,a/b"},
		{"the case of letters counts", "A.md", "A.md", "a.md"},
		{"an empty file has no rules", "", "", "a,b/"},
		{"a blank line has no rule", "\n \n\r\n\na", "a", "b, "},
		{"# begins a comment", "#a\n# a", "", "a,#a,# a"},
		{"# elsewhere is a letter", "a#\n b#c", "a#, b#c", "a"},
		{`\# is a number sign`, `\#a`, "#a", `a,\#a`},
		{`\! is an exclamation mark`, `\!a`, "!a", `a,\!a`},
		{"! takes back", "*.md\n!a.md", "b.md", "a.md,x/a.md"},
		{"the later pattern wins", "!a\na", "a", ""},
		{"! alone is no pattern", "*\n!", "a", ""},
		{"!! takes back what begins with !", "*\n!!a", "a", "!a"},
		{"!# takes back what begins with #", "*\n!#a", "a", "#a"},
		{"spaces at the end are dropped", "a  \nb \\\n", "a", "a  ,b,b "},
		{"an escaped space at the end stays", "a\\ \nb\\   ", "a ,b ", "a,b,b  "},
		{"spaces elsewhere stay", " a b", " a b", "a b,ab"},
		{"a tab at the end stays", "a\t", "a\t", "a"},
		{"a line may end in CRLF", "a\r\nb \r\nc\r", "a,b,c", "c\r,b "},
		{"a carriage return elsewhere stays", "a\rb\nc\r\r", "a\rb,c\r", "a,b,c"},
		{"a byte order mark is skipped", "\uFEFFa", "a", "\uFEFFa"},
		{"and only the first", "\uFEFF\uFEFFa\n\uFEFFb", "\uFEFFa,\uFEFFb", "a,b"},
		{"a byte order mark before a comment", "\uFEFF#a", "", "#a,\uFEFF#a"},
		{"a NUL ends the line", "a\x00b\nc", "a,c", "ab,b"},
		{"a leading slash anchors", "/a", "a,a/", "b/a"},
		{"a slash in the middle anchors", "a/b", "a/b,a/b/", "b,c/a/b"},
		{"an escaped slash anchors", `a\/b`, "a/b", "c/a/b"},
		{"a slash at the end is for folders", "a/\n/b/\nc/d/", "a/,x/a/,b/,c/d/", "a,x/a,b,x/b/,c/d,x/c/d/"},
		{"slashes alone match nothing", "/\n//\n///", "", "a,a/,a/b"},
		{"two slashes match nothing", "a//\n*/**//\n//b\nc//d\n**//", "", "a,a/,b,c/d"},
		{"!/ takes nothing back", "*\n!/", "a,b/", ""},
		{"* stops at a slash", "/*.md\na/*/b", "x.md,.md,a/x/b", "a/x.md,a/b,a/x/y/b"},
		{"* matches a leading dot", "*", ".a,a,b/.c", ""},
		{"? is a byte", "a?", "ab,a.", "a,abc,a字"},
		{"three ? are a Han character", "a???", "a字", "a字字"},
		{"? is not a slash", "/a?b", "axb", "a/b"},
		{"**/ is any number of folders", "**/a/b", "a/b,x/a/b,x/y/a/b", "a,xa/b"},
		{"**/ before a name", "**/a", "a,x/a,x/y/a", "xa,a/x"},
		{"/** is all below", "a/**", "a/b,a/b/c", "a,a/,b/a/c"},
		{"/**/ is any number of folders", "a/**/b", "a/b,a/x/b,a/x/y/b", "ab,a/xb,x/a/b"},
		{"** alone is everything", "**", "a,a/b,字", ""},
		{"**/ alone is every folder", "**/", "a/,a/b/", "a,a/b"},
		{"** beside other letters is *", "/a**b\n/c**/d", "ab,axb,cx/d", "a/b,c/x/d,cx/y/d"},
		{"three stars are two", "***/a\nb/***", "a,x/a,b/c/d", "b"},
		{"** before an escaped slash", `a/**\/b`, "a/x/b,a/x/y/b", "a/b"},
		{"[] is one of its bytes", "[ab]x", "ax,bx", "x,cx,abx"},
		{"[!] and [^] are one of the others", "[!a]x\n[^b]y", "bx,ay,cy", "ax,x,by"},
		{"[] is no slash", "/a[!b]c\n/d[/]e\n/f[--0]g", "axc,f.g", "abc,a/c,d/e,f/g"},
		{"[] has ranges", "[a-c]x\n[z-y]", "ax,bx,cx,z", "dx,-x,y"},
		{"a minus first or last is itself", "[-a]1\n[b-]2\n[!-]3", "-1,a1,-2,b2,a3", "b1,a2,-3"},
		{"a minus behind a range is itself", "[a-c-e]", "b,-,e", "d"},
		{"] first is itself", "[]a]1\n[!]a]2\n[]-a]3", "]1,a1,b2,^3", "b1,]2,a2,b3"},
		{"a backslash escapes in []", `[\]\-a]1` + "\n" + `[a-\c]2`, "]1,-1,a1,b2", `\1,-2,\2`},
		{"[] has classes", "[[:alpha:]_]1\n[![:digit:]]2", "a1,_1,a2", "11,22"},
		{"an unknown class matches nothing", "[[:han:]a]", "", "a,[,:,h"},
		{"[: without :] is itself", "[[:a]", "[,:,a", "b"},
		{"[ that is not closed matches nothing", "[\n[a\na[\n[!\n[]\n[a-\n[\\", "", "[,[a,a,a[,[],]"},
		{"a backslash escapes", `\*\?\[\\\a`, `*?[\a`, `xx[\a`},
		{"a backslash at the end matches nothing", "a\\\n\\\n*\\\na\\/", "", `a\,\,a,a\/,a/`},
		{"a pattern may mix all of these", "*a?[x]\n?[y]b*\n[z]*c?", "1a2x,1yb2,zcc2", "1a2y,1xb2,ycc2"},
		{"braces are letters", "{a}\n{c\n{}x/**\n{d,e}", "{a},{c,{}x/y", "a,c,x/y,d,e"},
		{"letters are letters", "字典.md\né", "字典.md,x/字典.md,é", "字.md,e"},
	} {
		s := (*ignore.Stack)(nil).Enter("", ignore.Parse([]byte(c.text)))
		for _, path := range strings.Split(c.ignored, ",") {
			assert.Equal(t, path != "", ignored(s, path), "%s: %q ignores %q", c.rule, c.text, path)
		}
		for _, path := range strings.Split(c.kept, ",") {
			assert.False(t, ignored(s, path), "%s: %q keeps %q", c.rule, c.text, path)
		}
	}
}

func ignored(s *ignore.Stack, path string) bool {
	path, isDir := strings.CutSuffix(path, "/")
	return s.Ignored(path, isDir)
}

func rules(lines ...string) *ignore.Rules {
	return ignore.Parse([]byte(strings.Join(lines, "\n")))
}

func TestDeeperAndLaterFilesWin(t *testing.T) {
	var s *ignore.Stack
	top := s.Enter("", rules("*.md", "/b"), rules("!b.md"))
	below := top.Enter("a", rules("b.md", "/c", "!/d.md"))
	assert.False(t, ignored(top, "b.md"))
	assert.True(t, ignored(below, "a/b.md"))
	assert.True(t, ignored(below, "a/c"))
	assert.False(t, ignored(below, "a/x/c"))
	assert.False(t, ignored(below, "a/b"))
	assert.False(t, ignored(below, "a/d.md"))
	assert.True(t, ignored(below, "a/x/d.md"))
	assert.False(t, ignored(below, "b.md"), "a's rules hold in a only")
	assert.True(t, ignored(below, "ab/d.md"), "and not in ab")
	beside := below.Enter("ab", rules("!/d.md"))
	assert.False(t, ignored(beside, "ab/d.md"))
	assert.True(t, ignored(beside, "a/d.md"), "a is left")
	assert.Equal(t, top, below.Enter("."))
}

func TestTheRootIsNotIgnored(t *testing.T) {
	s := (&ignore.Stack{}).Enter("", rules("*", ".", ".."))
	assert.False(t, s.Ignored("", true))
	assert.False(t, s.Ignored(".", true))
	assert.False(t, (*ignore.Stack)(nil).Ignored("a", false))
	assert.False(t, (&ignore.Stack{}).Ignored("a", false))
}

// write makes files with their folders.
func write(t *testing.T, root string, files map[string]string) {
	for name, text := range files {
		file := filepath.Join(root, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o777))
		require.NoError(t, os.WriteFile(file, []byte(text), 0o666))
	}
}
