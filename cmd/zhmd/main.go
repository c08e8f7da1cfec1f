// Command zhmd converts Chinese text in Markdown between its written forms and
// leaves everything else as it was. zhmd --help tells how to use it.
package main

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"
)

func main() { os.Exit(run()) }

// run is the whole command; it gives the exit status.
func run() int {
	// A reader that goes away must not end the program while it writes files.
	signal.Ignore(syscall.SIGPIPE)
	err := newCommand().ExecuteContext(context.Background())
	if errors.Is(err, syscall.EPIPE) {
		return exitPipe
	}
	return ui{os.Stderr}.end(err)
}
