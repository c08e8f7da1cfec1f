package lexicon

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"zhmd/convert/internal/table"
)

// Words is the module that the word frequencies are from. It is not one that the
// program needs, and so is not named in go.mod.
const Words = "github.com/go-ego/gse@v0.80.3"

// FindWords gives the folder in which the module's Chinese lists are, which it
// fetches if it has to.
func FindWords() (string, error) {
	cmd := exec.Command("go", "mod", "download", "-json", Words)
	cmd.Dir = os.TempDir() // outside of any module
	out, err := cmd.Output()
	var module struct{ Dir string }
	if err == nil {
		err = json.Unmarshal(out, &module)
	}
	if err != nil {
		return "", fmt.Errorf("%s is missing; fetch it with: go mod download %s: %w", Words, Words, err)
	}
	return filepath.Join(module.Dir, "data", "dict", "zh"), nil
}

// Read reads the sources of the list, with the lists of word frequencies in dir,
// and tells what they are.
func Read(dir string) (s Sources, origin string, err error) {
	hash := sha256.New()
	for _, list := range []struct {
		name   string
		counts *Counts
	}{{"s_1.txt", &s.Hans}, {"t_1.txt", &s.Hant}} {
		data, err := os.ReadFile(filepath.Join(dir, list.name))
		if err != nil {
			return s, "", err
		}
		if *list.counts, err = ReadCounts(bytes.NewReader(data)); err != nil {
			return s, "", err
		}
		fmt.Fprintf(hash, "%s %d\n%s", list.name, len(data), data)
	}
	s.Configs = table.Source()
	if s.Own, err = Own(); err != nil {
		return s, "", err
	}
	if s.Regional, err = OwnRegional(); err != nil {
		return s, "", err
	}
	s.Evidence, err = OwnEvidence()
	return s, fmt.Sprintf("%s sha256:%x", Words, hash.Sum(nil)), err
}

// Own gives the project's own readings.
func Own() ([]Row, error) {
	data, err := own("readings.tsv")
	if err != nil {
		return nil, err
	}
	return ReadRows("readings.tsv", bytes.NewReader(data))
}

// Compiled gives the table that package words embeds, made with the lists of word
// frequencies in dir.
func Compiled(dir string) ([]byte, error) {
	sources, origin, err := Read(dir)
	if err != nil {
		return nil, err
	}
	compiled, err := Build(sources).Compile(origin)
	if err != nil {
		return nil, err
	}
	findKeys(compiled)
	return compiled.Encode(), nil
}
