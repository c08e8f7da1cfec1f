package lexicon

import (
	"archive/zip"
	"bytes"
	_ "embed"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// The project's own tables are embedded packed, for they are large and not often asked
// for; tables.zip is made of them by go generate, like words.table.

// Tables are the names of the project's own tables.
var Tables = []string{"evidence.tsv", "readings.tsv", "regional.tsv"}

//go:embed tables.zip
var packed string

// own reads one of the tables that are embedded.
func own(name string) ([]byte, error) {
	files, err := zip.NewReader(strings.NewReader(packed), int64(len(packed)))
	if err != nil {
		return nil, err
	}
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// Pack packs the tables in a folder.
func Pack(folder string) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range Tables {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			return nil, err
		}
		f, err := w.Create(name)
		if err != nil {
			return nil, err
		}
		if _, err := f.Write(data); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}
