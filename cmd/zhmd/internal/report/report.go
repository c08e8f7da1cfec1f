// Package report writes what a run found in a form for machines.
//
// [New] makes a [Writer] for one of [Formats]: "json" has an object a line, for
// scripts; "github" has the workflow commands that annotate a pull request;
// "sarif" is the log that code scanning and editors read. Each finding is written
// when it is added; only SARIF has something to write when the writer is closed,
// without which its log is incomplete.
package report

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// The levels of a finding, as they are called in JSON and in SARIF.
const (
	Error   = "error"
	Warning = "warning"
	Note    = "note"
)

// A Finding is one thing that a run found.
type Finding struct {
	// Level is [Error], [Warning] or [Note].
	Level string `json:"level"`
	// Rule is a short id that stays the same between versions, as "broken-link".
	Rule string `json:"rule"`
	// File is the path as it was named, and empty for what belongs to no file. It
	// is written with slashes.
	File string `json:"file,omitempty"`
	// Line and Column count from 1, columns in characters; 0 stands for none, and
	// a column without a line is none.
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
	Message string `json:"message"`
	// Hint says what can be done, if there is something to say.
	Hint string `json:"hint,omitempty"`
}

// A Writer writes findings in the order in which they are added. It is not safe
// for use by several goroutines. After an error what was written is of no use.
type Writer interface {
	// Add writes a finding, which has a level and a rule.
	Add(Finding) error
	// Close writes what belongs behind the last finding. It must be called once,
	// also if there were none, and does not close what is written to.
	Close() error
}

// Formats lists what [New] takes as format.
func Formats() []string { return []string{"json", "github", "sarif"} }

// New makes a writer of one of [Formats]. The version is the program's own, which
// may be empty and need not be a semantic one. Nothing is written yet.
func New(format string, w io.Writer, version string) (Writer, error) {
	switch format {
	case "json":
		return jsonLines{w}, nil
	case "github":
		return github{w}, nil
	case "sarif":
		return &sarif{w: w, version: text(version), rules: []sarifRule{}, ruleIndex: map[string]int{}}, nil
	}
	return nil, fmt.Errorf("unknown format %q", format)
}

// clean returns a finding as all formats can write it. Only its file may still
// have bytes that are not UTF-8, since a URI can keep them.
func (f Finding) clean() Finding {
	f.Rule, f.Message, f.Hint = text(f.Rule), text(f.Message), text(f.Hint)
	f.File = filepath.ToSlash(f.File)
	if f.Line == 0 {
		f.Column = 0
	}
	return f
}

// full is the message with its hint, for formats that have one text.
func (f Finding) full() string {
	if f.Hint == "" {
		return f.Message
	}
	return f.Message + "\nhint: " + f.Hint
}

// text replaces what is not UTF-8, which no format can write.
func text(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
