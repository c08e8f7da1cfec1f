package ignore_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert/converttest"
	"zhmd/pipeline/batch/ignore"
)

// needGit ends a test if git is missing.
func needGit(t *testing.T) {
	converttest.Program(t, "git", "apt-get install git")
	if runtime.GOOS == "windows" {
		t.Skip("there are no files with the names that this test needs")
	}
}

// git runs without the settings of the user and of the system.
func git(t *testing.T, dir string, input string, args ...string) string {
	cmd := exec.Command("git", append([]string{"-c", "core.ignoreCase=false"}, args...)...)
	cmd.Dir = dir
	cmd.Stdin = strings.NewReader(input)
	cmd.Env = []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "XDG_CONFIG_HOME=" + dir,
		"GIT_CONFIG_GLOBAL=" + os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
	}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if e, ok := err.(*exec.ExitError); ok && e.ExitCode() == 1 && args[0] == "check-ignore" {
		err = nil // none is ignored
	}
	require.NoError(t, err, stderr.String())
	return string(out)
}

// gitIgnores gives the pattern that decides in git on each of the paths, which
// begin with ! if it is not ignored and are empty if there is none.
func gitIgnores(t *testing.T, root string, paths []string) []string {
	var input strings.Builder
	for _, path := range paths {
		input.WriteString("./" + strings.TrimSuffix(path, "/") + "\x00")
	}
	out := git(t, root, input.String(), "check-ignore", "--no-index", "--stdin", "-z", "-v", "-n")
	fields := strings.Split(strings.TrimSuffix(out, "\x00"), "\x00")
	require.Len(t, fields, 4*len(paths))
	var patterns []string
	for ; len(fields) > 0; fields = fields[4:] {
		patterns = append(patterns, fields[2])
	}
	return patterns
}

// beside matches patterns with stars beside other letters that git before 2.52
// takes for folders: a**/b for a/**/b.
var beside = regexp.MustCompile(`[^*?\[\\/]\*\*+\s*(/|\\/|$)`)

func isOld(t *testing.T) bool {
	root := t.TempDir()
	git(t, root, "", "init", "-q", "--template=")
	write(t, root, map[string]string{".gitignore": "a**/b"})
	return gitIgnores(t, root, []string{"ab"})[0] != ""
}

// TestAgainstGit asks git about the files of random trees with random ignore
// files.
func TestAgainstGit(t *testing.T) {
	needGit(t)
	n := converttest.Trials(20)
	f := forest{Rand: rand.New(rand.NewPCG(uint64(n), 11))}
	if isOld(t) {
		t.Log("git is older than 2.52; patterns that it reads in another way are left out")
		f.avoid = beside
	}
	root := t.TempDir()
	files, ignored, taken := 0, 0, 0
	for i := range n {
		tree := growTree(t, f, filepath.Join(root, strconv.Itoa(i)))
		tree.compare(t)
		require.NoError(t, os.RemoveAll(tree.root))
		files += len(tree.paths)
		ignored += tree.ignored
		taken += tree.taken
	}
	t.Logf("%d files and folders, %d ignored, %d taken back", files, ignored, taken)
}

// sets are brackets of all kinds.
var sets = strings.Fields(`[[:alnum:]] [[:alpha:]] [[:blank:]] [[:cntrl:]] [[:digit:]] [[:graph:]] [[:lower:]] [[:print:]]
	[[:punct:]] [[:space:]] [[:upper:]] [[:xdigit:]] [![:space:]] [^[:punct:]_] [[:alpha] [[:]a] [[::]] [[:foo:]] [[a-z] [[:a:]b]
	[a-[:digit:]] [a-\]] [!]] []-a] [--0] [\]-a] [c-a] [a-c-e] [^^] [!!] [a!] [字] [!字] [é-ü] [\x] [\] [a-] [-a] [a-\c] [] [!] [
	[\\] [a\-c] [/] [!/] [.-0] [[.a.]] [[=a=]] [a]b] ? [\\-]] [a-z-9] [:alpha:] [[:alpha:]-z] [*?] [\[:alpha:]]`)

// TestSetsAgainstGit asks git about every byte.
func TestSetsAgainstGit(t *testing.T) {
	needGit(t)
	root := t.TempDir()
	git(t, root, "", "init", "-q", "--template=")
	var paths []string
	var s *ignore.Stack
	var got []bool
	for i, set := range sets {
		dir := strconv.Itoa(i)
		write(t, root, map[string]string{dir + "/.gitignore": "x" + set})
		for b := 1; b < 256; b++ {
			if b != '/' {
				paths = append(paths, path.Join(dir, "x"+string([]byte{byte(b)})))
				got = append(got, s.Enter(dir, rules("x"+set)).Ignored(paths[len(paths)-1], false))
			}
		}
	}
	for i, pattern := range gitIgnores(t, root, paths) {
		assert.Equal(t, pattern != "", got[i], "%s: %q", sets[i/254], paths[i])
	}
}

// TestLinkedWorkTreesAgainstGit has git make a work tree whose .git is a file.
func TestLinkedWorkTreesAgainstGit(t *testing.T) {
	needGit(t)
	root := t.TempDir()
	git(t, root, "", "init", "-q", "--template=", "main")
	main, linked := filepath.Join(root, "main"), filepath.Join(root, "linked")
	git(t, main, "", "-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-q", "--allow-empty", "-m", "a")
	git(t, main, "", "worktree", "add", "-q", linked)
	write(t, root, map[string]string{"main/.git/info/exclude": "a/b", "linked/a/b": "", "linked/a/c": ""})
	for _, dir := range []string{main, linked} {
		s, err := ignore.For(dir)
		require.NoError(t, err)
		for i, pattern := range gitIgnores(t, dir, []string{"a/b", "a/c"}) {
			assert.Equal(t, i == 0, pattern != "")
			assert.Equal(t, i == 0, s.Ignored([]string{"a/b", "a/c"}[i], false))
		}
	}
}
