package main

import (
	"bytes"
	"context"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestWatch saves pages while they are watched, in a new folder too.
func TestWatch(t *testing.T) {
	t.Chdir(t.TempDir())
	save := func(name, text string) { require.NoError(t, os.WriteFile(name, []byte(text), 0o666)) }
	require.NoError(t, os.MkdirAll("docs", 0o777))
	save(".zhmd.yaml", "sources: [docs]\ntargets: [zh-TW]\nlayout: folder\n")
	save("docs/a.md", "软件")
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	c := newCommand()
	c.SetArgs([]string{"watch"})
	c.SetOut(new(bytes.Buffer))
	c.SetErr(new(bytes.Buffer))
	ended := make(chan error)
	go func() { ended <- c.ExecuteContext(ctx) }()
	becomes := func(name, want string) {
		t.Helper()
		assert.Eventually(t, func() bool {
			text, err := os.ReadFile(name)
			return err == nil && string(text) == want
		}, 20*time.Second, 20*time.Millisecond, name)
	}
	becomes("zh-TW/a.md", "軟體")
	save("docs/a.md", "网络")
	becomes("zh-TW/a.md", "網路")
	require.NoError(t, os.MkdirAll("docs/new", 0o777))
	time.Sleep(2 * settles) // the folder is seen
	save("docs/new/b.md", "鼠标")
	becomes("zh-TW/new/b.md", "滑鼠")
	save(".zhmd.yaml", "sources: [docs]\ntargets: [zh-HK]\nlayout: folder\n")
	becomes("zh-HK/a.md", "網絡")
	stop()
	assert.NoError(t, <-ended)
}
