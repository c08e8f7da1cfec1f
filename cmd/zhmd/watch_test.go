package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A transcript is what a program has said so far.
type transcript struct {
	sync.Mutex
	text strings.Builder
}

func (s *transcript) Write(p []byte) (int, error) {
	s.Lock()
	defer s.Unlock()
	return s.text.Write(p)
}

func (s *transcript) count(text string) int {
	s.Lock()
	defer s.Unlock()
	return strings.Count(s.text.String(), text)
}

// watched watches the site in the current folder for the rest of the test.
func watched(t *testing.T) *transcript {
	ctx, stop := context.WithCancel(t.Context())
	c, said := newCommand(), &transcript{}
	c.SetArgs([]string{"watch"})
	c.SetOut(said)
	c.SetErr(said)
	ended := make(chan error)
	go func() { ended <- c.ExecuteContext(ctx) }()
	t.Cleanup(func() {
		stop()
		assert.NoError(t, <-ended)
	})
	return said
}

func save(t *testing.T, name, text string) {
	require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o777))
	require.NoError(t, os.WriteFile(name, []byte(text), 0o666))
}

// until waits for a condition as long as the test may run.
func until(t *testing.T, what string, is func() bool) {
	t.Helper()
	end, bounded := t.Deadline()
	for !is() {
		if bounded && time.Until(end) < time.Minute {
			t.Fatalf("%s: it does not come", what)
		}
		time.Sleep(10 * time.Millisecond)
	}
}

func becomes(t *testing.T, name, want string) {
	t.Helper()
	until(t, name, func() bool {
		text, err := os.ReadFile(name)
		return err == nil && string(text) == want
	})
}

// says waits until a text has been said so many times.
func (s *transcript) says(t *testing.T, text string, times int) {
	t.Helper()
	until(t, text, func() bool { return s.count(text) >= times })
}

const plainSite = "sources: [docs]\ntargets: [zh-TW]\nlayout: folder\n"

// TestWatch saves pages while they are watched, in a new folder too. A run that has
// nothing to write says nothing, and warnings are said for changes alone.
func TestWatch(t *testing.T) {
	t.Chdir(t.TempDir())
	save(t, ".zhmd.yaml", plainSite)
	save(t, "docs/a.md", "软件\n\n<!-- zhmd off -->\n")
	said := watched(t)
	becomes(t, "zh-TW/a.md", "軟體\n\n<!-- zhmd off -->\n")
	said.says(t, "done: ", 1)
	save(t, "docs/a.md", "网络")
	becomes(t, "zh-TW/a.md", "網路")
	said.says(t, "done: ", 2)
	save(t, "docs/new/folder/b.md", "鼠标")
	becomes(t, "zh-TW/new/folder/b.md", "滑鼠")
	save(t, ".zhmd.yaml", "sources: [docs]\ntargets: [zh-HK]\nlayout: folder\n")
	becomes(t, "zh-HK/a.md", "網絡")
	said.says(t, "done: ", 4)

	// A fault is said and may be mended.
	save(t, ".zhmd.yaml", "sources: [\n")
	said.says(t, "error: .zhmd.yaml:1", 1)
	save(t, ".zhmd.yaml", plainSite)
	save(t, "docs/a.md", "软件")
	becomes(t, "zh-TW/a.md", "軟體")

	// So may a configuration or a folder that goes and comes back.
	require.NoError(t, os.Remove(".zhmd.yaml"))
	said.says(t, "error: .zhmd.yaml: no such file", 1)
	require.NoError(t, os.RemoveAll("docs"))
	save(t, ".zhmd.yaml", plainSite)
	save(t, "docs/new/c.md", "网络")
	becomes(t, "zh-TW/new/c.md", "網路")
	save(t, "docs/new/c.md", "软件")
	becomes(t, "zh-TW/new/c.md", "軟體")
	assert.Equal(t, 1, said.count("warning: docs/a.md:3:1"))
}

// TestConcern asks of which files a change matters to a run: not of those that it has
// written itself, nor of what is ignored or no page.
func TestConcern(t *testing.T) {
	t.Chdir(t.TempDir())
	save(t, ".zhmd.yaml", "sources: [., words]\ntargets: [zh-TW]\nlayout: folder\nignore: [drafts]\ncopy: ['*.png']\nglossary: [words/all.tsv]\n")
	save(t, ".git/HEAD", "")
	save(t, ".gitignore", "build/\n*.tmp.md\n")
	save(t, "words/all.tsv", "软件\t軟件\n")
	for _, name := range []string{"a.md", "b/a.md", "drafts/a.md", "build/a.md", "x.tmp.md", "picture.png", "picture.gif", ".hidden.md", "v1.2/a.md"} {
		save(t, name, "软件")
	}
	for range 2 { // the second run has nothing to do
		save(t, "v1.2/a.md", "软件")
		in := &inputs{files: map[string]bool{}}
		c := newCommandFor(in)
		c.SetArgs([]string{"-q"})
		require.NoError(t, c.Execute())
		require.NoError(t, os.RemoveAll("v1.2")) // a folder that was looked into
		for name, want := range map[string]bool{
			"v1.2": true, "a.md": true, "b/a.md": true, "b": true, "new.md": true, "gone": false, "picture.png": true, "words/all.tsv": true, ".gitignore": true, "b/.zhmdignore": true,
			"zh-TW/a.md": false, "zh-TW/b/a.md": false, "zh-TW/picture.png": false, "drafts": false, "build": false,
			"x.tmp.md": false, "picture.gif": false, ".hidden.md": false, ".git": false, ".zhmd": false, "b/.zhmd-12345678.tmp": false, "words/other.tsv": false,
		} {
			assert.Equal(t, want, in.concern(absolute(filepath.FromSlash(name))), name)
		}
	}
}

// Of a folder that comes with much in it only what a run would look into is watched.
func TestAddBelow(t *testing.T) {
	t.Chdir(t.TempDir())
	save(t, ".zhmd.yaml", plainSite)
	save(t, "docs/a.md", "软件")
	in := &inputs{files: map[string]bool{}}
	c := newCommandFor(in)
	c.SetArgs([]string{"-q"})
	require.NoError(t, c.Execute())
	for _, name := range []string{"docs/new/b.md", "docs/new/sub/c.md", "docs/new/node_modules/package/d.md", "docs/new/.git/HEAD"} {
		save(t, name, "软件")
	}
	notify, err := fsnotify.NewWatcher()
	require.NoError(t, err)
	defer notify.Close()
	w := watcher{notify: notify, watched: map[string]bool{}, in: in}
	w.addBelow(absolute("docs/new"))
	assert.Equal(t, map[string]bool{absolute("docs/new"): true, absolute("docs/new/sub"): true}, w.watched)
}

// Sources and glossaries elsewhere, and behind links, are watched.
func TestWatchElsewhere(t *testing.T) {
	top := t.TempDir()
	t.Chdir(top)
	save(t, ".git/HEAD", "")
	save(t, "words/all.tsv", "软件\t軟件\n")
	save(t, "shared/page.md", "软件")
	save(t, "more/b.md", "软件")
	save(t, "site/docs/a.md", "软件")
	require.NoError(t, os.Symlink("../../shared/page.md", "site/docs/link.md"))
	require.NoError(t, os.Symlink("../words/all.tsv", "site/words.tsv"))
	t.Chdir(filepath.Join(top, "site"))
	save(t, ".zhmd.yaml", "sources: [docs, ../more]\ntargets: [zh-TW]\nlayout: folder\nglossary: [words.tsv]\n")
	watched(t)
	becomes(t, "zh-TW/link.md", "軟件")
	becomes(t, "zh-TW/b.md", "軟件")
	save(t, "../shared/page.md", "网络")
	becomes(t, "zh-TW/link.md", "網路")
	save(t, "../more/b.md", "鼠标")
	becomes(t, "zh-TW/b.md", "滑鼠")
	save(t, "../words/all.tsv", "软件\t程式\n")
	becomes(t, "zh-TW/a.md", "程式")
}

// What is named may come after the watch has begun, and may go and come back.
func TestWatchWhatComesBack(t *testing.T) {
	t.Chdir(t.TempDir())
	save(t, ".zhmd.yaml", "sources: [docs, README.md]\ntargets: [zh-TW]\nlayout: folder\nglossary: [words/all.tsv]\n")
	said := watched(t)
	said.says(t, "error: ", 1)
	save(t, "README.md", "软件")
	save(t, "words/all.tsv", "软件\t軟件\n")
	said.says(t, "error: docs: ", 1)
	save(t, "docs/a.md", "软件")
	becomes(t, "zh-TW/a.md", "軟件")
	becomes(t, "zh-TW/README.md", "軟件")
	require.NoError(t, os.Rename("README.md", "away"))
	said.says(t, "error: README.md: ", 1)
	save(t, "away", "网络")
	require.NoError(t, os.Rename("away", "README.md"))
	becomes(t, "zh-TW/README.md", "網路")
	require.NoError(t, os.RemoveAll("words"))
	said.says(t, "error: words/all.tsv: ", 1)
	save(t, "words/all.tsv", "软件\t程式\n")
	becomes(t, "zh-TW/a.md", "程式")
	docs := said.count("error: docs: ")
	require.NoError(t, os.Rename("docs", "away"))
	said.says(t, "error: docs: ", docs+1)
	save(t, "away/a.md", "鼠标")
	require.NoError(t, os.Rename("away", "docs"))
	becomes(t, "zh-TW/a.md", "滑鼠")
}

// A site in which something is written all the time is converted all the same, and so is
// what was saved while there was no room for more events.
func TestWatchABusySite(t *testing.T) {
	t.Chdir(t.TempDir())
	save(t, ".zhmd.yaml", plainSite)
	save(t, "docs/a.md", "软件")
	save(t, "docs/busy.md", "软件")
	watched(t)
	becomes(t, "zh-TW/a.md", "軟體")
	stop, stopped := make(chan bool), make(chan bool)
	go func() {
		defer close(stopped)
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			case <-time.After(settles / 4):
				_ = os.WriteFile("docs/busy.md", fmt.Appendf(nil, "软件%d", i), 0o666)
			}
		}
	}()
	save(t, "docs/a.md", "网络")
	becomes(t, "zh-TW/a.md", "網路")
	close(stop)
	<-stopped
	for i := range 1000 {
		for range 4 {
			require.NoError(t, os.WriteFile("docs/busy.md", fmt.Appendf(nil, "鼠标%d", i), 0o666))
		}
	}
	save(t, "docs/a.md", "鼠标")
	becomes(t, "zh-TW/a.md", "滑鼠")
	becomes(t, "zh-TW/busy.md", "滑鼠999")
}
