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

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A said is what a program says while it runs.
type saidText struct {
	sync.Mutex
	text strings.Builder
}

func (s *saidText) Write(p []byte) (int, error) {
	s.Lock()
	defer s.Unlock()
	return s.text.Write(p)
}

func (s *saidText) take() string {
	s.Lock()
	defer s.Unlock()
	text := s.text.String()
	s.text.Reset()
	return text
}

// watched watches the site in the current folder for the rest of the test.
func watched(t *testing.T) *saidText {
	ctx, stop := context.WithCancel(t.Context())
	c, said := newCommand(), &saidText{}
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

func becomes(t *testing.T, name, want string) {
	t.Helper()
	assert.Eventually(t, func() bool {
		text, err := os.ReadFile(name)
		return err == nil && string(text) == want
	}, 20*time.Second, 20*time.Millisecond, name)
}

// atRest waits until nothing has been said for long enough that nothing is going on.
func (s *saidText) atRest(t *testing.T) string {
	all := ""
	for quiet := 0; quiet < 3; quiet++ {
		time.Sleep(3 * settles / 2)
		if text := s.take(); text != "" {
			all, quiet = all+text, 0
		}
	}
	return all
}

const plainSite = "sources: [docs]\ntargets: [zh-TW]\nlayout: folder\n"

// TestWatch saves pages while they are watched, in a new folder too.
func TestWatch(t *testing.T) {
	t.Chdir(t.TempDir())
	save(t, ".zhmd.yaml", plainSite)
	save(t, "docs/a.md", "软件\n\n<!-- zhmd off -->\n")
	said := watched(t)
	becomes(t, "zh-TW/a.md", "軟體\n\n<!-- zhmd off -->\n")
	text := said.atRest(t)
	assert.Equal(t, 1, strings.Count(text, "done: "), text)
	assert.Equal(t, 1, strings.Count(text, "warning: "), text)
	save(t, "docs/a.md", "网络")
	becomes(t, "zh-TW/a.md", "網路")
	save(t, "docs/new/folder/b.md", "鼠标")
	becomes(t, "zh-TW/new/folder/b.md", "滑鼠")
	save(t, ".zhmd.yaml", "sources: [docs]\ntargets: [zh-HK]\nlayout: folder\n")
	becomes(t, "zh-HK/a.md", "網絡")

	// A fault is said and may be mended.
	said.atRest(t)
	save(t, ".zhmd.yaml", "sources: [\n")
	assert.Contains(t, said.atRest(t), "error: .zhmd.yaml:")
	save(t, ".zhmd.yaml", plainSite)
	save(t, "docs/a.md", "软件")
	becomes(t, "zh-TW/a.md", "軟體")

	// So may a configuration or a folder that goes and comes back.
	require.NoError(t, os.Remove(".zhmd.yaml"))
	assert.Contains(t, said.atRest(t), "error: .zhmd.yaml: ")
	require.NoError(t, os.RemoveAll("docs"))
	said.atRest(t)
	save(t, ".zhmd.yaml", plainSite)
	save(t, "docs/new/c.md", "网络")
	becomes(t, "zh-TW/new/c.md", "網路")
	save(t, "docs/new/c.md", "软件")
	becomes(t, "zh-TW/new/c.md", "軟體")
}

// What the run writes itself, what is ignored and what is no page is not converted for.
func TestWatchLeavesOut(t *testing.T) {
	t.Chdir(t.TempDir())
	save(t, ".zhmd.yaml", "sources: [.]\ntargets: [zh-TW]\nlayout: folder\nignore: [drafts]\n")
	save(t, ".git/HEAD", "")
	save(t, ".gitignore", "build/\n*.tmp.md\n")
	save(t, "a.md", "软件")
	save(t, "drafts/b.md", "软件")
	save(t, "build/c.md", "软件")
	said := watched(t)
	becomes(t, "zh-TW/a.md", "軟體")
	assert.Equal(t, 1, strings.Count(said.atRest(t), "done: "))
	runs := func(name string) bool {
		save(t, name, "网络")
		return said.atRest(t) != ""
	}
	for _, name := range []string{"drafts/b.md", "build/c.md", "build/d/e.md", "x.tmp.md", "picture.png", ".hidden.md", ".git/x.md"} {
		assert.False(t, runs(name), name)
	}
	assert.True(t, runs("b.md"))
	becomes(t, "zh-TW/b.md", "網路")
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
	assert.Contains(t, said.atRest(t), "error: ")
	save(t, "README.md", "软件")
	save(t, "words/all.tsv", "软件\t軟件\n")
	said.atRest(t)
	save(t, "docs/a.md", "软件")
	becomes(t, "zh-TW/a.md", "軟件")
	becomes(t, "zh-TW/README.md", "軟件")
	require.NoError(t, os.Rename("README.md", "away"))
	assert.Contains(t, said.atRest(t), "error: README.md: ")
	save(t, "away", "网络")
	require.NoError(t, os.Rename("away", "README.md"))
	becomes(t, "zh-TW/README.md", "網路")
	require.NoError(t, os.RemoveAll("words"))
	assert.Contains(t, said.atRest(t), "error: ")
	save(t, "words/all.tsv", "软件\t程式\n")
	becomes(t, "zh-TW/a.md", "程式")
	require.NoError(t, os.Rename("docs", "away"))
	said.atRest(t)
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
