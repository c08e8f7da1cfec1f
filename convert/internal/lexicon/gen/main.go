// Command gen makes the list of words and compiles it to words.table in the
// current folder. It is run by go generate ./convert/...
package main

import (
	"fmt"
	"os"

	"zhmd/convert/internal/lexicon"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run() error {
	dir, err := lexicon.FindWords()
	if err != nil {
		return err
	}
	compiled, err := lexicon.Compiled(dir)
	if err != nil {
		return err
	}
	return os.WriteFile("words.table", compiled, 0o644)
}
