// Command pack packs the project's own tables, in a folder that is named, to tables.zip
// there. It is run by go generate ./convert/...
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"zhmd/convert/internal/lexicon"
)

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

func run(folder string) error {
	packed, err := lexicon.Pack(folder)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "tables.zip"), packed, 0o644)
}
