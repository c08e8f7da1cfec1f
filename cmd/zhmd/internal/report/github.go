package report

import (
	"fmt"
	"io"
	"strings"
)

// github writes the workflow commands of GitHub Actions that make annotations,
// escaped as @actions/core does it (packages/core/src/command.ts in
// github.com/actions/toolkit), which is what the runner undoes.
type github struct{ w io.Writer }

var (
	commands = map[string]string{Error: "error", Warning: "warning", Note: "notice"}

	escapeData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	escapeProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// Add writes a command. The rule is its title, since there is no other place.
func (g github) Add(f Finding) error {
	f = f.clean()
	var place strings.Builder
	if f.File != "" {
		fmt.Fprintf(&place, "file=%s,", escapeProperty.Replace(text(f.File)))
	}
	if f.Line > 0 {
		fmt.Fprintf(&place, "line=%d,", f.Line)
	}
	if f.Column > 0 {
		fmt.Fprintf(&place, "col=%d,", f.Column)
	}
	_, err := fmt.Fprintf(g.w, "::%s %stitle=%s::%s\n",
		commands[f.Level], place.String(), escapeProperty.Replace(f.Rule), escapeData.Replace(f.full()))
	return err
}

// Close has nothing to write.
func (g github) Close() error { return nil }
