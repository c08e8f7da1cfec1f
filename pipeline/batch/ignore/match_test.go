package ignore

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// slow tries all that a token may stand for.
func slow(tokens []token, text string) bool {
	if len(tokens) == 0 {
		return text == ""
	}
	t, rest := tokens[0], tokens[1:]
	switch t.kind {
	case literal:
		return strings.HasPrefix(text, t.text) && slow(rest, text[len(t.text):])
	case oneOf:
		return text != "" && t.set[text[0]] && slow(rest, text[1:])
	}
	for i := range len(text) + 1 {
		if t.kind == star && strings.Contains(text[:i], "/") {
			return false
		}
		whole := i == 0 || t.kind != folders || text[i-1] == '/'
		if whole && slow(rest, text[i:]) {
			return true
		}
	}
	return false
}

// FuzzIgnored holds the matcher against the slow one, and asks for nothing else
// but that no file and no path makes the rest panic.
func FuzzIgnored(f *testing.F) {
	for _, text := range []string{
		"*.md\n!/a/\n# b", "a/**/b\r\n**/c", `\!x` + "\n" + `d\ `, "[!a-z][[:alpha:]]", "[", `\`, "a/*/**/*b/?",
		"**/*a/**/b*/**", "a**b/***", "\uFEFF/", "[]-a]", "[[:", "[a-", "**\\/*a\\/**",
	} {
		for _, path := range []string{"a/b", "", "/", "字/b.md", "a//b/", "xa/y/bz/a/b", "../a"} {
			f.Add([]byte(text), "a", path, true)
			f.Add([]byte(text), "", path, false)
		}
	}
	f.Fuzz(func(t *testing.T, text []byte, dir, path string, isDir bool) {
		rules := Parse(text)
		(*Stack)(nil).Enter(dir, rules, nil).Enter(path, rules).Ignored(path, isDir)
		if len(text) > 64 || len(path) > 32 {
			return // the slow one takes exponential time
		}
		for _, p := range rules.patterns {
			if len(p.tokens) <= 16 {
				require.Equal(t, slow(p.tokens, path), matches(p.tokens, path), "%q and %q", text, path)
			}
		}
	})
}

// TestHostilePatterns takes exponential time if all is tried.
func TestHostilePatterns(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("*a", 2000) + "b", "/" + strings.Repeat("**/a/", 2000) + "b", strings.Repeat("a/**/*", 2000) + "b",
		strings.Repeat(`**\/`, 2000) + "b", strings.Repeat("[", 65000), strings.Repeat("[[:", 20000), strings.Repeat(`\`, 65001),
	} {
		s := (*Stack)(nil).Enter("", Parse([]byte(text)))
		require.False(t, s.Ignored(strings.Repeat("a", 4000), false))
		require.False(t, s.Ignored(strings.Repeat("a/", 2000)+"a", false))
	}
}
