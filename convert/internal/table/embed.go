package table

import (
	"archive/zip"
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"zhmd/convert/internal/opencc"
)

//go:generate go run ./gen

//go:embed opencc.table
var encoded string

//go:embed opencc.zip
var zipped string

// Default gives the table of OpenCC's dictionaries. It is decoded on the first
// call.
var Default = sync.OnceValue(func() *Table {
	t, err := Decode(encoded)
	if err != nil {
		panic(fmt.Sprintf("the embedded table: %v", err)) // a fault of the build
	}
	return t
})

// Source gives the configurations and dictionaries that the table was compiled
// from. They are unpacked on the first call, which takes some milliseconds.
var Source = sync.OnceValue(func() []*opencc.Config {
	files, err := zip.NewReader(strings.NewReader(zipped), int64(len(zipped)))
	if err == nil {
		var configs []*opencc.Config
		if configs, err = opencc.Load(files); err == nil {
			return configs
		}
	}
	panic(fmt.Sprintf("the embedded dictionaries: %v", err)) // a fault of the build
})
