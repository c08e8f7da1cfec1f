package ignore

import (
	"strings"
	"testing"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/stretchr/testify/require"
)

// FuzzIgnored requires that nothing panics, that no pattern is invalid to
// doublestar, which would be silent, and that the literal parts decide nothing.
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
		for _, p := range rules.patterns {
			want, err := doublestar.Match(p.glob, encode(path))
			require.NoError(t, err, "%q", text)
			require.True(t, doublestar.ValidatePattern(p.glob), "%q", text)
			require.Equal(t, want, p.matches(encode(path), encode(path)), "%q and %q", text, path)
		}
	})
}

// TestHostilePatterns takes exponential time if all is tried. The patterns end in
// brackets, so that no literal end decides.
func TestHostilePatterns(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("*a", 2000) + "[b]", "/" + strings.Repeat("**/a/", 2000) + "[b]", strings.Repeat("a/**/*", 2000) + "[b]",
		strings.Repeat(`**\/`, 2000) + "[b]", strings.Repeat("**/", 2000) + "*a*a*a*[b]", "*" + strings.Repeat("[!b]", 2000) + "[b]",
		strings.Repeat("[", 65000), strings.Repeat("[[:", 20000), strings.Repeat("[[:", 20000) + "]", strings.Repeat(`\`, 65001),
	} {
		s := (*Stack)(nil).Enter("", Parse([]byte(text)))
		require.False(t, s.Ignored(strings.Repeat("a", 4000), false))
		require.False(t, s.Ignored(strings.Repeat("a/", 2000)+"a", false))
	}
}
