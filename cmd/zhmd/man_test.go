package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestManPage compares the manual with what the flags and the help say.
func TestManPage(t *testing.T) {
	page := manPage(t)
	if *update {
		require.NoError(t, os.WriteFile("zhmd.1", page, 0o644))
	}
	assert.Equal(t, string(page), manual, "run go test ./cmd/zhmd -run ManPage -update, twice")
}

// manPage makes one page of the command and those below it.
func manPage(t *testing.T) []byte {
	root := newCommand()
	root.DisableAutoGenTag = true
	var page bytes.Buffer
	header := &doc.GenManHeader{Section: "1", Source: "zhmd", Manual: "zhmd", Date: new(time.Time)}
	for _, c := range append([]*cobra.Command{root}, root.Commands()...) {
		if c != root && !c.IsAvailableCommand() {
			continue
		}
		var one bytes.Buffer
		require.NoError(t, doc.GenMan(c, header, &one))
		text := strings.ReplaceAll(one.String(), `"Jan 0001"`, `""`)
		if c != root {
			text = section(text)
		}
		page.WriteString(text)
	}
	return page.Bytes()
}

// section makes the page of a command a part of that of the root.
func section(text string) string {
	_, text, _ = strings.Cut(text, ".SH NAME\n")
	text, _, _ = strings.Cut(text, "\n.SH SEE ALSO")
	name, text, _ := strings.Cut(text, "\n")
	return ".SH " + strings.ToUpper(name) + "\n" + strings.ReplaceAll(text, "\n.SH ", "\n.SS ") + "\n"
}
