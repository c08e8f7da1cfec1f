// Command zhmd converts Chinese text in Markdown between its written forms and
// leaves everything else as it was. zhmd --help tells how to use it.
package main

import "os"

func main() { os.Exit(run()) }

// run is the whole command; it gives the exit status.
func run() int {
	err := newCommand().Execute()
	return ui{os.Stderr}.end(err)
}
