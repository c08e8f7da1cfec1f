package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"
	"unicode"

	"zhmd/cmd/zhmd/internal/config"
	"zhmd/convert"
	"zhmd/pipeline/batch"
)

// The voice of the command. Data goes to standard output; everything that is
// said about it goes to standard error, in lines that begin with error:, hint:
// or warning:, in lower case and without a final period.

// The exit statuses.
const (
	exitOK          = 0
	exitDifferent   = 1   // something would change, under -l, -d and --check
	exitError       = 2   // something could not be done
	exitInterrupted = 130 // as shells say of SIGINT
	exitPipe        = 141 // and of SIGPIPE: nobody reads standard output any more
)

var (
	errDifferent   = errors.New("something would change")
	errReported    = errors.New("something failed and was reported")
	errInterrupted = errors.New("interrupted; the files that were begun are complete")
)

// A hintError is an error with advice.
type hintError struct {
	err  error
	hint string
}

func (e *hintError) Error() string { return e.err.Error() }
func (e *hintError) Unwrap() error { return e.err }

// refuse makes an error with advice.
func refuse(hint, format string, args ...any) error {
	return &hintError{fmt.Errorf(format, args...), hint}
}

type ui struct{ w io.Writer }

// end says what is left to say and gives the exit status.
func (u ui) end(err error) int {
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errDifferent):
		return exitDifferent
	case errors.Is(err, errReported):
		return exitError
	}
	u.error(err)
	if errors.Is(err, errInterrupted) {
		return exitInterrupted
	}
	return exitError
}

func (u ui) error(err error) {
	if all, ok := err.(interface{ Unwrap() []error }); ok { // joined ones
		for _, err := range all.Unwrap() {
			u.error(err)
		}
		return
	}
	text := err.Error()
	if fault, ok := err.(*fs.PathError); ok { // without the system call
		text = fault.Path + ": " + fault.Err.Error()
	}
	u.line("error", text)
	if hint := hintFor(err); hint != "" {
		u.line("hint", hint)
	}
}

func (u ui) line(kind, text string) {
	text = strings.TrimRight(text, "\n.")
	_, _ = fmt.Fprintf(u.w, "%s: %s\n", kind, printable(text)) // there is nowhere to say that it fails
}

// isHidden tells whether a terminal would do something else with a character than show it.
func isHidden(r rune) bool { return !unicode.IsGraphic(r) }

// printable gives text as it can stand in a line: a file's name may have anything in it.
func printable(text string) string {
	if strings.IndexFunc(text, isHidden) < 0 {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if isHidden(r) {
			quoted := strconv.QuoteRune(r)
			b.WriteString(quoted[1 : len(quoted)-1])
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// hintFor gives the advice that belongs to an error.
func hintFor(err error) string {
	var (
		hinted  *hintError
		unknown *convert.UnknownVariantError
		refusal *batch.RefusalError
		nothing *config.UnknownError
	)
	switch {
	case errors.As(err, &hinted):
		return hinted.hint
	case errors.As(err, &nothing):
		return didYouMean(nothing.Text, nothing.Known)
	case errors.As(err, &refusal):
		return refusal.Hint
	case errors.As(err, &unknown):
		return nearVariant(unknown.Tag)
	case errors.Is(err, fs.ErrNotExist):
		return "paths are taken from the current folder; - stands for standard input"
	case errors.Is(err, fs.ErrPermission):
		return "make it readable, or its folder writable, for this user"
	}
	return ""
}
